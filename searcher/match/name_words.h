// The letters and capitals of names and of the words beside them, in text as it
// is printed.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace broadsheet::searcher::match {

/// Titles that go on behind "of": the Secretary of State.
inline constexpr std::array<std::string_view, 9> kTitles{
    "secretary", "minister",   "chairman",     "president", "governor",
    "director",  "chancellor", "commissioner", "speaker"};

inline bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= '0' && c <= '9') || (static_cast<unsigned char>(c) & 0x80U) != 0;
}
inline bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

inline std::string lower(std::string_view word) {
  std::string lowered(word);
  std::ranges::transform(lowered, lowered.begin(), [](char c) {
    return is_capital(c) ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return lowered;
}

template <std::size_t N>
inline bool is_one_of(const std::array<std::string_view, N>& list,
                      std::string_view word) {
  const std::string lowered = lower(word);
  return std::ranges::find(list, lowered) != list.end();
}

inline bool begins_large(std::string_view word) {
  // Beyond ASCII, a first letter of two bytes is taken for a capital.
  return is_capital(word[0]) || (static_cast<unsigned char>(word[0]) & 0x80U);
}

}  // namespace broadsheet::searcher::match
