#include "searcher/search/absence.h"

#include <utility>
#include <variant>

#include "corpus/schema/slots.h"

namespace broadsheet::searcher::search {
namespace {

using query::And;
using query::DateFilter;
using query::Everything;
using query::Node;
using query::Not;
using query::Or;
using query::Phrase;
using query::Undated;

// The parts of `node` outside negations: leaves, and what connectors join.
void collect(const Node& node, std::vector<const Node*>& leaves) {
  if (const auto* both = std::get_if<And>(&node.value)) {
    for (const Node& child : both->children) collect(child, leaves);
  } else if (const auto* either = std::get_if<Or>(&node.value)) {
    for (const Node& child : either->children) collect(child, leaves);
  } else if (!std::holds_alternative<Not>(node.value) &&
             !std::holds_alternative<Everything>(node.value)) {
    // What a connector joins is counted by itself before the whole.
    for (const Node& child : query::children_of(node)) collect(child, leaves);
    leaves.push_back(&node);
  }
}

// `node` with every date filter outside negations true. A negated one is true
// of an undated article already.
Node without_dates(const Node& node) {
  Node copy = node;
  if (std::holds_alternative<DateFilter>(copy.value)) {
    copy.value = Everything{};
  } else if (auto* both = std::get_if<And>(&copy.value)) {
    for (Node& child : both->children) child = without_dates(child);
  } else if (auto* either = std::get_if<Or>(&copy.value)) {
    for (Node& child : either->children) child = without_dates(child);
  }
  return copy;
}

bool filters_dates(const Node& root) {
  std::vector<const Node*> leaves;
  collect(root, leaves);
  for (const Node* leaf : leaves) {
    if (std::holds_alternative<DateFilter>(leaf->value)) return true;
  }
  return false;
}

// `node`, of undated articles alone.
Node undated(Node node) {
  And both;
  both.children.push_back(std::move(node));
  both.children.push_back(Node{Undated{}, {}});
  return {std::move(both), {}};
}

}  // namespace

std::vector<PartCount> count_parts(const Node& root, std::string_view query,
                                   const Count& count) {
  std::vector<const Node*> leaves;
  collect(root, leaves);
  std::vector<PartCount> parts;
  for (const Node* leaf : leaves) {
    if (parts.size() == kMostParts) break;
    if (leaf->source.empty() || leaf->source.end > query.size()) continue;
    parts.push_back({std::string(leaf->source.of(query)), count(*leaf)});
  }
  return parts;
}

std::uint64_t undated_left_out(const Xapian::Database& database,
                               const Node& root, const Count& count) {
  if (!filters_dates(root)) return 0;
  if (database.get_value_freq(schema::kPublishedSlot) ==
      database.get_doccount()) {
    return 0;
  }
  const std::uint64_t with = count(undated(without_dates(root)));
  const std::uint64_t found = count(undated(root));
  return with > found ? with - found : 0;
}

}  // namespace broadsheet::searcher::search
