// ASCII in the names of tags, headers and the like: capitals mean nothing
// there, and no other letters do.
#pragma once

#include <algorithm>
#include <span>
#include <string_view>

namespace broadsheet::read {

[[nodiscard]] constexpr char ascii_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

[[nodiscard]] constexpr bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

[[nodiscard]] constexpr bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}

/// The value of a hexadecimal digit; -1 if `c` is none.
[[nodiscard]] constexpr int hex_value(char c) {
  if (is_ascii_digit(c)) return c - '0';
  const char lower = ascii_lower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// A blank, a tab or a line break.
[[nodiscard]] constexpr bool is_ascii_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/// White space between the parts of a tag, as HTML has it: no vertical tab.
[[nodiscard]] constexpr bool is_tag_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/// Whether two names are the same but for ASCII capitals.
[[nodiscard]] inline bool same_name(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
    return ascii_lower(x) == ascii_lower(y);
  });
}

/// Whether `name` is one of `names` but for ASCII capitals.
[[nodiscard]] inline bool is_one_of(std::string_view name,
                                    std::span<const std::string_view> names) {
  return std::any_of(names.begin(), names.end(), [&](std::string_view known) {
    return same_name(name, known);
  });
}

/// Whether `text` begins with `name`, which is not empty, but for ASCII
/// capitals.
[[nodiscard]] inline bool starts_with_name(std::string_view text,
                                           std::string_view name) {
  // The first letter rules nearly all out.
  return !text.empty() && ((text.front() ^ name.front()) & 0x5F) == 0 &&
         same_name(text.substr(0, name.size()), name);
}

}  // namespace broadsheet::read
