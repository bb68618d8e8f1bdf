// Units, the parts of a query or group that AND or a blank joins, and how they
// become one node: all of them, or any of them (--any).
#pragma once

#include <vector>

#include "searcher/query/tree.h"

namespace broadsheet::searcher::query {

struct Unit {
  Node node;
  bool negated = false;  ///< NOT or - stands before it; the node has no Not.
  bool joined = false;   ///< AND, not a blank, joins it to the one before.
  /// OR or a connector joins its parts, without parentheses.
  bool is_either = false;
  /// A group that says nothing but what to leave out; the node is then
  /// Everything without that.
  bool only_exclusions = false;
};

/// The articles that one of `sides` matches. Not empty.
[[nodiscard]] Node either_of(std::vector<Node> sides);

/// The articles that all of `units` match. Not empty. The result is negated or
/// only_exclusions if they only say what to leave out.
[[nodiscard]] Unit all_of(std::vector<Unit> units);

/// The articles that any of `units` matches, and every exclusion and filter
/// among them; units that AND joins stay together. Not empty.
[[nodiscard]] Unit any_of(std::vector<Unit> units);

}  // namespace broadsheet::searcher::query
