// What the grammar refuses, with the words to say it in: here, so that the
// grammar itself reads as one. docs/query-language.md lists the codes.
#pragma once

#include <cstddef>
#include <string_view>

#include "corpus/base/span.h"
#include "searcher/query/query_error.h"

namespace broadsheet::searcher::query {

/// `sign`, an operator or function as typed, has no operand on a `side`: "on
/// its left".
[[nodiscard]] QueryError missing_operand(std::string_view sign, Span span,
                                         std::string_view side);
/// -a OR b
[[nodiscard]] QueryError negated_or(Span exclusion);
/// NOT -a
[[nodiscard]] QueryError double_negation(Span span);

/// A `connector`, as typed, beside an exclusion: -a w/5 b
[[nodiscard]] QueryError connected_exclusion(std::string_view connector,
                                             Span exclusion);
/// a w/5 NOT b
[[nodiscard]] QueryError not_behind(std::string_view connector, Span span);
/// a w/5 pre/3 b
[[nodiscard]] QueryError nothing_between(Span connectors);
/// The connector has no distance that there is: w/0, w/x
[[nodiscard]] QueryError bad_distance(std::string_view connector, Span span);
/// More than kMaxQueryConnectors.
[[nodiscard]] QueryError too_many_connectors(Span span);

/// a)
[[nodiscard]] QueryError stray_parenthesis(Span span);
/// ()
[[nodiscard]] QueryError empty_group(Span span);
/// More than kMaxQueryDepth in each other.
[[nodiscard]] QueryError too_deep(Span span);
/// The parenthesis at `span` and `open` in all are not closed by `query`'s end.
[[nodiscard]] QueryError unclosed_parenthesis(Span span, std::string_view query,
                                              std::size_t open);

/// atleast0(a)
[[nodiscard]] QueryError bad_count(Span function);
/// author: AND
[[nodiscard]] QueryError empty_field(Span span);
/// author:(place:Rome)
[[nodiscard]] QueryError field_in_field(Span span);

}  // namespace broadsheet::searcher::query
