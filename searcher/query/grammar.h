// The grammar: tokens in, the units of the query out. Recursive descent, one
// function a level of precedence:
//
//   query = unit { [ AND ] unit }     unit = [ NOT ] chain
//   chain = either { [ NOT ] connector either }
//   either = prim { OR prim }         prim = [ - ] atom
//   atom = "(" query ")" | function atom | field atom
//        | comparison | phrase [ ~N ] | word
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "searcher/query/lexer.h"
#include "searcher/query/parser.h"
#include "searcher/query/query_error.h"
#include "searcher/query/units.h"

namespace broadsheet::searcher::query {

/// The units outside of all parentheses.
struct Units {
  std::vector<Unit> list;
  /// OR, AND, NOT or different connectors met without parentheses somewhere in
  /// the query.
  bool precedence_decided = false;
  std::vector<std::string> notes{};
};

/// Reads `tokens` of `query`, the last of which is kEnd; no units if it is the
/// only one.
[[nodiscard]] std::variant<Units, QueryError> read_units(
    std::string_view query, std::vector<Token> tokens,
    const ParseOptions& options);

}  // namespace broadsheet::searcher::query
