#include "searcher/match/attribution.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "searcher/match/name_words.h"

namespace broadsheet::searcher::match {
namespace {

/// Verbs of speech as they stand beside quotations. "Noted" and its like also
/// report what nobody said aloud, but between quotation marks they quote.
constexpr std::array<std::string_view, 46> kVerbs{
    "said",      "says",       "told",      "tells",        "added",
    "adds",      "asked",      "asks",      "warned",       "warns",
    "argued",    "argues",     "stated",    "states",       "explained",
    "explains",  "noted",      "notes",     "insisted",     "insists",
    "commented", "comments",   "replied",   "replies",      "declared",
    "declares",  "announced",  "recalled",  "remarked",     "conceded",
    "concedes",  "admitted",   "admits",    "acknowledged", "predicted",
    "urged",     "complained", "joked",     "quipped",      "wrote",
    "writes",    "testified",  "continued", "concluded",    "stressed",
    "claimed"};

/// Words that end the name behind "said".
constexpr std::array<std::string_view, 30> kNameEnds{
    "in",       "at",        "on",       "to",     "that",    "during",
    "after",    "when",      "as",       "while",  "before",  "about",
    "from",     "by",        "who",      "and",    "but",     "if",
    "because",  "yesterday", "today",    "monday", "tuesday", "wednesday",
    "thursday", "friday",    "saturday", "sunday", "late",    "earlier"};

/// Who speaks for somebody is not that somebody.
constexpr std::array<std::string_view, 8> kOthers{
    "aide", "aides", "lawyer", "lawyers", "adviser", "wife", "son", "attorney"};

constexpr std::size_t kLongestName = 8;   // Words of a subject.
constexpr std::size_t kFarthestVerb = 6;  // Words between verb and quotation.

struct Word {
  Span bytes;
  bool comma_before = false;  ///< Or another mark; not a blank alone.
};

bool is_pronoun(std::string_view word) {
  const std::string lowered = lower(word);
  return lowered == "he" || lowered == "she";
}

/// A full stop that ends a sentence rather than an initial or "Mr.".
bool ends_sentence(std::string_view text, Span part, std::size_t stop,
                   Span last_word) {
  const std::string_view word = last_word.of(text);
  if (text[stop] != '.') return text[stop] == '!' || text[stop] == '?';
  if (word.size() <= 3 && begins_large(word)) return false;
  return stop + 1 >= part.end || text[stop + 1] == ' ' ||
         text[stop + 1] == '\n' || text[stop + 1] == '"';
}

/// The words of `part`, a range of `text`, up to the end of its sentence.
std::vector<Word> words_of_sentence(std::string_view text, Span part) {
  std::vector<Word> words;
  bool mark = false;
  for (std::size_t i = part.begin; i < part.end;) {
    if (!is_letter(text[i])) {
      if (!words.empty() && ends_sentence(text, part, i, words.back().bytes)) {
        break;
      }
      mark |= text[i] != ' ' && text[i] != '\n' && text[i] != '.';
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < part.end &&
           (is_letter(text[end]) ||
            ((text[end] == '\'' || text[end] == '-') && end + 1 < part.end &&
             is_letter(text[end + 1])))) {
      ++end;
    }
    words.push_back({{i, end}, mark});
    mark = false;
    i = end;
  }
  return words;
}

/// The last sentence of `part`, which runs up to a quotation.
Span last_sentence(std::string_view text, Span part) {
  std::size_t begin = part.begin;
  while (begin < part.end) {
    const std::vector<Word> words = words_of_sentence(text, {begin, part.end});
    if (words.empty()) break;
    std::size_t end = words.back().bytes.end;
    while (end < part.end && !is_letter(text[end])) ++end;
    if (end == part.end) break;
    begin = end;
  }
  return {begin, part.end};
}

/// Whether the "of" at `at` ends a name: Jon Tarn of the Kestrel Bank.
bool ends_name(std::string_view text, const std::vector<Word>& words,
               std::size_t first, std::size_t at) {
  if (words[at].bytes.of(text) != "of" || at < first + 2) return false;
  const std::string_view last = words[at - 1].bytes.of(text);
  return begins_large(last) && begins_large(words[at - 2].bytes.of(text)) &&
         !is_one_of(kTitles, last);
}

std::optional<Attribution> named(std::string_view text,
                                 const std::vector<Word>& words,
                                 std::size_t first, std::size_t end) {
  if (first >= end || end - first > kLongestName) return std::nullopt;
  if (end - first == 1 && is_pronoun(words[first].bytes.of(text))) {
    return Attribution{words[first].bytes, true};
  }
  bool has_name = false;
  for (std::size_t i = first; i < end; ++i) {
    const std::string_view word = words[i].bytes.of(text);
    if (is_pronoun(word)) return std::nullopt;
    has_name |= begins_large(word) && lower(word) != "the" &&
                lower(word) != "a" && lower(word) != "but";
  }
  if (!has_name || is_one_of(kOthers, words[end - 1].bytes.of(text))) {
    return std::nullopt;
  }
  return Attribution{{words[first].bytes.begin, words[end - 1].bytes.end},
                     false};
}

/// "…," said Mara Olsen, the mayor.   "…," the mayor, Mara Olsen, said.
std::optional<Attribution> behind(std::string_view text, Span part) {
  const std::vector<Word> words = words_of_sentence(text, part);
  if (words.empty()) return std::nullopt;
  if (is_one_of(kVerbs, words[0].bytes.of(text))) {
    std::size_t end = 1;
    while (end < words.size() && !words[end].comma_before &&
           !is_one_of(kNameEnds, words[end].bytes.of(text)) &&
           !ends_name(text, words, 1, end)) {
      ++end;
    }
    return named(text, words, 1, end);
  }
  // A subject without a verb near it is another sentence's.
  std::size_t comma = words.size();
  for (std::size_t i = 1; i < std::min(words.size(), kLongestName + 4); ++i) {
    if (words[i].comma_before) comma = std::min(comma, i);
    if (!is_one_of(kVerbs, words[i].bytes.of(text))) continue;
    // An aside between commas closes before the verb.
    if (comma < i && !words[i].comma_before) return std::nullopt;
    return named(text, words, 0, std::min(comma, i));
  }
  return std::nullopt;
}

/// Mara Olsen, the mayor, told reporters: "…"
std::optional<Attribution> before(std::string_view text, Span part) {
  const std::vector<Word> words =
      words_of_sentence(text, last_sentence(text, part));
  const std::size_t from =
      words.size() > kFarthestVerb ? words.size() - kFarthestVerb : 0;
  for (std::size_t i = words.size(); i > from; --i) {
    const std::size_t verb = i - 1;
    if (!is_one_of(kVerbs, words[verb].bytes.of(text))) continue;
    if (verb == 0) return std::nullopt;
    std::size_t end = verb;
    if (words[verb].comma_before) {
      // Over the aside, back to what it is about.
      std::size_t aside = verb - 1;
      while (aside > 0 && !words[aside].comma_before) --aside;
      if (aside == 0) return std::nullopt;
      end = aside;
    }
    std::size_t first = end - 1;
    while (first > 0 && !words[first].comma_before &&
           !is_one_of(kNameEnds, words[first - 1].bytes.of(text))) {
      --first;
    }
    return named(text, words, first, end);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Attribution> attribution_of(
    std::string_view text, Span paragraph,
    const std::vector<QuotedPiece>& pieces, std::size_t index) {
  const QuotedPiece& piece = pieces[index];
  const std::size_t next_begin =
      index + 1 < pieces.size() ? pieces[index + 1].whole.begin : paragraph.end;
  // Behind a full stop, a new sentence begins.
  const std::string_view inside = piece.inside.of(text);
  const bool is_finished = inside.ends_with('.') && !inside.ends_with("..");
  if (!is_finished && !piece.is_open) {
    if (auto found = behind(text, {piece.whole.end, next_begin})) return found;
  }
  const std::size_t last_end =
      index > 0 ? pieces[index - 1].whole.end : paragraph.begin;
  return before(text, {last_end, piece.whole.begin});
}

}  // namespace broadsheet::searcher::match
