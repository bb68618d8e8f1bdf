// Which characters have a part in a query: blanks, quotation marks of all
// kinds, parentheses. Word processors and web pages turn the plain ones into
// others; a query pasted from there must mean the same.
#pragma once

#include <cstddef>
#include <string_view>

namespace broadsheet::searcher::query {

/// White space of Unicode, control characters, byte order marks.
[[nodiscard]] bool is_blank(char32_t c);

/// " “ ” „ ‟ ＂ 〝 〞 〟 « » 「 『: marks that can open a phrase.
[[nodiscard]] bool opens_phrase(char32_t c);

/// Whether `c` ends a phrase that `opening` began. The double marks end each
/// other, as languages differ in which of them opens; so do « and ».
[[nodiscard]] bool closes_phrase(char32_t opening, char32_t c);

/// Also the fullwidth ones of Japanese and Chinese input.
[[nodiscard]] bool is_open_parenthesis(char32_t c);
[[nodiscard]] bool is_close_parenthesis(char32_t c);

/// The first byte of `text` from `begin` on, that `is` holds for; the text's
/// size if there is none.
[[nodiscard]] std::size_t find_character(std::string_view text,
                                         std::size_t begin,
                                         bool (*is)(char32_t));

}  // namespace broadsheet::searcher::query
