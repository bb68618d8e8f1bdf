// The text of a Reuters-21578 record and the parts of it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/article/article.h"

namespace broadsheet::read {

struct ReutersText {
  std::string text;  ///< Title, blank line, then dateline and body as one.
  std::vector<article::Paragraph> paragraphs;
  std::string author;    ///< "    By Jane Doe, Reuters", as it stands there.
  std::string dateline;  ///< "    SALVADOR, Feb 26 - ", as it stands there.
  bool was_cut = false;  ///< The text was longer than the limit.
};

/// Reads `content`, what stands between <TEXT …> and </TEXT>, and keeps at most
/// `limit` bytes of its text. A "BRIEF" text has a title only; an "UNPROC" one
/// has lines only, the first of which is the headline if it looks like one.
[[nodiscard]] ReutersText read_reuters_text(std::string_view content,
                                            std::size_t limit);

}  // namespace broadsheet::read
