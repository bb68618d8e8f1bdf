#include "corpus/text/sentence_ends.h"

#include <algorithm>
#include <array>

#include "corpus/base/utf8.h"

namespace broadsheet::text {
namespace {

template <std::size_t n>
bool is_one_of(std::string_view word,
               const std::array<std::string_view, n>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool all_between(std::string_view word, char first, char last) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [&](char c) {
    return first <= c && c <= last;
  });
}

bool is_short_number(std::string_view word) {
  return word.size() <= 3 && all_between(word, '0', '9');
}

bool is_roman(std::string_view word) {
  return !word.empty() && word.size() <= 5 &&
         word.find_first_not_of("IVX") == std::string_view::npos;
}

// What may be counted after "No." or "Fig.": 5, IV, B, Three.
bool is_number_word(const WordAfter& after) {
  constexpr auto kNumbers =
      std::to_array<std::string_view>({"One", "Two", "Three", "Four", "Five",
                                       "Six", "Seven", "Eight", "Nine", "Ten"});
  return after.kind == Following::kNumber || is_roman(after.word) ||
         (after.word.size() == 1 && all_between(after.word, 'A', 'Z')) ||
         is_one_of(after.word, kNumbers);
}

bool in_capitals(std::string_view word) { return all_between(word, 'A', 'Z'); }

// "iPhone", "eBay": small letters that no sentence rule should look at.
bool is_camel_case(std::string_view word) {
  return word.size() > 3 && word[0] >= 'a' && word[0] <= 'z' &&
         word[1] >= 'A' && word[1] <= 'Z' && word[2] >= 'a' && word[2] <= 'z';
}

// 「…。」と述べた: the quotation is part of the sentence that reports it. A
// particle follows then; these begin words that open sentences.
bool reports_quotation(std::string_view rest) {
  constexpr auto kParticles = std::to_array<std::string_view>(
      {"と", "って", "など", "という", "を", "は", "が", "に", "も", "の"});
  constexpr auto kOpening = std::to_array<std::string_view>(
      {"ところ", "とても", "ときど", "とにか", "とはい", "ともあ", "とりわ",
       "とうと", "とくに", "はい", "はじめ", "がん", "もし", "もう", "もちろ",
       "もっと", "のち"});
  const auto begins = [&](std::string_view word) {
    return rest.starts_with(word);
  };
  return std::any_of(kParticles.begin(), kParticles.end(), begins) &&
         std::none_of(kOpening.begin(), kOpening.end(), begins);
}

}  // namespace

struct SentenceEnds::Place {
  std::string_view text;
  std::size_t begin;  // Of the sentence.
  const Stop& stop;
  ClosingMarks closing;
  std::size_t next;  // After the blanks.
  WordAfter after;

  [[nodiscard]] std::string_view beginning() const {
    return text.substr(begin, stop.begin - begin);
  }
  [[nodiscard]] bool upper() const { return after.kind == Following::kUpper; }
};

SentenceEnds::SentenceEnds(std::string_view language)
    : abbreviations_(language),
      opening_words_(language),
      english_(language == "en"),
      ordinals_(is_one_of(
          language, std::to_array<std::string_view>(
                        {"de", "da", "no", "nb", "nn", "fi", "cs", "sk", "hu",
                         "pl", "sl", "hr", "et", "lv", "is", "tr"}))) {}

std::optional<std::size_t> SentenceEnds::end_at(std::string_view text,
                                                std::size_t sentence_begin,
                                                const Stop& stop) const {
  const auto digit = [&](std::size_t at) {
    return at < text.size() && text[at] >= '0' && text[at] <= '9';
  };
  if (stop.full_stop && digit(stop.end)) return std::nullopt;
  const ClosingMarks closing = closing_marks(text, sentence_begin, stop.end);
  const std::size_t next = after_blanks(text, closing.end);
  if (next == text.size()) return std::nullopt;
  const Place place{.text = text,
                    .begin = sentence_begin,
                    .stop = stop,
                    .closing = closing,
                    .next = next,
                    .after = word_after(text, next)};
  if (!ends_here(place)) return std::nullopt;
  return closing.end;
}

bool SentenceEnds::ends_here(const Place& place) const {
  switch (place.after.kind) {
    case Following::kNothing:
    case Following::kContinue:
    case Following::kStop:
      return false;
    case Following::kLower:
      if (!is_camel_case(place.after.word)) return false;
      break;
    default:
      break;
  }
  if (place.next == place.closing.end) return ends_without_blank(place);
  const std::string_view run =
      place.text.substr(place.stop.begin, place.stop.end - place.stop.begin);
  const bool spaced_dots = run == "." && place.beginning().ends_with(". ");
  if (place.stop.last == kEllipsis || run.starts_with("..") || spaced_dots) {
    return ends_at_ellipsis(place);
  }
  return place.stop.full_stop ? ends_at_full_stop(place)
                              : ends_at_question(place);
}

bool SentenceEnds::ends_at_full_stop(const Place& place) const {
  if (is_list_marker(place.beginning())) return false;
  const std::string before =
      word_before(place.text, place.begin, place.stop.begin);
  if (before.empty()) return ends_at_word(place);
  const bool capitals =
      in_capitals(before) &&
      (in_capitals(place.after.word) || place.after.kind == Following::kSymbol);
  return ends_at_abbreviation(place, abbreviations_.kind(before, capitals));
}

bool SentenceEnds::ends_at_abbreviation(const Place& place,
                                        Abbreviation kind) const {
  const bool number = place.after.kind == Following::kNumber;
  switch (kind) {
    case Abbreviation::kNeverLast:
      return false;
    case Abbreviation::kNumbered:
      return !is_number_word(place.after) && ends_at_word(place);
    case Abbreviation::kUnit:
      return !number && ends_at_word(place);
    case Abbreviation::kAfterComma:
      if (!comma_before_word(place.text, place.begin, place.stop.begin)) {
        return ends_at_word(place);
      }
      return opens(place);
    case Abbreviation::kMaybeLast:
    case Abbreviation::kInitial:
      return opens(place);
    case Abbreviation::kNone:
      return ends_at_word(place);
  }
  return true;
}

bool SentenceEnds::ends_at_word(const Place& place) const {
  constexpr auto kClubs = std::to_array<std::string_view>(
      {"FC", "FSV", "SC", "SV", "VfB", "VfL", "Bundesliga", "Liga"});
  if (place.after.kind == Following::kSymbol) return place.stop.by_default;
  const std::string before =
      word_before(place.text, place.begin, place.stop.begin);
  const bool ordinal = is_short_number(before) || is_roman(before);
  if (!ordinal) return true;
  if (is_one_of(place.after.word, kClubs)) return false;
  return !ordinals_ || opens(place);
}

bool SentenceEnds::ends_at_question(const Place& place) const {
  constexpr auto kExclaimedNames =
      std::to_array<std::string_view>({"Yahoo", "Jeopardy", "Wham", "Joomla"});
  if (place.closing.quotation && english_ && !opens(place) &&
      attributes_quotation(place.text, place.next)) {
    return false;
  }
  // "(?)" and "(!)" comment on a word of a sentence that goes on.
  if (place.beginning().ends_with('(') && !place.closing.quotation) {
    return false;
  }
  if (place.stop.last == '!' &&
      is_one_of(word_before(place.text, place.begin, place.stop.begin),
                kExclaimedNames)) {
    return opens(place);
  }
  if (place.closing.cjk_bracket &&
      reports_quotation(place.text.substr(place.next))) {
    return false;
  }
  return true;
}

bool SentenceEnds::ends_at_ellipsis(const Place& place) const {
  // "[...]" leaves out a part of a sentence or more.
  if (place.beginning().ends_with('[') || place.beginning().ends_with('(')) {
    return place.after.begin == place.next && opens(place);
  }
  if (place.closing.quotation && english_ && !opens(place) &&
      attributes_quotation(place.text, place.next)) {
    return false;
  }
  return place.upper() || place.after.kind == Following::kCaseless ||
         place.stop.by_default;
}

// A missing blank is a misprint ("he said.The firm") or part of a name
// ("Booking.Com"), except in scripts that put none.
bool SentenceEnds::ends_without_blank(const Place& place) const {
  if (place.stop.last >= 0x80 && place.stop.last != kEllipsis) {
    return ends_at_question(place);
  }
  if (place.after.kind == Following::kCaseless) {
    return place.stop.by_default && !place.stop.full_stop;
  }
  if (!place.upper()) return false;
  if (place.closing.quotation && place.stop.by_default) {
    return !attributes_quotation(place.text, place.next);
  }
  return opens(place) && place.after.word.size() > 1 &&
         (!place.stop.full_stop || ends_at_full_stop(place));
}

bool SentenceEnds::opens(const Place& place) const {
  const WordAfter& after = place.after;
  if (after.kind == Following::kCaseless) return true;
  if (!opening_words_.contains(after.word)) return false;
  // "U.S. No. 1", "Plan B. A. Holt": an abbreviation of its own.
  if (after.dotted && (after.word.size() == 1 || after.word == "No")) {
    return false;
  }
  if (is_headline(place.text)) return false;
  return !english_ || !is_opening_phrase(place.text.substr(
                          place.begin, place.stop.end - place.begin));
}

}  // namespace broadsheet::text
