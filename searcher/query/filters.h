// Filters that are neither words nor dates: lang:, wc:, id:, url:, path:, dup:.
#pragma once

#include <string_view>
#include <variant>

#include "searcher/query/lexer.h"
#include "searcher/query/query_error.h"
#include "searcher/query/tree.h"

namespace broadsheet::searcher::query {

/// The filter that `value`, a kWord or kPhrase token of `query`, is in `field`,
/// a kField token of one of these kinds.
[[nodiscard]] std::variant<Node, QueryError> read_filter(std::string_view query,
                                                         const Token& value,
                                                         const Token& field);

/// The filter of wc>1500, a kCompare token.
[[nodiscard]] std::variant<Node, QueryError> read_word_count(
    std::string_view query, const Token& comparison);

}  // namespace broadsheet::searcher::query
