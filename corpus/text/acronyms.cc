#include "corpus/text/acronyms.h"

#include <algorithm>
#include <array>

namespace broadsheet::text {
namespace {

constexpr bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Acronyms of the news whose letters are a common word of English or French:
// United States, World Health Organization, information technology, United
// Nations, ante meridiem.
constexpr std::array<std::string_view, 5> kWords{"us", "who", "it", "un", "am"};

}  // namespace

bool is_dotted_acronym(std::string_view word) {
  if (word.size() < 3 || word.size() % 2 == 0) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool right = i % 2 == 0 ? is_ascii_letter(word[i]) : word[i] == '.';
    if (!right) return false;
  }
  return true;
}

bool is_all_capitals(std::string_view word) {
  return word.size() >= 2 &&
         std::ranges::all_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool spells_a_word(std::string_view letters) {
  return std::ranges::find(kWords, letters) != kWords.end();
}

}  // namespace broadsheet::text
