// Quotations in an article, and who is quoted.
//
// A quotation is what stands between quotation marks of any kind. One that runs
// over several paragraphs opens each of them with a mark and closes only in the
// last: that is one quotation.
//
// Who said it is told only where the text says so right beside it, with a verb
// of speech: conservative, so that what is attributed can be relied upon.
//
//   "We will act," said Mara Olsen, the mayor.        Mara Olsen
//   Olsen told reporters: "We will act."              Olsen
//   "It is late," she added.                          who spoke just before
//
// Of a surname alone, the fuller name that the article gave before counts too.
#pragma once

#include <string_view>
#include <vector>

#include "corpus/base/span.h"
#include "corpus/schema/outline.h"

namespace broadsheet::searcher::match {

struct Quotation {
  /// Bytes of the article's text, without marks: one piece for each paragraph,
  /// and for each part around a "he said".
  std::vector<Span> pieces;
  /// Bytes of the article's text that name who said it; none if it is not said.
  std::vector<Span> speakers;
};

/// The quotations of lead, body, captions and trailer, in reading order.
[[nodiscard]] std::vector<Quotation> find_quotations(
    std::string_view text, const schema::Outline& outline);

}  // namespace broadsheet::searcher::match
