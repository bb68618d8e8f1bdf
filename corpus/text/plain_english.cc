#include "corpus/text/plain_english.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#include "corpus/text/ascii_letters.h"

// Of 100 words of English prose, 12 to 20 are in the list below; of a text that
// is half another language, half as many. Words that other languages of news
// share ("of" is Dutch, "are" Romanian, "was" German) are left out.

namespace broadsheet::text {
namespace {

constexpr std::size_t kWindowBytes = 600;
constexpr std::size_t kLeastWords = 20;
constexpr std::size_t kLeastPerCent = 8;
constexpr int kLeastDifferent = 3;

// Of one of two windows that together have enough: names and figures may fill
// it, another language may not.
constexpr std::size_t kLeastPerCentOfOne = 5;
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

// With which letters they begin: bit 0 for a.
constexpr std::uint32_t kOpenings = [] {
  std::uint32_t openings = 0;
  for (const std::uint64_t word : kEnglishOnly) {
    openings |= std::uint32_t{1} << ((word & 0xFF) - 'a');
  }
  return openings;
}();

constexpr bool is_latin_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

struct Counts {
  std::size_t words = 0;
  std::size_t english = 0;  // Those in the list.
  std::uint32_t seen = 0;   // Which of it.
};

Counts counts_of(std::string_view window) {
  Counts counts;
  for (std::size_t i = 0; i < window.size();) {
    if (!is_latin_letter(window[i])) {
      // A letter beyond ASCII may begin or go on with a word of any language.
      counts.words += static_cast<unsigned char>(window[i]) >= 0xC3 ? 1 : 0;
      ++i;
      continue;
    }
    std::uint64_t word = 0;
    std::size_t letters = 0;
    if (window.size() - i >= sizeof(EightBytes)) {
      const EightBytes eight = eight_bytes(window.data() + i);
      letters = leading_letters(eight);
      if (letters < kMostLetters) {
        const EightBytes of_word = (EightBytes{1} << (8 * letters)) - 1;
        word = (eight | kEachOfEight * 0x20) & of_word;
      }
      i += letters;
    }
    for (; i < window.size() && is_latin_letter(window[i]); ++i, ++letters) {
      if (letters < kMostLetters) {
        word |= std::uint64_t{static_cast<unsigned char>(window[i] | 0x20)}
                << (8 * letters);
      }
    }
    ++counts.words;
    if (letters >= kMostLetters) continue;
    if ((kOpenings >> ((word & 0xFF) - 'a') & 1U) == 0) continue;
    const auto found = std::ranges::find(kEnglishOnly, word);
    if (found == kEnglishOnly.end()) continue;
    ++counts.english;
    counts.seen |= 1U << (found - kEnglishOnly.begin());
  }
  return counts;
}

// Whether enough words are of the list, and several different ones.
bool has_enough(const Counts& counts, std::size_t least_per_cent) {
  return counts.words >= kLeastWords &&
         counts.english * 100 >= counts.words * least_per_cent &&
         std::popcount(counts.seen) >= kLeastDifferent;
}

}  // namespace

bool is_plainly_english(std::string_view text) {
  const Counts first = counts_of(text.substr(0, kWindowBytes));
  if (!has_enough(first, kLeastPerCentOfOne)) return false;
  if (text.size() < 2 * kWindowBytes) return has_enough(first, kLeastPerCent);
  const Counts second = counts_of(text.substr(kWindowBytes, kWindowBytes));
  const Counts both{first.words + second.words, first.english + second.english,
                    first.seen | second.seen};
  return has_enough(second, kLeastPerCentOfOne) &&
         has_enough(both, kLeastPerCent);
}

}  // namespace broadsheet::text
