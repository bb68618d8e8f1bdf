// Patterns as people type them: wildcards (*, ?, and those of LexisNexis), and
// ~ for wrong letters. What a pattern stands for in an index is expansion.h's.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "corpus/base/span.h"
#include "searcher/query/query_error.h"
#include "searcher/query/tree.h"

namespace broadsheet::searcher::query {

[[nodiscard]] constexpr bool is_wildcard(char c) {
  return c == '*' || c == '?';
}

[[nodiscard]] bool has_wildcards(std::string_view text);

/// `text` with the wildcards of LexisNexis as ours: there ! is any run of
/// letters and * is one.
[[nodiscard]] std::string from_lexis(std::string text);

/// A bare word without the sign behind it: word~ and word~2 allow one and two
/// wrong letters.
struct Misspelt {
  std::string word;
  unsigned wrong_letters = 0;  ///< 0 if there is no such sign.
};

/// Reads `word`, which stands at `span` of the query. An error if it allows
/// another number of wrong letters; a ~ with no number behind it is
/// punctuation.
[[nodiscard]] std::variant<Misspelt, QueryError> read_misspelt(
    std::string_view word, Span span);

/// The `place` of a word that is spelt with up to `wrong_letters` wrong ones.
/// `field` is that of its phrase.
[[nodiscard]] Place misspelt_place(const Place& place, schema::Field field,
                                   unsigned wrong_letters);

/// Whether `pattern` could be nearly any word: it has less than two letters.
[[nodiscard]] bool is_too_wide(std::string_view pattern);

/// A ~ behind a word or phrase that says nothing there.
[[nodiscard]] QueryError bad_slop(Span span, std::string message,
                                  std::string hint);

}  // namespace broadsheet::searcher::query
