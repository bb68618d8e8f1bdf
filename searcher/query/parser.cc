#include "searcher/query/parser.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "corpus/base/utf8.h"
#include "searcher/query/budget.h"
#include "searcher/query/grammar.h"
#include "searcher/query/lexer.h"
#include "searcher/query/reading.h"
#include "searcher/query/tidy.h"

namespace broadsheet::searcher::query {
namespace {

std::optional<QueryError> unreadable(std::string_view query) {
  if (query.size() > kMaxQueryBytes) {
    return QueryError{.code = "too-long",
                      .span = {0, 0},
                      .message = "a query has at most " +
                                 std::to_string(kMaxQueryBytes) + " bytes",
                      .hint = "search for a part of it"};
  }
  if (is_valid_utf8(query)) return std::nullopt;
  std::size_t bad = 0;
  while (is_valid_utf8(query.substr(bad, code_point_at(query, bad).bytes))) {
    bad += code_point_at(query, bad).bytes;
  }
  return QueryError{.code = "bad-encoding",
                    .span = {bad, bad + 1},
                    .message = "the query is not UTF-8",
                    .hint = "set the terminal to UTF-8"};
}

}  // namespace

std::variant<ParsedQuery, QueryError> parse_query(std::string_view query,
                                                  const ParseOptions& options) {
  if (auto error = unreadable(query)) return *std::move(error);
  auto lexed = lex(query, options.lexis);
  if (auto* error = std::get_if<QueryError>(&lexed)) return std::move(*error);
  auto& raw = std::get<LexedQuery>(lexed);
  if (auto error = split_comparison(raw.tokens, query)) {
    return *std::move(error);
  }
  LexedQuery tidy = without_punctuation(std::move(raw), query);
  if (options.lexis) tidy.tokens = with_phrases(std::move(tidy.tokens));
  std::vector<std::string> notes = std::move(tidy.notes);
  std::ranges::move(notes_on_words(tidy.tokens, query),
                    std::back_inserter(notes));

  auto read = read_units(query, std::move(tidy.tokens), options);
  if (auto* error = std::get_if<QueryError>(&read)) return std::move(*error);
  auto& units = std::get<Units>(read);
  if (units.list.empty()) {
    return QueryError{.code = "empty-query",
                      .span = {query.size(), query.size()},
                      .message = "there is no word in the query",
                      .hint = "* alone finds every article"};
  }
  Unit whole = options.any ? any_of(std::move(units.list))
                           : all_of(std::move(units.list));
  if (whole.negated || whole.only_exclusions) {
    return QueryError{
        .code = "only-exclusions",
        .span = {0, query.size()},
        .message = "the query only says what to leave out",
        .hint = "for every other article, write: * " + std::string(query)};
  }
  whole.node.source = {0, query.size()};
  std::ranges::move(units.notes, std::back_inserter(notes));
  const bool any_decided =
      options.any && std::holds_alternative<And>(whole.node.value);
  std::string reading = units.precedence_decided || any_decided
                            ? written_out(whole.node)
                            : std::string();
  return ParsedQuery{.root = std::move(whole.node),
                     .reading = std::move(reading),
                     .notes = std::move(notes)};
}

}  // namespace broadsheet::searcher::query
