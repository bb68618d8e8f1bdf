// What is wrong with a query: a value, not an exception, with the place in the
// query, so that it can be shown under a caret. docs/query-language.md lists
// the codes.
#pragma once

#include <string>
#include <string_view>

#include "corpus/base/span.h"

namespace broadsheet::searcher::query {

struct QueryError {
  std::string code;     ///< "unclosed-quote".
  Span span;            ///< Bytes of the query; may be empty at its end.
  std::string message;  ///< One line, without a full stop.
  std::string hint;     ///< What to type instead; may be empty.
};

/// The message for people, several lines, escaped for a terminal:
///
///   broadsheet-search: query error [unknown-field]: there is no field "auther"
///     auther:Silva
///     ^~~~~~~
///     help: did you mean author:Silva ?
///
/// The caret line counts columns as terminals do (East Asian wide: two). A long
/// query is cut to a window around the caret, at most `width` columns.
[[nodiscard]] std::string render(const QueryError& error,
                                 std::string_view query, std::size_t width);

}  // namespace broadsheet::searcher::query
