#include "searcher/search/explanation.h"

#include <cstddef>
#include <string>
#include <string_view>

#include "searcher/query/proximity.h"
#include "searcher/query/reading.h"

namespace broadsheet::searcher::search {
namespace {

using query::Node;

/// What a group or connector is called; empty for leaves.
std::string name_of(const Node& node) {
  if (std::holds_alternative<query::And>(node.value)) return "AND";
  if (std::holds_alternative<query::Or>(node.value)) return "OR";
  if (std::holds_alternative<query::Not>(node.value)) return "NOT";
  if (const auto* near = std::get_if<query::Near>(&node.value)) {
    return query::spelling(*near);
  }
  if (const auto* together = std::get_if<query::Together>(&node.value)) {
    return together->children.size() == 1 ? query::unit_letter(together->unit)
                                          : query::spelling(*together);
  }
  if (const auto* enough = std::get_if<query::AtLeast>(&node.value)) {
    return "atleast" + std::to_string(enough->count);
  }
  return "";
}

std::string counted(std::size_t number, std::string_view what) {
  return std::to_string(number) + ' ' + std::string(what) +
         (number == 1 ? "" : "s");
}

/// The terms of each place of a phrase; only how many, where they are many.
std::string terms_of(const query::Phrase& phrase) {
  constexpr std::size_t kMost = 8;
  std::string text;
  for (const query::Place& place : phrase.places) {
    if (!text.empty()) text += ", ";
    const auto& terms =
        place.stem_terms.empty() ? place.exact_terms : place.stem_terms;
    if (terms.size() > kMost || terms.empty()) {
      text += counted(terms.size(), "term");
      continue;
    }
    for (std::size_t i = 0; i < terms.size(); ++i) {
      text += (i > 0 ? "|" : "") + terms[i];
    }
  }
  return text;
}

void add_tree(const Node& node, std::size_t depth, std::string& text) {
  text.append(2 * depth + 2, ' ');
  const std::string name = name_of(node);
  text += name.empty() ? query::written_out(node) : name;
  if (const auto* phrase = std::get_if<query::Phrase>(&node.value)) {
    text += "   [" + terms_of(*phrase) + ']';
  }
  text += '\n';
  for (const Node& child : query::children_of(node)) {
    add_tree(child, depth + 1, text);
  }
}

/// A long query is of little use to anybody.
std::string shortened(std::string text) {
  constexpr std::size_t kMost = 2000;
  if (text.size() <= kMost) return text;
  return text.substr(0, kMost) + "... (" + counted(text.size(), "byte") + ')';
}

}  // namespace

std::string explanation(const Node& root,
                        const query::CompiledQuery& compiled) {
  std::string text = "tree:\n";
  add_tree(root, 0, text);
  text += "asked of Xapian:\n  " + shortened(compiled.query.get_description()) +
          '\n';
  if (compiled.exact) {
    return text +
           "checked by the evaluator:\n  nothing: Xapian's answer is "
           "exact\n";
  }
  text += "checked by the evaluator:\n  what that finds";
  if (compiled.certain.empty()) return text + '\n';
  return text + ", unless this finds it too:\n  " +
         shortened(compiled.certain.get_description()) + '\n';
}

}  // namespace broadsheet::searcher::search
