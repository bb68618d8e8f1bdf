#include "searcher/query/tree.h"

#include <algorithm>

namespace broadsheet::searcher::query {

namespace {

/// The children of each kind of node.
struct Children {
  template <typename Leaf>
  std::span<const Node> operator()(const Leaf& /*leaf*/) const {
    return {};
  }
  std::span<const Node> operator()(const And& all) const {
    return all.children;
  }
  std::span<const Node> operator()(const Or& either) const {
    return either.children;
  }
  std::span<const Node> operator()(const Not& excluded) const {
    return excluded.child;
  }
  std::span<const Node> operator()(const Near& near) const {
    return near.sides;
  }
  std::span<const Node> operator()(const Together& together) const {
    return together.children;
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
  return std::visit(Children{}, node.value);
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
