// Between lexer and parser: tokens that are only punctuation go, and what in
// the rest may not be meant as it will be read gets a note.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/text/lexicon.h"
#include "searcher/query/lexer.h"
#include "searcher/query/query_error.h"

namespace broadsheet::searcher::query {

/// Drops words of `lexed` without a letter or digit, such as a dash between
/// blanks, and with it the minus before one; notes which. `*` stays, and so
/// does the value of a field. `query` is what was lexed.
[[nodiscard]] LexedQuery without_punctuation(LexedQuery lexed,
                                             std::string_view query);

/// `tokens` with bare words side by side as one phrase of word forms each, as
/// LexisNexis reads them.
[[nodiscard]] std::vector<Token> with_phrases(std::vector<Token> tokens);

/// Notes on lower-case "or" and "not" between words, on connectors beside two
/// words of which they join one, and on operators in a query that is all in
/// capitals.
[[nodiscard]] std::vector<std::string> notes_on_words(
    const std::vector<Token>& tokens, std::string_view query);

/// Whether `tokens` are in capitals throughout, as a pasted headline is, so
/// that capitals say nothing: at least three words, none with a small letter.
/// Fewer are more often acronyms: "US NATO".
[[nodiscard]] text::Surroundings surroundings_of_words(
    const std::vector<Token>& tokens, std::string_view query);

/// A comparison written with a blank before its sign, "date > 2020", is an
/// error: its parts would be searched as text.
[[nodiscard]] std::optional<QueryError> split_comparison(
    const std::vector<Token>& tokens, std::string_view query);

}  // namespace broadsheet::searcher::query
