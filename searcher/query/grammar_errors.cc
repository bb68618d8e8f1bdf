#include "searcher/query/grammar_errors.h"

#include <string>

#include "searcher/query/budget.h"

namespace broadsheet::searcher::query {
namespace {

std::string quoted_hint(std::string_view text) {
  return "to search the text, quote it: \"" + std::string(text) + '"';
}

}  // namespace

QueryError missing_operand(std::string_view sign, Span span,
                           std::string_view side) {
  return {.code = "missing-operand",
          .span = span,
          .message = std::string(sign) + " has nothing " + std::string(side),
          .hint = quoted_hint(sign)};
}

QueryError negated_or(Span exclusion) {
  return {.code = "negated-or",
          .span = exclusion,
          .message = "OR cannot join an exclusion",
          .hint = "put the exclusion behind a blank: (a OR b) -c"};
}

QueryError double_negation(Span span) {
  return {.code = "bad-negation",
          .span = span,
          .message = "an exclusion cannot be excluded",
          .hint = "leave both signs away"};
}

QueryError connected_exclusion(std::string_view connector, Span exclusion) {
  return {.code = "negated-operand",
          .span = exclusion,
          .message = std::string(connector) + " cannot join an exclusion",
          .hint = "to leave out what is near, write NOT " +
                  std::string(connector) + "; to exclude, put it outside"};
}

QueryError not_behind(std::string_view connector, Span span) {
  return {.code = "negated-operand",
          .span = span,
          .message = "NOT stands before a connector, not behind it",
          .hint = "write NOT " + std::string(connector)};
}

QueryError nothing_between(Span connectors) {
  return {.code = "bad-connector",
          .span = connectors,
          .message = "two connectors have nothing between them",
          .hint = "leave one of them away"};
}

QueryError bad_distance(std::string_view connector, Span span) {
  return {.code = "bad-distance",
          .span = span,
          .message = std::string(connector) +
                     " needs a number from 1 to 255, s or p behind its slash",
          .hint = quoted_hint(connector)};
}

QueryError too_many_connectors(Span span) {
  return {.code = "too-many-terms",
          .span = span,
          .message = "a query has at most " +
                     std::to_string(kMaxQueryConnectors) + " connectors",
          .hint = "search for a part of it"};
}

QueryError stray_parenthesis(Span span) {
  return {.code = "stray-paren",
          .span = span,
          .message = "this parenthesis closes nothing",
          .hint = "remove it, or open one before it"};
}

QueryError empty_group(Span span) {
  return {.code = "empty-group",
          .span = span,
          .message = "there is no word between these parentheses",
          .hint = "remove them"};
}

QueryError too_deep(Span span) {
  return {.code = "too-deep",
          .span = span,
          .message = "parentheses stand in each other at most " +
                     std::to_string(kMaxQueryDepth) + " deep",
          .hint = ""};
}

QueryError unclosed_parenthesis(Span span, std::string_view query,
                                std::size_t open) {
  return {.code = "unclosed-paren",
          .span = span,
          .message = "the parenthesis is never closed",
          .hint = "close it: " + std::string(query) + std::string(open, ')')};
}

QueryError bad_count(Span function) {
  return {.code = "bad-number",
          .span = function,
          .message = "atleast needs a number from 1 to 9999",
          .hint = "write atleast5(word)"};
}

QueryError empty_field(Span span) {
  return {.code = "empty-field",
          .span = span,
          .message = "the field has nothing to look for",
          .hint = "write what to look for right behind the colon"};
}

QueryError field_in_field(Span span) {
  return {.code = "bad-operand",
          .span = span,
          .message = "a field cannot stand in another field",
          .hint = "put it outside of the parentheses"};
}

}  // namespace broadsheet::searcher::query
