#include "searcher/query/tree.h"

#include <algorithm>

namespace broadsheet::searcher::query {

namespace {

/// The children of each kind of node, N being Node or const Node.
template <typename N>
struct Children {
  template <typename Kind>
  std::span<N> operator()(Kind& value) const {
    if constexpr (requires { value.children; }) {
      return value.children;
    } else if constexpr (requires { value.child; }) {
      return value.child;
    } else if constexpr (requires { value.sides; }) {
      return value.sides;
    } else {
      return {};
    }
  }
};

void collect_phrases(const Node& node, std::vector<const Phrase*>& phrases) {
  if (const auto* phrase = std::get_if<Phrase>(&node.value)) {
    phrases.push_back(phrase);
  }
  for (const Node& child : children_of(node)) collect_phrases(child, phrases);
}

}  // namespace

std::span<const Node> children_of(const Node& node) {
  return std::visit(Children<const Node>{}, node.value);
}

std::span<Node> children_of(Node& node) {
  return std::visit(Children<Node>{}, node.value);
}

bool is_filter(const Node& node) {
  if (const auto* phrase = std::get_if<Phrase>(&node.value)) {
    return !ranks(phrase->field);
  }
  const std::span<const Node> children = children_of(node);
  if (!children.empty()) return std::ranges::all_of(children, is_filter);
  return !std::holds_alternative<Everything>(node.value);
}

std::vector<const Phrase*> all_phrases(const Node& root) {
  std::vector<const Phrase*> phrases;
  collect_phrases(root, phrases);
  return phrases;
}

}  // namespace broadsheet::searcher::query
