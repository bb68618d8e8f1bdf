// The prose in an SGML element: what its tags part, and what its references
// stand for.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet::read {

/// The prose of `content`: references replaced, tags gone, a blank line where a
/// tag parted paragraphs, no white space at its ends.
[[nodiscard]] std::string sgml_prose(std::string_view content);

/// The same in one line: runs of blanks and line breaks as single blanks.
[[nodiscard]] std::string sgml_line(std::string_view content);

/// Makes what is added to `text` next a paragraph of its own.
void append_paragraph_break(std::string& text);

}  // namespace broadsheet::read
