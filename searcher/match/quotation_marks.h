// Where quotations begin and end: marks of all kinds, and quotations that go on
// in the next paragraph.
#pragma once

#include <string_view>
#include <vector>

#include "corpus/base/span.h"

namespace broadsheet::searcher::match {

/// What stands between two quotation marks of a paragraph.
struct QuotedPiece {
  Span inside;             ///< Bytes of the text, without marks.
  Span whole;              ///< With its marks.
  bool continues = false;  ///< Goes on the last paragraph's quotation.
  bool is_open = false;    ///< Has no closing mark before the paragraph's end.
};

/// The quoted pieces of `paragraph`, a range of `text`. `is_continued`: the
/// last paragraph ended within a quotation, which this one goes on if it begins
/// with a mark. An unclosed piece that `next`, the next paragraph, does not go
/// on is left out: a stray mark.
[[nodiscard]] std::vector<QuotedPiece> quoted_pieces(std::string_view text,
                                                     Span paragraph, Span next,
                                                     bool is_continued);

}  // namespace broadsheet::searcher::match
