#include "searcher/query/patterns.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace broadsheet::searcher::query {

bool has_wildcards(std::string_view text) {
  return std::ranges::any_of(text, is_wildcard);
}

std::string from_lexis(std::string text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '*') {
      text[i] = '?';
    } else if (text[i] == '!' && i > 0 && text[i - 1] != ' ' &&
               (i + 1 == text.size() || text[i + 1] == ' ')) {
      text[i] = '*';
    }
  }
  return text;
}

std::variant<Misspelt, QueryError> read_misspelt(std::string_view word,
                                                 Span span) {
  const std::size_t sign = word.rfind('~');
  if (sign == std::string_view::npos || sign == 0) {
    return Misspelt{std::string(word)};
  }
  const std::string before(word.substr(0, sign));
  const std::string_view count = word.substr(sign + 1);
  if (count.empty() || count == "1") return Misspelt{before, 1};
  if (count == "2") return Misspelt{before, 2};
  const bool is_number =
      std::ranges::all_of(count, [](char c) { return c >= '0' && c <= '9'; });
  if (!is_number) return Misspelt{std::string(word)};
  return bad_slop(span, "a word has one or two wrong letters",
                  "write " + before + "~ or " + before + "~2");
}

Place misspelt_place(const Place& place, schema::Field field,
                     unsigned wrong_letters) {
  return {.exact_terms = {},
          .stem_terms = {},
          .pattern = place.exact_terms.front().substr(
              schema::exact_term(field, "").size()),
          .wrong_letters = wrong_letters,
          .with_possessives = true};
}

bool is_too_wide(std::string_view pattern) {
  constexpr std::ptrdiff_t kFewestLetters = 2;
  const auto letters = std::ranges::count_if(pattern, [](char c) {
    return !is_wildcard(c) && (static_cast<unsigned char>(c) & 0xC0U) != 0x80;
  });
  return letters < kFewestLetters;
}

QueryError bad_slop(Span span, std::string message, std::string hint) {
  return {.code = "bad-slop",
          .span = span,
          .message = std::move(message),
          .hint = std::move(hint)};
}

}  // namespace broadsheet::searcher::query
