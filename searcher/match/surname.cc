#include "searcher/match/surname.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "searcher/match/name_words.h"

namespace broadsheet::searcher::match {
namespace {

/// What stands before a surname and is no first name.
constexpr std::array<std::string_view, 18> kAddresses{
    "mr",  "mrs", "ms",  "miss", "dr",   "prof", "sir",     "lord",  "lady",
    "sen", "rep", "gov", "gen",  "capt", "col",  "senator", "mayor", "general"};

/// They look like initials.
constexpr std::array<std::string_view, 4> kCountries{"u.s.", "u.n.", "u.k.",
                                                     "e.c."};

bool is_address(std::string_view word) {
  return is_one_of(kAddresses, word) || is_one_of(kTitles, word);
}

/// Where the last word of `subject` stands; nowhere if it is no name, or has a
/// first name beside it already: of two Olsens, Mara Olsen is but one.
Span surname_of(std::string_view text, Span subject) {
  const std::string_view whole = subject.of(text);
  const std::size_t blank = whole.find_last_of(" \n");
  const std::size_t at = blank == std::string_view::npos ? 0 : blank + 1;
  const std::string_view surname = whole.substr(at);
  if (surname.size() < 3 || !begins_large(surname)) return {};
  if (at > 0) {
    const std::size_t other = whole.find_last_of(" \n", blank - 1);
    std::string_view beside = whole.substr(0, blank);
    if (other != std::string_view::npos) beside.remove_prefix(other + 1);
    if (beside.ends_with('.')) beside.remove_suffix(1);
    if (beside.empty() || (begins_large(beside) && !is_address(beside))) {
      return {};
    }
  }
  return {subject.begin + at, subject.end};
}

/// Whether a name that ends before `end` is a part of a longer one: Tarn-Hill.
bool goes_on(std::string_view text, std::size_t end) {
  if (end < text.size() && text[end] == '-') ++end;
  return end < text.size() && is_letter(text[end]);
}

/// Whether `word`, which has a full stop, is of initials or "Dr.", and does not
/// end a sentence.
bool is_shortened(std::string_view word) {
  if (!word.ends_with('.') || is_one_of(kCountries, word)) return false;
  word.remove_suffix(1);
  if (is_address(word)) return true;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if ((word[i] == '.') != (i % 2 == 1)) return false;
  }
  return true;
}

/// Where the names begin that stand before the surname at `at`, not before
/// `from`; `at` if none do.
std::size_t begin_of_names(std::string_view text, std::size_t from,
                           std::size_t at) {
  constexpr int kMostNames = 3;
  std::size_t begin = at;
  for (int names = 0; names < kMostNames; ++names) {
    if (begin < from + 2 ||
        (text[begin - 1] != ' ' && text[begin - 1] != '\n')) {
      break;
    }
    std::size_t first = begin - 1;
    while (first > from &&
           (is_letter(text[first - 1]) || text[first - 1] == '.')) {
      --first;
    }
    const std::string_view word = text.substr(first, begin - 1 - first);
    if (word.empty() || !is_capital(word.front())) break;
    if (word.find('.') != std::string_view::npos && !is_shortened(word)) break;
    begin = first;
  }
  return begin;
}

}  // namespace

std::optional<Span> fuller_name(std::string_view text,
                                std::span<const Span> passages, Span subject) {
  const Span surname = surname_of(text, subject);
  if (surname.empty()) return std::nullopt;
  const std::string_view name = surname.of(text);
  for (const Span passage : passages) {
    if (passage.begin >= subject.begin) break;
    const std::string_view before =
        text.substr(0, std::min(passage.end, subject.begin));
    for (std::size_t at = before.find(name, passage.begin);
         at != std::string_view::npos; at = before.find(name, at + 1)) {
      if (goes_on(before, at + name.size())) continue;
      const std::size_t begin = begin_of_names(before, passage.begin, at);
      if (begin < at) return Span{begin, at + name.size()};
    }
  }
  return std::nullopt;
}

}  // namespace broadsheet::searcher::match
