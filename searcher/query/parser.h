// The parser: a query string in, a tree or an error out, with notes on how it
// was read. docs/query-language.md is the specification.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "searcher/query/query_error.h"
#include "searcher/query/tree.h"

namespace broadsheet::searcher::query {

struct ParseOptions {
  /// Articles with any of the words, instead of all of them (--any): a blank
  /// between words or groups outside parentheses means OR. Exclusions, dates
  /// and the fields that only filter hold for all the same.
  bool any = false;
  /// ISO 639-1 codes of the index; words get the stems of each. Not empty.
  std::vector<std::string> languages = {"en"};
  /// As strategies for LexisNexis are written (--lexis): and, or and not are
  /// operators in any case, words side by side a phrase, ! is any run of
  /// letters and * one.
  bool lexis = false;
  /// For "date:30d..": seconds since 1970 UTC.
  std::int64_t now = 0;
};

struct ParsedQuery {
  Node root;
  /// The query with every parenthesis written out, if precedence or --any
  /// decided anything; empty otherwise. Shown as "read as: …".
  std::string reading;
  /// Short lines on what may not be what the user meant. They quote the query:
  /// neither they nor `reading` are escaped for a terminal.
  std::vector<std::string> notes;
};

/// Reads `query`. Never throws for anything a user may type.
[[nodiscard]] std::variant<ParsedQuery, QueryError> parse_query(
    std::string_view query, const ParseOptions& options);

}  // namespace broadsheet::searcher::query
