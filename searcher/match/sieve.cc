#include "searcher/match/sieve.h"

#include <algorithm>

#include "corpus/base/utf8.h"
#include "corpus/schema/terms.h"

namespace broadsheet::searcher::match {
namespace {

constexpr std::size_t kMostLetters = 3;
constexpr std::size_t kMostStarts = 64;

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

char to_lower_ascii(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// How many letters every word with the stem `stem` begins with, at least, of
/// those that the stem begins with.
std::size_t certain_letters(std::string_view language, std::string_view stem) {
  // The German stemmer only takes endings off.
  if (language == "de") return std::min(kMostLetters, stem.size());
  if (language != "en") return 0;
  // The English one also changes the last letter of what it keeps to e, i or y
  // (hoping: hope), and once two (dying: die).
  if (stem.size() == 3 && stem.ends_with("ie")) return 1;
  const bool changed =
      stem.ends_with('e') || stem.ends_with('i') || stem.ends_with('y');
  return std::min(kMostLetters, stem.size() - (changed ? 1 : 0));
}

/// The first letters of `form`, at most `most`: what comes behind an apostrophe
/// or full stop may be printed otherwise.
std::string_view first_letters(std::string_view form, std::size_t most) {
  std::size_t count = 0;
  while (count < std::min(most, form.size()) &&
         (is_ascii_letter(form[count]) || is_digit(form[count]))) {
    ++count;
  }
  return form.substr(0, count);
}

/// How many bytes the character outside ASCII at `at` takes if it is a mark or
/// blank that no word begins with (general punctuation, no-break space,
/// guillemets), else 0.
std::size_t mark_bytes(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  if (rest.size() >= 3 && rest.starts_with("\xE2\x80")) return 3;
  for (const std::string_view mark : {"\xC2\xA0", "\xC2\xAB", "\xC2\xBB"}) {
    if (rest.starts_with(mark)) return mark.size();
  }
  return 0;
}

}  // namespace

Sieve::Sieve(std::span<const query::Phrase* const> phrases,
             std::string_view language) {
  for (const query::Phrase* phrase : phrases) {
    if (!query::ranks(phrase->field)) continue;
    const std::size_t exact_prefix =
        schema::exact_term(phrase->field, "").size();
    const std::size_t stem_prefix = schema::stem_term(phrase->field, "").size();
    std::vector<std::uint64_t> places;
    for (const query::Place& place : phrase->places) {
      std::uint64_t bits = 0;
      bool is_certain = true;
      const auto add = [&](std::string_view letters) {
        if (letters.empty()) {
          is_certain = false;
        } else {
          bits |= bit_of(letters);
        }
      };
      for (const std::string& term : place.exact_terms) {
        add(first_letters(std::string_view(term).substr(exact_prefix),
                          kMostLetters));
      }
      for (const std::string& term : place.stem_terms) {
        const std::string_view stem =
            std::string_view(term).substr(stem_prefix);
        add(first_letters(stem, certain_letters(language, stem)));
      }
      if (is_certain) {
        places.push_back(bits);
      } else {
        any_word_ = true;
      }
    }
    passes_all_ |= places.empty();
    phrases_.push_back(std::move(places));
  }
  passes_all_ |= start_count_ > kMostStarts;
}

std::uint64_t Sieve::bit_of(std::string_view letters) {
  std::vector<Start>& starts = starts_[static_cast<unsigned char>(letters[0])];
  const auto known = std::ranges::find(starts, letters, &Start::letters);
  if (known != starts.end()) return known->bit;
  if (start_count_++ >= kMostStarts) return 0;
  const std::uint64_t bit = std::uint64_t{1} << (start_count_ - 1);
  starts.push_back({std::string(letters), bit});
  return bit;
}

bool Sieve::may_hold_any(std::string_view sentence) const {
  if (passes_all_) return true;
  std::uint64_t seen = 0;
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    const char before = i > 0 ? sentence[i - 1] : ' ';
    const char c = sentence[i];
    if (!is_ascii(c)) {
      // Behind a letter, a character such as é ends what can be compared, and
      // what follows may be a new word. At the beginning of a word, it may fold
      // to any letter.
      std::size_t bytes = mark_bytes(sentence, i);
      if (bytes == 0) {
        if (!is_ascii_letter(before) && !is_digit(before)) return true;
        bytes = code_point_at(sentence, i).bytes;
      }
      i += bytes - 1;
      continue;
    }
    const bool begins = is_ascii_letter(c)
                            ? !is_ascii_letter(before) && !is_digit(before)
                        : is_digit(c) ? !is_digit(before)
                                      : false;
    if (!begins) continue;
    for (const Start& start :
         starts_[static_cast<unsigned char>(to_lower_ascii(c))]) {
      std::size_t common = 1;
      while (common < start.letters.size() && i + common < sentence.size() &&
             to_lower_ascii(sentence[i + common]) == start.letters[common]) {
        ++common;
      }
      // A word that ends in a mark, as O'Brien does after its O, may go on.
      const bool goes_on =
          common < start.letters.size() && i + common < sentence.size() &&
          !is_ascii_letter(sentence[i + common]) &&
          !is_digit(sentence[i + common]) && sentence[i + common] != ' ';
      if (common == start.letters.size() || goes_on) seen |= start.bit;
    }
  }
  return std::ranges::any_of(phrases_, [&](const auto& places) {
    return std::ranges::all_of(
        places, [&](std::uint64_t bits) { return (bits & seen) != 0; });
  });
}

bool Sieve::may_be_any(std::string_view word) const {
  if (passes_all_ || any_word_ || word.empty()) return true;
  const auto& starts =
      starts_[static_cast<unsigned char>(to_lower_ascii(word[0]))];
  return std::ranges::any_of(starts, [&](const Start& start) {
    return start.letters.size() <= word.size() &&
           std::ranges::equal(start.letters,
                              word.substr(0, start.letters.size()), {}, {},
                              to_lower_ascii);
  });
}

}  // namespace broadsheet::searcher::match
