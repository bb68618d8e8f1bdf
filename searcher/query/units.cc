#include "searcher/query/units.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace broadsheet::searcher::query {
namespace {

Span hull(const std::vector<Node>& nodes) {
  Span span = nodes.front().source;
  for (const Node& node : nodes) {
    span = {std::min(span.begin, node.source.begin),
            std::max(span.end, node.source.end)};
  }
  return span;
}

bool is_everything(const Node& node) {
  return std::holds_alternative<Everything>(node.value);
}

/// Whether `unit` holds a * that was typed.
bool names_everything(const Unit& unit) {
  if (unit.negated || unit.only_exclusions) return false;
  if (is_everything(unit.node)) return true;
  const auto* all = std::get_if<And>(&unit.node.value);
  return all != nullptr && is_everything(all->children.front());
}

bool is_not(const Node& node) {
  return std::holds_alternative<Not>(node.value);
}

Node node_of(Unit unit) {
  if (!unit.negated) return std::move(unit.node);
  const Span source = unit.node.source;
  Not excluded;
  excluded.child.push_back(std::move(unit.node));
  return {std::move(excluded), source};
}

}  // namespace

Node either_of(std::vector<Node> sides) {
  if (sides.size() == 1) return std::move(sides.front());
  const Span source = hull(sides);
  Or either;
  for (Node& side : sides) {
    if (auto* inner = std::get_if<Or>(&side.value)) {
      std::ranges::move(inner->children, std::back_inserter(either.children));
    } else {
      either.children.push_back(std::move(side));
    }
  }
  return {std::move(either), source};
}

Unit all_of(std::vector<Unit> units) {
  if (units.size() == 1 && !units.front().negated) {
    Unit unit = std::move(units.front());
    unit.joined = unit.is_either = false;
    return unit;
  }
  And all;
  bool asks_for_everything = false;
  for (Unit& unit : units) {
    asks_for_everything |= names_everything(unit);
    Node node = node_of(std::move(unit));
    if (auto* inner = std::get_if<And>(&node.value)) {
      std::ranges::move(inner->children, std::back_inserter(all.children));
    } else {
      all.children.push_back(std::move(node));
    }
  }
  const Span source = hull(all.children);
  // Everything says nothing beside what else is asked for.
  std::erase_if(all.children, is_everything);
  const bool only_exclusions = std::ranges::all_of(all.children, is_not);
  if (only_exclusions) {
    all.children.insert(all.children.begin(), Node{Everything{}, source});
  }
  if (all.children.size() == 1) return {.node = std::move(all.children[0])};
  // "* -oil" asks for everything by name; "-oil" does not.
  return {.node = {std::move(all), source},
          .only_exclusions = only_exclusions && !asks_for_everything};
}

Unit any_of(std::vector<Unit> units) {
  std::vector<Node> sides;
  std::vector<Unit> required;
  for (std::size_t i = 0; i < units.size();) {
    std::size_t end = i + 1;
    while (end < units.size() && units[end].joined) ++end;
    if (end == i + 1 && (units[i].negated || units[i].only_exclusions ||
                         is_filter(units[i].node))) {
      required.push_back(std::move(units[i]));
    } else {
      std::vector<Unit> chain(
          std::make_move_iterator(units.begin() +
                                  static_cast<std::ptrdiff_t>(i)),
          std::make_move_iterator(units.begin() +
                                  static_cast<std::ptrdiff_t>(end)));
      Unit side = all_of(std::move(chain));
      if (side.only_exclusions) {
        required.push_back(std::move(side));
      } else {
        sides.push_back(std::move(side.node));
      }
    }
    i = end;
  }
  if (!sides.empty()) {
    required.insert(required.begin(),
                    Unit{.node = either_of(std::move(sides))});
  }
  return all_of(std::move(required));
}

}  // namespace broadsheet::searcher::query
