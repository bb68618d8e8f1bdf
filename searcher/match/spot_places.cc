#include "searcher/match/spot_places.h"

#include <algorithm>
#include <iterator>
#include <variant>

namespace broadsheet::searcher::match {

using query::Node;

SpotPlaces::SpotPlaces(const schema::StoredArticle& stored, const Spots& spots,
                       const PhraseNumbers& numbers)
    : stored_(stored), spots_(spots), numbers_(numbers) {}

std::span<const Spot> SpotPlaces::spots_in(const query::Phrase& phrase,
                                           Scope scope) const {
  const std::vector<Spot>& spots = spots_.phrases[numbers_.at(&phrase)];
  const auto begin =
      std::ranges::lower_bound(spots, scope.begin, {}, &Spot::first);
  const auto end =
      std::ranges::lower_bound(begin, spots.end(), scope.end, {}, &Spot::first);
  return {begin, end};
}

bool SpotPlaces::is_in_field(const query::Phrase& phrase) const {
  return spots_.in_fields[numbers_.at(&phrase)];
}

std::vector<std::uint32_t> SpotPlaces::slots(const Node& node,
                                             Scope scope) const {
  std::vector<std::uint32_t> found;
  if (const auto* phrase = std::get_if<query::Phrase>(&node.value)) {
    for (const Spot& spot : spots_in(*phrase, scope)) {
      const std::uint32_t slot = schema::slot_of(spot.first);
      if (found.empty() || found.back() != slot) found.push_back(slot);
    }
    return found;
  }
  if (const auto* either = std::get_if<query::Or>(&node.value)) {
    for (const Node& child : either->children) {
      const std::vector<std::uint32_t> more = slots(child, scope);
      found.insert(found.end(), more.begin(), more.end());
    }
    std::ranges::sort(found);
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  }
  // All children of the others are needed, but exclusions: the first will do.
  for (const Node& child : query::children_of(node)) {
    if (!std::holds_alternative<query::Not>(child.value)) {
      return slots(child, scope);
    }
  }
  return found;
}

const schema::Sentence& SpotPlaces::sentence_at(std::uint32_t slot) const {
  return *find_sentence(slot);
}

SpotPlaces::Sentence SpotPlaces::find_sentence(std::uint32_t slot) const {
  return std::prev(std::ranges::upper_bound(stored_.outline.sentences, slot, {},
                                            &schema::Sentence::first_slot));
}

Scope SpotPlaces::paragraph_around(std::uint32_t slot) const {
  const auto& sentences = stored_.outline.sentences;
  auto first = find_sentence(slot);
  auto last = first;
  const std::uint32_t paragraph = first->paragraph;
  while (first != sentences.begin() &&
         std::prev(first)->paragraph == paragraph) {
    --first;
  }
  while (std::next(last) != sentences.end() &&
         std::next(last)->paragraph == paragraph) {
    ++last;
  }
  return {slot_scope(first->first_slot).begin,
          slot_scope(last->first_slot + last->slots - 1).end};
}

}  // namespace broadsheet::searcher::match
