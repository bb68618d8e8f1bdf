#include "searcher/query/anchors.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <utility>

#include "corpus/schema/positions.h"

namespace broadsheet::searcher::query {
namespace {

using Xapian::Query;

/// `place`, of a phrase in `field`, in terms of the text.
Place in_text(const Place& place, schema::Field field) {
  Place converted;
  const std::size_t prefix = schema::exact_term(field, "").size();
  for (const std::string& term : place.exact_terms) {
    converted.exact_terms.push_back(
        schema::exact_term(schema::Field::kText, term.substr(prefix)));
  }
  converted.stem_terms = stems_in_text(place, field);
  return converted;
}

void add_terms(std::vector<std::string>& terms,
               const std::vector<std::string>& more) {
  for (const std::string& term : more) {
    if (std::ranges::find(terms, term) == terms.end()) terms.push_back(term);
  }
}

/// One of `a` or `b`.
Anchor either(Anchor a, const Anchor& b) {
  add_terms(a.place.exact_terms, b.place.exact_terms);
  add_terms(a.place.stem_terms, b.place.stem_terms);
  a.slack = std::max(a.slack, b.slack);
  a.is_all = a.is_all && b.is_all;
  return a;
}

/// The words that an occurrence of `node` takes, at most.
unsigned longest(const Node& node) {
  constexpr unsigned kMost = schema::kWordsPerSlot;
  if (const auto* phrase = std::get_if<Phrase>(&node.value)) {
    return static_cast<unsigned>(std::min<std::size_t>(
        phrase->places.size() + phrase->slop.value_or(0), kMost));
  }
  if (const auto* near = std::get_if<Near>(&node.value)) {
    const unsigned first = longest(near->sides[0]);
    if (near->absent) return first;
    return std::min(kMost,
                    first + near->distance - 1 + longest(near->sides[1]));
  }
  unsigned words = 1;
  for (const Node& child : children_of(node)) {
    words = std::max(words, longest(child));
  }
  return words;
}

/// Whether no term is in two of the places: then two anchors are never one
/// word. In a headline all in capitals, WHO is both "w.h.o" and "who".
bool are_disjoint(const PlaceForms& places) {
  std::vector<std::string> all;
  for (const auto& forms : places) {
    all.insert(all.end(), forms.begin(), forms.end());
  }
  for (std::string& form : all) std::erase(form, '.');
  std::ranges::sort(all);
  return std::ranges::adjacent_find(all) == all.end();
}

Query beside(const PlaceForms& places, bool ordered, unsigned window) {
  std::vector<Query> words;
  for (const auto& forms : places) {
    words.push_back(forms.size() == 1
                        ? Query(forms.front())
                        : Query(Query::OP_OR, forms.begin(), forms.end()));
  }
  return {ordered ? Query::OP_PHRASE : Query::OP_NEAR, words.begin(),
          words.end(), window};
}

}  // namespace

Anchor anchor_of(const Node& node) {
  if (const auto* phrase = std::get_if<Phrase>(&node.value)) {
    return {.place = in_text(phrase->places.front(), phrase->field),
            .slack = longest(node) - 1,
            .is_all = phrase->places.size() == 1 &&
                      phrase->field == schema::Field::kText &&
                      !is_restricted(*phrase)};
  }
  const std::span<const Node> children = children_of(node);
  Anchor anchor = anchor_of(children.front());
  if (std::holds_alternative<Near>(node.value)) {
    anchor.slack = longest(node) - 1;
    anchor.is_all = false;
    return anchor;
  }
  for (const Node& child : children.subspan(1)) {
    anchor = either(std::move(anchor), anchor_of(child));
  }
  return anchor;
}

std::vector<Anchor> anchors_in(const Node& node) {
  if (std::holds_alternative<Not>(node.value)) return {};
  if (const auto* phrase = std::get_if<Phrase>(&node.value)) {
    if (phrase->region == Region::kSpeaker) return {};
    return {anchor_of(node)};
  }
  const std::span<const Node> children = children_of(node);
  if (const auto* either_side = std::get_if<Or>(&node.value)) {
    std::optional<Anchor> anchor;
    for (const Node& child : either_side->children) {
      std::vector<Anchor> side = anchors_in(child);
      if (side.empty()) return {};
      side.front().is_all = side.front().is_all && side.size() == 1;
      anchor = anchor ? either(*std::move(anchor), side.front())
                      : std::move(side.front());
    }
    return {*std::move(anchor)};
  }
  const auto* near = std::get_if<Near>(&node.value);
  const auto* together = std::get_if<Together>(&node.value);
  const bool first_only = (near != nullptr && near->absent) ||
                          (together != nullptr && together->absent);
  bool is_all = std::holds_alternative<And>(node.value) ||
                (together != nullptr && !together->ordered && !first_only);
  std::vector<Anchor> anchors;
  for (const Node& child : children.first(first_only ? 1 : children.size())) {
    std::vector<Anchor> more = anchors_in(child);
    is_all = is_all && !more.empty();
    std::ranges::move(more, std::back_inserter(anchors));
  }
  if (!is_all) {
    for (Anchor& anchor : anchors) anchor.is_all = false;
  }
  return anchors;
}

std::vector<Anchor> anchors_of_words(const Phrase& phrase) {
  std::vector<Anchor> anchors;
  for (const Place& place : phrase.places) {
    anchors.push_back({.place = in_text(place, phrase.field),
                       .slack = 0,
                       .is_all = phrase.field == schema::Field::kText});
  }
  return anchors;
}

Nearness nearness(const std::vector<Anchor>& anchors, bool ordered,
                  unsigned window, FormLookup& lookup) {
  Phrase phrase;
  bool is_all = true;
  for (const Anchor& anchor : anchors) {
    phrase.places.push_back(anchor.place);
    is_all = is_all && anchor.is_all;
  }
  const PlaceForms forms = lookup.in_any_language(phrase, schema::Field::kText);
  for (const auto& terms : forms) {
    if (terms.empty()) return {Query::MatchNothing, true};
  }
  const bool too_many = std::ranges::any_of(
      forms, [](const auto& terms) { return terms.size() > kMostForms; });
  if (anchors.size() < 2 || too_many || !are_disjoint(forms)) return {};
  const std::vector<LanguageForms> groups =
      lookup.by_language(phrase, schema::Field::kText, forms);
  if (groups.size() < 2) {
    return {beside(forms, ordered, window), is_all && !groups.empty()};
  }
  std::vector<Query> found;
  for (const LanguageForms& group : groups) {
    if (std::ranges::any_of(group.places,
                            [](const auto& terms) { return terms.empty(); })) {
      continue;
    }
    std::vector<Query> languages;
    for (const std::string& language : group.languages) {
      languages.emplace_back(schema::language_term(language));
    }
    found.emplace_back(Query::OP_FILTER, beside(group.places, ordered, window),
                       Query(Query::OP_OR, languages.begin(), languages.end()));
  }
  return {Query(Query::OP_OR, found.begin(), found.end()), is_all};
}

}  // namespace broadsheet::searcher::query
