#include "searcher/query/grammar.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "searcher/query/atoms.h"
#include "searcher/query/budget.h"
#include "searcher/query/connectors.h"
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
  Unit fail_missing(const Token& sign, std::string_view side);
  void require_operand(const Token& sign, std::string_view side);
  Unit fail_negated_or(Span span) {
    return fail({.code = "negated-or",
                 .span = span,
                 .message = "OR cannot join an exclusion",
                 .hint = "put the exclusion behind a blank: (a OR b) -c"});
  }
  Unit fail_double_negation(Span span) {
    return fail({.code = "bad-negation",
                 .span = span,
                 .message = "an exclusion cannot be excluded",
                 .hint = "leave both signs away"});
  }
  Unit unit_of(std::variant<Node, QueryError> read) {
    if (auto* error = std::get_if<QueryError>(&read)) {
      return fail(std::move(*error));
    }
    return {.node = std::move(std::get<Node>(read))};
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

Unit Parser::fail_missing(const Token& sign, std::string_view side) {
  const std::string name(sign.span.of(query_));
  return fail({.code = "missing-operand",
               .span = sign.span,
               .message = name + " has nothing " + std::string(side),
               .hint = "to search the text, quote it: \"" + name + '"'});
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
    fail({.code = "stray-paren",
          .span = peek().span,
          .message = "this parenthesis closes nothing",
          .hint = "remove it, or open one before it"});
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
    return fail_double_negation({sign.span.begin, peek().span.end});
  }
  require_operand(sign, "on its right");
  Unit unit = read_chain(context);
  if (unit.negated || unit.only_exclusions) {
    return fail_double_negation(sign.span);
  }
  unit.negated = true;
  mixed_ |= unit.is_either;
  return unit;
}

Unit Parser::read_chain(const Context& context) {
  Unit first = read_either(context);
  if (!at_connector()) return first;
  const auto refuse_negated = [&](const Unit& unit, const Token& sign) {
    if (!unit.negated && !unit.only_exclusions) return;
    fail({.code = "negated-operand",
          .span = unit.node.source,
          .message =
              std::string(sign.span.of(query_)) + " cannot join an exclusion",
          .hint = "to leave out what is near, write NOT " +
                  std::string(sign.span.of(query_)) +
                  "; to exclude, put it outside"});
  };
  std::vector<Node> operands;
  std::vector<Link> links;
  bool mixed = first.is_either;
  std::optional<Unit> operand = std::move(first);
  while (at_connector()) {
    const bool absent = peek().kind == Kind::kNot;
    if (absent) take();
    const Token& sign = take();
    const std::string text(sign.span.of(query_));
    const std::optional<Connector> connector =
        read_connector(sign.text.of(query_));
    if (!connector || connector->reach == Connector::Reach::kBadDistance) {
      return fail(bad_distance(text, sign.span));
    }
    if (++connectors_ > kMaxQueryConnectors) {
      return fail({.code = "too-many-terms",
                   .span = sign.span,
                   .message = "a query has at most " +
                              std::to_string(kMaxQueryConnectors) +
                              " connectors",
                   .hint = "search for a part of it"});
    }
    if (operand) {
      refuse_negated(*operand, sign);
      operands.push_back(std::move(operand->node));
      operand.reset();
    }
    if (peek().kind == Kind::kNot && !at_connector()) {
      return fail({.code = "negated-operand",
                   .span = peek().span,
                   .message = "NOT stands before a connector, not behind it",
                   .hint = "write NOT " + text});
    }
    if (at_connector()) {
      return fail({.code = "bad-connector",
                   .span = {sign.span.begin, peek().span.end},
                   .message = "two connectors have nothing between them",
                   .hint = "leave one of them away"});
    }
    require_operand(sign, "on its right");
    Unit next = read_either(context);
    if (error_) return {};
    refuse_negated(next, sign);
    mixed |= next.is_either;
    const Link link{*connector, absent, sign.span, text};
    mixed |= !links.empty() && (links.back().absent != absent ||
                                links.back().connector != *connector);
    links.push_back(link);
    operands.push_back(std::move(next.node));
  }
  if (error_) return {};
  mixed_ |= mixed;
  Unit unit = unit_of(connected(std::move(operands), std::move(links)));
  unit.is_either = true;
  return unit;
}

Unit Parser::read_either(const Context& context) {
  Unit first = read_prim(context);
  if (peek().kind != Kind::kOr) return first;
  const Span begin = first.node.source;
  if (first.negated || first.only_exclusions) return fail_negated_or(begin);
  std::vector<Node> sides;
  sides.push_back(std::move(first.node));
  while (peek().kind == Kind::kOr) {
    const Token& sign = take();
    if (peek().kind == Kind::kNot || peek().kind == Kind::kMinus) {
      return fail_negated_or({sign.span.begin, peek().span.end});
    }
    require_operand(sign, "on its right");
    Unit next = read_prim(context);
    if (next.only_exclusions) return fail_negated_or(next.node.source);
    sides.push_back(std::move(next.node));
  }
  return {.node = either_of(std::move(sides)), .is_either = true};
}

Unit Parser::read_prim(const Context& context) {
  if (peek().kind != Kind::kMinus) return read_atom(context);
  const Token& sign = take();
  if (peek().kind == Kind::kNot || peek().kind == Kind::kMinus) {
    return fail_double_negation({sign.span.begin, peek().span.end});
  }
  require_operand(sign, "to exclude");
  Unit unit = read_atom(context);
  if (unit.only_exclusions) return fail_double_negation(sign.span);
  unit.negated = true;
  unit.node.source.begin = sign.span.begin;
  return unit;
}

Unit Parser::read_atom(const Context& context) {
  const Token& token = peek();
  const std::string text(token.span.of(query_));
  switch (token.kind) {
    case Kind::kWord:
    case Kind::kPhrase: {
      take();
      const bool has_slop = token.kind == Kind::kPhrase &&
                            peek().kind == Kind::kWord && !peek().after_blank &&
                            peek().text.of(query_).starts_with('~');
      return unit_of(atoms_.read(token, context, has_slop ? &take() : nullptr));
    }
    case Kind::kCompare:
      if (context.field != nullptr) break;
      take();
      return unit_of(atoms_.read_comparison(token));
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
      return fail(
          {.code = "empty-field",
           .span = context.field == nullptr ? token.span : context.field->span,
           .message = "the field has nothing to look for",
           .hint = "write what to look for right behind the colon"});
  }
  return fail({.code = "bad-operand",
               .span = token.span,
               .message = "a field cannot stand in another field",
               .hint = "put it outside of the parentheses"});
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
  const std::string text(name.span.of(query_));
  require_operand(name, "to apply to");
  Context inner = context;
  if (function.kind == Function::Kind::kCapitals) {
    inner.capitals = function.capitals;
  } else if (function.kind == Function::Kind::kNumber) {
    inner.number = function.number;
  } else if (function.kind == Function::Kind::kExact) {
    inner.exact = true;
  } else if (function.kind == Function::Kind::kAtLeast && function.count == 0) {
    return fail({.code = "bad-number",
                 .span = name.span,
                 .message = "atleast needs a number from 1 to 9999",
                 .hint = "write atleast5(word)"});
  }
  Unit unit = read_atom(inner);
  if (error_) return {};
  unit.node.source.begin = name.span.begin;
  if (function.kind == Function::Kind::kAtLeast) {
    if (unit.only_exclusions || !has_places(unit.node)) {
      return fail({.code = "bad-operand",
                   .span = name.span,
                   .message = text + " counts words and phrases, not an AND "
                                     "group or a filter",
                   .hint = "write it for each of them"});
    }
    const Span source = unit.node.source;
    AtLeast enough;
    enough.count = function.count;
    enough.child.push_back(std::move(unit.node));
    return {.node = {std::move(enough), source}};
  }
  if (function.kind != Function::Kind::kTogether) return unit;
  if (unit.only_exclusions) {
    return fail({.code = "negated-operand",
                 .span = unit.node.source,
                 .message = text + "(…) needs a word that is there",
                 .hint = "to exclude sentences, write -" + text + "(…)"});
  }
  if (!is_of_text(unit.node)) {
    return fail({.code = "bad-operand",
                 .span = unit.node.source,
                 .message = "a filter says nothing about a sentence",
                 .hint = "put it outside of " + text + "(…)"});
  }
  const Span source = unit.node.source;
  Together together;
  together.unit = function.unit;
  together.children.push_back(std::move(unit.node));
  return {.node = {std::move(together), source}};
}

Unit Parser::read_group(const Context& context) {
  const Token& open = take();
  if (++depth_ > kMaxQueryDepth) {
    return fail({.code = "too-deep",
                 .span = open.span,
                 .message = "parentheses stand in each other at most " +
                            std::to_string(kMaxQueryDepth) + " deep",
                 .hint = ""});
  }
  if (peek().kind == Kind::kClose) {
    return fail({.code = "empty-group",
                 .span = {open.span.begin, peek().span.end},
                 .message = "there is no word between these parentheses",
                 .hint = "remove them"});
  }
  std::vector<Unit> units = read_units(context);
  if (error_) return {};
  if (peek().kind != Kind::kClose) {
    return fail({.code = "unclosed-paren",
                 .span = open.span,
                 .message = "the parenthesis is never closed",
                 .hint = "close it: " + std::string(query_) +
                         std::string(depth_, ')')});
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
