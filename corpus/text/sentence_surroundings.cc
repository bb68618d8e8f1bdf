#include "corpus/text/sentence_surroundings.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "corpus/base/utf8.h"
#include "corpus/text/abbreviations.h"
#include "corpus/text/closing_marks.h"
#include "corpus/text/sentence_stops.h"

namespace broadsheet::text {
namespace {

using enum SentenceClass;

constexpr std::size_t kLongestWordAfter = 48;
constexpr std::size_t kLongestWordBefore = 40;
constexpr std::size_t kMostOpeningMarks = 8;

constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_marker_digit(char c) { return c >= '0' && c <= '9'; }

bool joins_words(char32_t c) { return c == '-' || c == U'‐' || c == U'‑'; }

bool is_opening_mark(CodePoint point, SentenceClass c) {
  return c == kClose || point.value == U'¿' || point.value == U'¡' ||
         point.value == '\\' || point.value == '`';
}

Following following(std::string_view text, std::size_t at) {
  const CodePoint point = code_point_at(text, at);
  const std::size_t after = at + point.bytes;
  switch (sentence_class(point.value)) {
    case kLower:
      return Following::kLower;
    case kUpper:
      return Following::kUpper;
    case kCaseless:
      return Following::kCaseless;
    case kDigit:
      return Following::kNumber;
    case kContinue:
      return Following::kContinue;
    case kFullStop:
    case kStop:
      return Following::kStop;
    default:
      break;
  }
  if (point.value == kEllipsis) return Following::kStop;
  const bool counts =
      point.value == '#' ||
      u_charType(static_cast<UChar32>(point.value)) == U_CURRENCY_SYMBOL;
  if (counts && after < text.size() &&
      sentence_class(code_point_at(text, after).value) == kDigit) {
    return Following::kNumber;
  }
  return Following::kSymbol;
}

std::size_t word_begin(std::string_view text, std::size_t begin,
                       std::size_t end) {
  if (end - begin > kLongestWordBefore) begin = end - kLongestWordBefore;
  std::size_t at = end;
  while (at > begin) {
    const CodePoint point = code_point_before(text, at);
    if (point.bytes > at - begin) break;
    const SentenceClass c = sentence_class(point.value);
    const bool inside = is_letter(c) || c == kDigit || c == kExtend ||
                        c == kFullStop || joins_words(point.value) ||
                        point.value == U'°' || point.value == '&' ||
                        point.value == '\'' || point.value == U'’';
    if (!inside) break;
    at -= point.bytes;
  }
  return at;
}

// The next word of `text` from `at`, up to a blank, for plain looks.
std::string_view plain_word(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at, kLongestWordAfter);
  return rest.substr(0, rest.find_first_of(" \t\r\n"));
}

bool is_listed(std::string_view word, std::string_view list) {
  while (!list.empty()) {
    const std::size_t blank = list.find(' ');
    if (list.substr(0, blank) == word) return true;
    if (blank == std::string_view::npos) break;
    list.remove_prefix(blank + 1);
  }
  return false;
}

}  // namespace

WordAfter word_after(std::string_view text, std::size_t from) {
  WordAfter after;
  std::size_t at = from;
  for (std::size_t marks = 0; marks < kMostOpeningMarks && at < text.size();
       ++marks) {
    const CodePoint point = code_point_at(text, at);
    if (!is_opening_mark(point, sentence_class(point.value))) break;
    at = after_blanks(text, at + point.bytes);
  }
  after.begin = at;
  if (at >= text.size()) return after;
  after.kind = following(text, at);

  std::size_t end = at;
  while (end < text.size() && end - at < kLongestWordAfter) {
    const CodePoint point = code_point_at(text, end);
    const SentenceClass c = sentence_class(point.value);
    if (!is_letter(c) && c != kDigit && c != kExtend &&
        !joins_words(point.value)) {
      break;
    }
    end += point.bytes;
  }
  after.word = text.substr(at, end - at);
  after.dotted = end < text.size() && text[end] == '.';
  return after;
}

std::string word_before(std::string_view text, std::size_t begin,
                        std::size_t end) {
  std::size_t at = word_begin(text, begin, end);
  std::string word(text.substr(at, end - at));
  if (!is_dotted_letters(word)) return word;
  // "z. B", "J. P": on to the left while single letters with full stops stand
  // there.
  while (at > begin && end - at < kLongestWordBefore && text[at - 1] == ' ') {
    const std::size_t stop = at - 1;
    if (stop <= begin || text[stop - 1] != '.') break;
    const std::size_t left = word_begin(text, begin, stop - 1);
    const std::string_view letters = text.substr(left, stop - 1 - left);
    if (!is_dotted_letters(letters)) break;
    word.insert(0, std::string(letters) + '.');
    at = left;
  }
  return word;
}

bool comma_before_word(std::string_view text, std::size_t begin,
                       std::size_t end) {
  std::size_t at = word_begin(text, begin, end);
  while (at > begin && (text[at - 1] == ' ' || text[at - 1] == '\n')) --at;
  return at > begin && text[at - 1] == ',';
}

bool is_headline(std::string_view text) {
  constexpr std::size_t kMostBytes = 250;
  if (text.size() > kMostBytes) return false;
  const std::size_t last = text.find_last_not_of(" \t\r\n\"')");
  if (last == std::string_view::npos || text[last] == '.') return false;
  std::size_t capitals = 0;
  std::size_t small = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::string_view word = plain_word(text, i);
    // Short words are small in most headlines too.
    if (word.size() > 3) {
      capitals += is_upper(word.front()) ? 1U : 0U;
      small += is_lower(word.front()) ? 1U : 0U;
    }
    i += word.size() + 1;
  }
  return capitals > 2 && small * 4 <= capitals;
}

bool is_list_marker(std::string_view beginning) {
  constexpr std::size_t kMostBytes = 32;
  if (beginning.size() > kMostBytes) return false;
  std::size_t at = 0;
  while (at < beginning.size()) {
    const CodePoint point = code_point_at(beginning, at);
    const SentenceClass c = sentence_class(point.value);
    if (is_letter(c) || c == kDigit) break;
    at += point.bytes;
  }
  const std::string_view marker = beginning.substr(at);
  if (marker.empty() || marker.size() > 7) return false;
  if (is_marker_digit(marker.front())) {
    std::size_t digits = 0;
    for (const char c : marker) {
      digits = c == '.' ? 0 : digits + 1;
      if ((!is_marker_digit(c) && c != '.') || digits > 3) return false;
    }
    return true;
  }
  if (marker.find_first_not_of("IVX") == std::string_view::npos) return true;
  return code_point_at(marker, 0).bytes == marker.size();
}

bool is_opening_phrase(std::string_view beginning) {
  constexpr std::size_t kMostBytes = 40;
  constexpr std::size_t kMostWords = 5;
  constexpr std::string_view kPrepositions =
      "At By On In From For Around About Before After Since Until Near Outside "
      "Inside Within Under During Between Across Throughout Unlike";
  constexpr std::string_view kSmallWords =
      "the a about around nearly almost exactly just late early and a.m. p.m.";
  if (beginning.size() > kMostBytes) return false;
  std::size_t words = 0;
  for (std::size_t i = 0; i < beginning.size();) {
    const std::string_view word = plain_word(beginning, i);
    i += word.size() + 1;
    if (word.empty()) continue;
    if (++words > kMostWords) return false;
    const bool fits = words == 1 ? is_listed(word, kPrepositions)
                                 : is_upper(word.front()) ||
                                       is_marker_digit(word.front()) ||
                                       is_listed(word, kSmallWords);
    if (!fits) return false;
  }
  return words > 1;
}

bool attributes_quotation(std::string_view text, std::size_t from) {
  constexpr std::size_t kMostWords = 8;
  constexpr std::string_view kParticles =
      "of the and de del der den van von al bin ibn la le du da di el ben";
  constexpr std::string_view kVerbs =
      "said says asked asks told tells added adds wrote writes cried shouted "
      "replied exclaimed wondered tweeted posted yelled whispered demanded "
      "joked quipped declared answered remarked insisted recalled";
  std::size_t at = from;
  for (std::size_t words = 0; words < kMostWords && at < text.size(); ++words) {
    std::string_view word = plain_word(text, at);
    at = after_blanks(text, at + word.size());
    while (!word.empty() && (word.back() == '.' || word.back() == ',')) {
      word.remove_suffix(1);
    }
    if (words > 0 && is_listed(word, kVerbs)) return true;
    const bool of_a_name =
        !word.empty() &&
        (sentence_class(code_point_at(word, 0).value) == kUpper ||
         (words > 0 && is_listed(word, kParticles)));
    if (!of_a_name) return false;
  }
  return false;
}

}  // namespace broadsheet::text
