// What the lexer refuses, with the words to say it in: here, so that the lexer
// itself reads as one. docs/query-language.md lists the codes.
#pragma once

#include <string_view>

#include "corpus/base/span.h"
#include "searcher/query/query_error.h"

namespace broadsheet::searcher::query {

/// "a b: the quotation mark at `mark`, behind `sign` ("~" or none), has no
/// other before the end; `rest` is what follows it.
[[nodiscard]] QueryError unclosed_quote(Span mark, std::string_view sign,
                                        std::string_view rest);
/// title:-a, of `field` with its colon
[[nodiscard]] QueryError excluded_value(std::string_view field, Span minus);
/// title:place:Rome, of the inner `run`
[[nodiscard]] QueryError run_in_field(std::string_view run, Span span);
/// title: at the end
[[nodiscard]] QueryError field_without_value(std::string_view name, Span span);
/// titel:oil, where `nearest` is the field that was meant; `span` is the name
/// and its colon
[[nodiscard]] QueryError unknown_field(std::string_view name,
                                       std::string_view value,
                                       std::string_view nearest, Span span);

}  // namespace broadsheet::searcher::query
