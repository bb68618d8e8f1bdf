#include "searcher/query/tree.h"

#include <algorithm>

namespace broadsheet::searcher::query {

namespace {

void collect_phrases(const Node& node, std::vector<const Phrase*>& phrases) {
  const auto collect_all = [&](const std::vector<Node>& children) {
    for (const Node& child : children) collect_phrases(child, phrases);
  };
  if (const auto* phrase = std::get_if<Phrase>(&node.value)) {
    phrases.push_back(phrase);
  } else if (const auto* all = std::get_if<And>(&node.value)) {
    collect_all(all->children);
  } else if (const auto* either = std::get_if<Or>(&node.value)) {
    collect_all(either->children);
  } else if (const auto* excluded = std::get_if<Not>(&node.value)) {
    collect_all(excluded->child);
  }
}

}  // namespace

bool is_filter(const Node& node) {
  if (const auto* phrase = std::get_if<Phrase>(&node.value)) {
    return !ranks(phrase->field);
  }
  if (const auto* all = std::get_if<And>(&node.value)) {
    return std::ranges::all_of(all->children, is_filter);
  }
  if (const auto* either = std::get_if<Or>(&node.value)) {
    return std::ranges::all_of(either->children, is_filter);
  }
  if (const auto* excluded = std::get_if<Not>(&node.value)) {
    return is_filter(excluded->child.front());
  }
  return !std::holds_alternative<Everything>(node.value);
}

std::vector<const Phrase*> all_phrases(const Node& root) {
  std::vector<const Phrase*> phrases;
  collect_phrases(root, phrases);
  return phrases;
}

}  // namespace broadsheet::searcher::query
