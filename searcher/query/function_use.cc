#include "searcher/query/function_use.h"

#include <string>
#include <utility>

#include "searcher/query/proximity.h"

namespace broadsheet::searcher::query {
namespace {

using Applied = std::variant<Unit, QueryError>;

Applied at_least(const Token& name, const std::string& text, Unit operand) {
  if (operand.only_exclusions || !has_places(operand.node)) {
    return QueryError{.code = "bad-operand",
                      .span = name.span,
                      .message = text +
                                 " counts words and phrases, not an "
                                 "AND group or a filter",
                      .hint = "write it for each of them"};
  }
  const Span source = operand.node.source;
  AtLeast enough;
  enough.count = name.function.count;
  enough.child.push_back(std::move(operand.node));
  return Unit{.node = {std::move(enough), source}};
}

Applied together(const Token& name, const std::string& text, Unit operand) {
  const Span source = operand.node.source;
  if (operand.only_exclusions) {
    return QueryError{.code = "negated-operand",
                      .span = source,
                      .message = text + "(…) needs a word that is there",
                      .hint = "to exclude sentences, write -" + text + "(…)"};
  }
  if (!is_of_text(operand.node)) {
    return QueryError{.code = "bad-operand",
                      .span = source,
                      .message = "a filter says nothing about a sentence",
                      .hint = "put it outside of " + text + "(…)"};
  }
  Together together;
  together.unit = name.function.unit;
  together.children.push_back(std::move(operand.node));
  return Unit{.node = {std::move(together), source}};
}

}  // namespace

Context within(const Function& function, Context context) {
  switch (function.kind) {
    case Function::Kind::kCapitals:
      context.capitals = function.capitals;
      break;
    case Function::Kind::kNumber:
      context.number = function.number;
      break;
    case Function::Kind::kExact:
      context.exact = true;
      break;
    case Function::Kind::kAtLeast:
    case Function::Kind::kTogether:
      break;
  }
  return context;
}

Applied applied(const Token& name, std::string_view query, Unit operand) {
  const std::string text(name.span.of(query));
  operand.node.source.begin = name.span.begin;
  switch (name.function.kind) {
    case Function::Kind::kAtLeast:
      return at_least(name, text, std::move(operand));
    case Function::Kind::kTogether:
      return together(name, text, std::move(operand));
    default:
      return operand;
  }
}

}  // namespace broadsheet::searcher::query
