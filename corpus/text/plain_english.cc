#include "corpus/text/plain_english.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

// Of 100 words of English prose, 12 to 20 are in the list below; of a text that
// is half another language, half as many. Words that other languages of news
// share ("of" is Dutch, "are" Romanian, "was" German) are left out.

namespace broadsheet::text {
namespace {

constexpr std::size_t kWindowBytes = 600;
constexpr std::size_t kLeastWords = 20;
constexpr std::size_t kLeastPerCent = 8;
constexpr unsigned kLeastDifferent = 3;
constexpr std::size_t kMostLetters = 6;

// The letters of a short word in lower case, as a number: first one lowest.
constexpr std::uint64_t packed(std::string_view word) {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    number |= std::uint64_t{static_cast<unsigned char>(word[i])} << (8 * i);
  }
  return number;
}

constexpr auto kEnglishOnly = std::to_array<std::uint64_t>(
    {packed("the"), packed("and"), packed("that"), packed("with"),
     packed("from"), packed("which"), packed("would"), packed("were"),
     packed("been"), packed("have"), packed("this"), packed("said"),
     packed("their"), packed("they"), packed("after")});

constexpr bool is_latin_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Whether enough words of `window`, and several different ones, are of those.
bool has_enough(std::string_view window) {
  std::size_t words = 0;
  std::size_t english = 0;
  std::uint32_t seen = 0;
  for (std::size_t i = 0; i < window.size();) {
    if (!is_latin_letter(window[i])) {
      // A letter beyond ASCII may begin or go on with a word of any language.
      words += static_cast<unsigned char>(window[i]) >= 0xC3 ? 1 : 0;
      ++i;
      continue;
    }
    std::uint64_t word = 0;
    std::size_t letters = 0;
    for (; i < window.size() && is_latin_letter(window[i]); ++i, ++letters) {
      if (letters < kMostLetters) {
        word |= std::uint64_t{static_cast<unsigned char>(window[i] | 0x20)}
                << (8 * letters);
      }
    }
    ++words;
    if (letters >= kMostLetters) continue;
    const auto found = std::ranges::find(kEnglishOnly, word);
    if (found == kEnglishOnly.end()) continue;
    ++english;
    seen |= 1U << (found - kEnglishOnly.begin());
  }
  return words >= kLeastWords && english * 100 >= words * kLeastPerCent &&
         std::popcount(seen) >= static_cast<int>(kLeastDifferent);
}

}  // namespace

bool is_plainly_english(std::string_view text) {
  if (!has_enough(text.substr(0, kWindowBytes))) return false;
  if (text.size() < 2 * kWindowBytes) return true;
  return has_enough(text.substr(kWindowBytes, kWindowBytes));
}

}  // namespace broadsheet::text
