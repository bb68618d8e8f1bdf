// The names of characters that SGML and HTML documents refer to: ISO 8859-1
// and the punctuation of typeset text.
#pragma once

#include <string_view>

namespace broadsheet::read {

/// The character that `name` ("eacute") stands for; 0 if it is not known.
[[nodiscard]] char32_t named_character(std::string_view name);

}  // namespace broadsheet::read
