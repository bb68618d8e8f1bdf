#include "searcher/query/grammar.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "searcher/query/atoms.h"
#include "searcher/query/budget.h"
#include "searcher/query/connectors.h"
#include "searcher/query/function_use.h"
#include "searcher/query/grammar_errors.h"
#include "searcher/query/proximity.h"
#include "searcher/query/tidy.h"

namespace broadsheet::searcher::query {
namespace {

using Kind = Token::Kind;

/// One function a level of precedence. The first error is kept and moves the
/// cursor to the end, so that every loop ends on its own and no function has to
/// ask whether another failed.
class Parser {
 public:
  Parser(std::string_view query, const ParseOptions& options,
         std::vector<Token> tokens)
      : query_(query),
        tokens_(std::move(tokens)),
        atoms_(query, options, surroundings_of_words(tokens_, query)) {}

  /// The units of the whole query; an error if it leaves anything over.
  std::vector<Unit> read_query();

  [[nodiscard]] const std::optional<QueryError>& error() const {
    return error_;
  }
  [[nodiscard]] bool precedence_decided() const { return mixed_; }
  [[nodiscard]] std::vector<std::string> notes() const {
    return atoms_.notes();
  }

 private:
  std::vector<Unit> read_units(const Context& context);
  Unit read_unit(const Context& context);
  Unit read_chain(const Context& context);
  std::optional<Link> read_link();
  Unit read_either(const Context& context);
  Unit read_prim(const Context& context);
  Unit read_atom(const Context& context);
  Unit read_group(const Context& context);
  Unit read_field(const Context& context);
  Unit read_function(const Context& context);

  [[nodiscard]] const Token& peek() const { return tokens_[cursor_]; }
  const Token& take() {
    const Token& token = tokens_[cursor_];
    if (token.kind != Kind::kEnd) ++cursor_;
    return token;
  }
  /// Whether a connector, or NOT and one, is next.
  [[nodiscard]] bool at_connector() const {
    return peek().kind == Kind::kConnector ||
           (peek().kind == Kind::kNot &&
            tokens_[cursor_ + 1].kind == Kind::kConnector);
  }
  [[nodiscard]] bool ends_here() const {
    return peek().kind == Kind::kEnd || peek().kind == Kind::kClose;
  }

  Unit fail(QueryError error) {
    if (!error_) error_ = std::move(error);
    cursor_ = tokens_.size() - 1;
    return {};
  }
  void fail_missing(const Token& sign, std::string_view side);
  void require_operand(const Token& sign, std::string_view side);
  /// What was read, unless that failed.
  template <typename Value>
  Value value_of(std::variant<Value, QueryError> read) {
    if (auto* error = std::get_if<QueryError>(&read)) {
      fail(std::move(*error));
      return {};
    }
    return std::move(std::get<Value>(read));
  }

  std::string_view query_;
  std::vector<Token> tokens_;
  AtomReader atoms_;
  std::size_t cursor_ = 0;
  std::size_t depth_ = 0;
  std::size_t connectors_ = 0;
  bool mixed_ = false;  ///< As Units::precedence_decided.
  std::optional<QueryError> error_;
};

void Parser::fail_missing(const Token& sign, std::string_view side) {
  fail(missing_operand(sign.span.of(query_), sign.span, side));
}

/// An error if no operand can begin at the cursor, where `sign` waits for one.
void Parser::require_operand(const Token& sign, std::string_view side) {
  const Kind next = peek().kind;
  if (ends_here() || next == Kind::kAnd || next == Kind::kOr ||
      next == Kind::kConnector) {
    fail_missing(sign, side);
  }
}

std::vector<Unit> Parser::read_query() {
  std::vector<Unit> units = read_units({});
  if (peek().kind == Kind::kClose) {
    fail(stray_parenthesis(peek().span));
  }
  return units;
}

std::vector<Unit> Parser::read_units(const Context& context) {
  std::vector<Unit> units;
  bool any_either = false;
  while (!ends_here()) {
    bool joined = false;
    if (peek().kind == Kind::kAnd || peek().kind == Kind::kOr ||
        at_connector()) {
      // Behind a unit, OR and connectors are part of it: here they can only
      // come first.
      const Token& sign = take();
      if (units.empty()) fail_missing(sign, "on its left");
      require_operand(sign, "on its right");
      joined = true;
    }
    Unit unit = read_unit(context);
    if (error_) break;
    unit.joined = joined;
    any_either |= unit.is_either;
    units.push_back(std::move(unit));
  }
  mixed_ |= any_either && units.size() > 1;
  return units;
}

Unit Parser::read_unit(const Context& context) {
  if (peek().kind != Kind::kNot) return read_chain(context);
  const Token& sign = take();
  if (peek().kind == Kind::kNot || peek().kind == Kind::kMinus) {
    return fail(double_negation({sign.span.begin, peek().span.end}));
  }
  require_operand(sign, "on its right");
  Unit unit = read_chain(context);
  if (unit.negated || unit.only_exclusions) {
    return fail(double_negation(sign.span));
  }
  unit.negated = true;
  mixed_ |= unit.is_either;
  return unit;
}

/// The connector at the cursor, behind which an operand begins.
std::optional<Link> Parser::read_link() {
  Link link;
  link.absent = peek().kind == Kind::kNot;
  if (link.absent) take();
  const Token& sign = take();
  link.span = sign.span;
  link.text = sign.span.of(query_);
  const std::optional<Connector> connector =
      read_connector(sign.text.of(query_));
  if (!connector || connector->reach == Connector::Reach::kBadDistance) {
    fail(bad_distance(link.text, sign.span));
  } else if (++connectors_ > kMaxQueryConnectors) {
    fail(too_many_connectors(sign.span));
  } else if (at_connector()) {
    fail(nothing_between({sign.span.begin, peek().span.end}));
  } else if (peek().kind == Kind::kNot) {
    fail(not_behind(link.text, peek().span));
  } else {
    require_operand(sign, "on its right");
  }
  if (error_) return std::nullopt;
  link.connector = *connector;
  return link;
}

Unit Parser::read_chain(const Context& context) {
  Unit first = read_either(context);
  if (!at_connector()) return first;
  bool mixed = false;
  std::vector<Node> operands;
  const auto add_operand = [&](Unit unit, const Link& beside) {
    if (unit.negated || unit.only_exclusions) {
      fail(connected_exclusion(beside.text, unit.node.source));
    }
    mixed |= unit.is_either;
    operands.push_back(std::move(unit.node));
  };
  std::vector<Link> links;
  while (at_connector()) {
    const std::optional<Link> link = read_link();
    if (!link) return {};
    if (links.empty()) add_operand(std::move(first), *link);
    add_operand(read_either(context), *link);
    if (error_) return {};
    mixed |= !links.empty() && (links.back().absent != link->absent ||
                                links.back().connector != link->connector);
    links.push_back(*link);
  }
  mixed_ |= mixed;
  return {.node = value_of(connected(std::move(operands), std::move(links))),
          .is_either = true};
}

Unit Parser::read_either(const Context& context) {
  Unit first = read_prim(context);
  if (peek().kind != Kind::kOr) return first;
  if (first.negated || first.only_exclusions)
    return fail(negated_or(first.node.source));
  std::vector<Node> sides;
  sides.push_back(std::move(first.node));
  while (peek().kind == Kind::kOr) {
    const Token& sign = take();
    if (peek().kind == Kind::kNot || peek().kind == Kind::kMinus) {
      return fail(negated_or({sign.span.begin, peek().span.end}));
    }
    require_operand(sign, "on its right");
    Unit next = read_prim(context);
    if (next.only_exclusions) return fail(negated_or(next.node.source));
    sides.push_back(std::move(next.node));
  }
  return {.node = either_of(std::move(sides)), .is_either = true};
}

Unit Parser::read_prim(const Context& context) {
  if (peek().kind != Kind::kMinus) return read_atom(context);
  const Token& sign = take();
  if (peek().kind == Kind::kNot || peek().kind == Kind::kMinus) {
    return fail(double_negation({sign.span.begin, peek().span.end}));
  }
  require_operand(sign, "to exclude");
  Unit unit = read_atom(context);
  if (unit.only_exclusions) return fail(double_negation(sign.span));
  unit.negated = true;
  unit.node.source.begin = sign.span.begin;
  return unit;
}

Unit Parser::read_atom(const Context& context) {
  const Token& token = peek();
  switch (token.kind) {
    case Kind::kWord:
    case Kind::kPhrase: {
      take();
      const bool has_slop = token.kind == Kind::kPhrase &&
                            peek().kind == Kind::kWord && !peek().after_blank &&
                            peek().text.of(query_).starts_with('~');
      return {.node = value_of(
                  atoms_.read(token, context, has_slop ? &take() : nullptr))};
    }
    case Kind::kCompare:
      if (context.field != nullptr) break;
      take();
      return {.node = value_of(atoms_.read_comparison(token))};
    case Kind::kField:
      if (context.field != nullptr) break;
      return read_field(context);
    case Kind::kOpen:
      return read_group(context);
    case Kind::kFunction:
      return read_function(context);
    default:
      // Every caller has seen that an operand begins here, so this is an
      // operator where a field's value should be.
      return fail(empty_field(context.field == nullptr ? token.span
                                                       : context.field->span));
  }
  return fail(field_in_field(token.span));
}

Unit Parser::read_field(const Context& context) {
  const Token& field = take();
  Context inner = context;
  inner.field = &field;
  Unit unit = read_atom(inner);
  unit.node.source.begin = field.span.begin;
  return unit;
}

Unit Parser::read_function(const Context& context) {
  const Token& name = take();
  const Function& function = name.function;
  require_operand(name, "to apply to");
  if (function.kind == Function::Kind::kAtLeast && function.count == 0) {
    return fail(bad_count(name.span));
  }
  Unit operand = read_atom(within(function, context));
  if (error_) return {};
  return value_of(applied(name, query_, std::move(operand)));
}

Unit Parser::read_group(const Context& context) {
  const Token& open = take();
  if (++depth_ > kMaxQueryDepth) {
    return fail(too_deep(open.span));
  }
  if (peek().kind == Kind::kClose) {
    return fail(empty_group({open.span.begin, peek().span.end}));
  }
  std::vector<Unit> units = read_units(context);
  if (error_) return {};
  if (peek().kind != Kind::kClose) {
    return fail(unclosed_parenthesis(open.span, query_, depth_));
  }
  const Token& close = take();
  --depth_;
  Unit unit = all_of(std::move(units));
  unit.node.source = {open.span.begin, close.span.end};
  return unit;
}

}  // namespace

std::variant<Units, QueryError> read_units(std::string_view query,
                                           std::vector<Token> tokens,
                                           const ParseOptions& options) {
  Parser parser(query, options, std::move(tokens));
  Units units{.list = parser.read_query()};
  if (parser.error()) return *parser.error();
  units.precedence_decided = parser.precedence_decided();
  units.notes = parser.notes();
  return units;
}

}  // namespace broadsheet::searcher::query
