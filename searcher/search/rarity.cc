#include "searcher/search/rarity.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>
#include <variant>

namespace broadsheet::searcher::search {
namespace {

void collect(const query::Node& node,
             std::vector<const query::Phrase*>& phrases) {
  if (const auto* phrase = std::get_if<query::Phrase>(&node.value)) {
    phrases.push_back(phrase);
  } else if (const auto* both = std::get_if<query::And>(&node.value)) {
    for (const query::Node& child : both->children) collect(child, phrases);
  } else if (const auto* either = std::get_if<query::Or>(&node.value)) {
    for (const query::Node& child : either->children) collect(child, phrases);
  } else if (const auto* negated = std::get_if<query::Not>(&node.value)) {
    for (const query::Node& child : negated->child) collect(child, phrases);
  }
}

}  // namespace

std::vector<const query::Phrase*> phrases_of(const query::Node& root) {
  std::vector<const query::Phrase*> phrases;
  collect(root, phrases);
  return phrases;
}

Rarity::Rarity(const query::Node& root, Xapian::Database database)
    : database_(std::move(database)),
      phrases_(phrases_of(root)),
      known_(phrases_.size()) {}

double Rarity::of(std::size_t phrase) {
  if (phrase >= phrases_.size()) return 1;
  if (known_[phrase]) return *known_[phrase];
  double rarest = std::numeric_limits<double>::max();
  for (const query::Place& place : phrases_[phrase]->places) {
    double articles = 0;
    for (const std::string& term : place.exact_terms) {
      articles += database_.get_termfreq(term);
    }
    for (const std::string& term : place.stem_terms) {
      articles += database_.get_termfreq(term);
    }
    rarest = std::min(rarest, articles);
  }
  const double all = database_.get_doccount();
  return known_[phrase].emplace(std::log(1 + (all + 1) / (rarest + 1)));
}

}  // namespace broadsheet::searcher::search
