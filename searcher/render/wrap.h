// Lines of styled text: pieces of text from outside go in, escaped, coloured
// and wrapped lines come out. The only place where an escape sequence is
// written, and the only way by which text reaches a page.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/render/renderer.h"

namespace broadsheet::searcher::render {

/// What a piece of text is; colour and emphasis follow from it.
enum class Look : unsigned char {
  kPlain,
  kHeadline,
  kFacts,    ///< Date, place, source, path.
  kNumber,   ///< Of a sentence.
  kMark,     ///< A match: also gets the style's mark strings around it.
  kContext,  ///< A sentence that holds no match.
};

struct Piece {
  std::string_view text;  ///< Raw; its owner must outlive the call.
  Look look = Look::kPlain;
};

/// The pieces as one paragraph: `first` before its first line, as many blanks
/// before the others, each line ended by '\n'. Runs of white space, also across
/// pieces, become one blank; every other character is made visible. Lines are
/// broken at blanks and between East Asian characters so that they stay within
/// `style.width` columns; a word that is longer than a line is cut. Where the
/// width leaves too little room beside `first`, text takes its own lines.
[[nodiscard]] std::string wrap(const std::vector<Piece>& pieces,
                               const Piece& first, const Style& style);

}  // namespace broadsheet::searcher::render
