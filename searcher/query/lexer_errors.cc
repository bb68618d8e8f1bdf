#include "searcher/query/lexer_errors.h"

#include <string>

namespace broadsheet::searcher::query {

QueryError unclosed_quote(Span mark, std::string_view sign,
                          std::string_view rest) {
  return {.code = "unclosed-quote",
          .span = mark,
          .message = "the quotation mark is never closed",
          .hint = rest.empty() ? "remove it"
                               : "close it: " + std::string(sign) + '"' +
                                     std::string(rest) + '"'};
}

QueryError excluded_value(std::string_view field, Span minus) {
  return {.code = "bad-negation",
          .span = minus,
          .message = "an exclusion cannot stand behind the colon of a field",
          .hint = "put it before: -" + std::string(field) + "…"};
}

QueryError run_in_field(std::string_view run, Span span) {
  return {.code = "bad-operand",
          .span = span,
          .message = "a field cannot stand in another field",
          .hint = "join them with a blank, or quote the text: \"" +
                  std::string(run) + '"'};
}

QueryError field_without_value(std::string_view name, Span span) {
  return {.code = "empty-field",
          .span = span,
          .message = std::string(name) + ": has nothing to look for",
          .hint = "write what to look for right behind the colon"};
}

QueryError unknown_field(std::string_view name, std::string_view value,
                         std::string_view nearest, Span span) {
  const std::string named(name);
  const std::string sought(value);
  return {.code = "unknown-field",
          .span = span,
          .message = "there is no field \"" + named + '"',
          .hint = "did you mean " + std::string(nearest) + ':' +
                  (sought.empty() ? "…" : sought) +
                  " ? To search the text, quote it: \"" +
                  (sought.empty() ? named : named + ':' + sought) + '"'};
}

}  // namespace broadsheet::searcher::query
