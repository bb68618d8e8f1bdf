#include "searcher/query/proximity.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <tuple>
#include <utility>

namespace broadsheet::searcher::query {
namespace {

using Reach = Connector::Reach;

bool is_or_holds_exclusion(const Node& node) {
  if (std::holds_alternative<Not>(node.value)) return true;
  const auto* together = std::get_if<Together>(&node.value);
  if (together != nullptr && together->absent) return true;
  return std::ranges::any_of(children_of(node), is_or_holds_exclusion);
}

/// Smaller binds tighter.
auto looseness(const Connector& connector) {
  return std::tuple(connector.reach, connector.distance);
}

QueryError bad_operand(const Link& link, std::string what, std::string hint) {
  return {.code = "bad-operand",
          .span = link.span,
          .message = link.text + what,
          .hint = std::move(hint)};
}

std::variant<Node, QueryError> near(const Link& link, Node left, Node right) {
  if (!has_places(left) || !has_places(right)) {
    return bad_operand(link,
                       " needs words or phrases on both sides, not an AND "
                       "group or a filter",
                       "use w/s or w/p, which accept groups");
  }
  const Span source{left.source.begin, right.source.end};
  Near joined;
  joined.distance = link.connector.distance;
  joined.ordered = link.connector.ordered;
  joined.absent = link.absent;
  joined.sides.push_back(std::move(left));
  joined.sides.push_back(std::move(right));
  return Node{std::move(joined), source};
}

std::variant<Node, QueryError> together(const Link& link, Node left,
                                        Node right) {
  if (!is_of_text(left) || !is_of_text(right)) {
    return bad_operand(link,
                       " needs words, phrases or groups of them on both sides, "
                       "not a filter",
                       "join the filter with a blank, outside of the group");
  }
  const bool ordered = link.connector.ordered;
  if (ordered &&
      (is_or_holds_exclusion(left) || is_or_holds_exclusion(right))) {
    return QueryError{
        .code = "negated-operand",
        .span = link.span,
        .message = link.text + " cannot put an exclusion in order",
        .hint = "use w/s or w/p, or exclude outside of it"};
  }
  const Span source{left.source.begin, right.source.end};
  const auto unit = link.connector.reach == Reach::kSentence
                        ? Together::Unit::kSentence
                        : Together::Unit::kParagraph;
  Together joined;
  joined.unit = unit;
  joined.ordered = ordered;
  joined.absent = link.absent;
  // A chain means one sentence for all.
  auto* chain = std::get_if<Together>(&left.value);
  if (chain != nullptr && !link.absent && !chain->absent &&
      chain->unit == unit && chain->ordered == ordered &&
      chain->children.size() > 1) {
    joined.children = std::move(chain->children);
  } else {
    joined.children.push_back(std::move(left));
  }
  joined.children.push_back(std::move(right));
  return Node{std::move(joined), source};
}

}  // namespace

bool has_places(const Node& node) {
  if (const auto* phrase = std::get_if<Phrase>(&node.value)) {
    return ranks(phrase->field) && phrase->region != Region::kSpeaker;
  }
  if (const auto* either = std::get_if<Or>(&node.value)) {
    return std::ranges::all_of(either->children, has_places);
  }
  return std::holds_alternative<Near>(node.value);
}

bool is_of_text(const Node& node) {
  if (const auto* phrase = std::get_if<Phrase>(&node.value)) {
    return ranks(phrase->field);
  }
  const std::span<const Node> children = children_of(node);
  return !children.empty() && std::ranges::all_of(children, is_of_text);
}

std::variant<Node, QueryError> connected(std::vector<Node> operands,
                                         std::vector<Link> links) {
  while (!links.empty()) {
    const auto tightest = std::ranges::min_element(
        links, {}, [](const Link& link) { return looseness(link.connector); });
    const auto at = tightest - links.begin();
    const auto left = operands.begin() + at;
    auto joined =
        tightest->connector.reach == Reach::kWords
            ? near(*tightest, std::move(*left), std::move(left[1]))
            : together(*tightest, std::move(*left), std::move(left[1]));
    if (std::holds_alternative<QueryError>(joined)) return joined;
    *left = std::move(std::get<Node>(joined));
    operands.erase(left + 1);
    links.erase(tightest);
  }
  return std::move(operands.front());
}

std::string unit_letter(Together::Unit unit) {
  return unit == Together::Unit::kSentence ? "s" : "p";
}

std::string spelling(const Near& near) {
  return std::string(near.absent ? "NOT " : "") +
         (near.ordered ? "pre/" : "w/") + std::to_string(near.distance);
}

std::string spelling(const Together& together) {
  return std::string(together.absent ? "NOT " : "") +
         (together.ordered ? "pre/" : "w/") + unit_letter(together.unit);
}

}  // namespace broadsheet::searcher::query
