#include "searcher/match/truth.h"

#include <algorithm>
#include <cstddef>
#include <iterator>

#include "corpus/schema/positions.h"
#include "searcher/match/article_filters.h"

namespace broadsheet::searcher::match {
namespace {

using query::And;
using query::Near;
using query::Node;
using query::Not;
using query::Or;
using query::Phrase;
using query::Together;

Scope within(Scope a, Scope b) {
  return {std::max(a.begin, b.begin), std::min(a.end, b.end)};
}

unsigned ordinal(std::uint32_t position) { return position % schema::kStride; }

template <typename Kind>
const Kind* as(const Node& node) {
  return std::get_if<Kind>(&node.value);
}

}  // namespace

Truth::Truth(const schema::StoredArticle& stored, const Spots& spots,
             const PhraseNumbers& numbers)
    : stored_(stored),
      places_(stored, spots, numbers),
      marked_(spots.marks.size()) {}

bool Truth::holds(const Node& node, Scope scope) const {
  const auto here = [&](const Node& child) { return holds(child, scope); };
  if (const auto* phrase = as<Phrase>(node)) return has_spot(*phrase, scope);
  if (const auto* all = as<And>(node)) {
    return std::ranges::all_of(all->children, here);
  }
  if (const auto* either = as<Or>(node)) {
    return std::ranges::any_of(either->children, here);
  }
  if (const auto* excluded = as<Not>(node)) {
    return !here(excluded->child.front());
  }
  if (as<Near>(node) != nullptr) return has_spans(node, scope);
  if (const auto* together = as<Together>(node)) {
    return std::ranges::any_of(units(*together, scope), [&](Scope unit) {
      return is_true_of_unit(*together, unit);
    });
  }
  if (const auto* enough = as<query::AtLeast>(node)) {
    return has_enough(*enough, scope);
  }
  return is_article(node, stored_);
}

void Truth::mark(const Node& node, Scope scope) {
  if (const auto* phrase = as<Phrase>(node)) {
    mark_spots(*phrase, scope);
  } else if (const auto* enough = as<query::AtLeast>(node)) {
    const Node& child = enough->child.front();
    for (const std::uint32_t slot : places_.slots(child, scope)) {
      if (!is_counted(slot)) continue;
      mark_spans(child, slot, scope, spans(child, slot, scope));
    }
  } else if (as<Near>(node) != nullptr) {
    for (const std::uint32_t slot : places_.slots(node, scope)) {
      mark_spans(node, slot, scope, spans(node, slot, scope));
    }
  } else if (const auto* together = as<Together>(node)) {
    for (const Scope unit : units(*together, scope)) {
      if (is_true_of_unit(*together, unit)) mark_unit(*together, unit);
    }
  } else if (as<Not>(node) == nullptr) {
    const bool either = as<Or>(node) != nullptr;
    for (const Node& child : query::children_of(node)) {
      if (!either || holds(child, scope)) mark(child, scope);
    }
  }
}

bool Truth::has_spot(const Phrase& phrase, Scope scope) const {
  if (!query::ranks(phrase.field)) {
    return places_.is_in_field(phrase);
  }
  return std::ranges::any_of(
      places_.spots_in(phrase, scope),
      [&](const Spot& spot) { return spot.last < scope.end; });
}

bool Truth::has_enough(const query::AtLeast& enough, Scope scope) const {
  const Node& child = enough.child.front();
  std::size_t count = 0;
  for (const std::uint32_t slot : places_.slots(child, scope)) {
    if (!is_counted(slot)) continue;
    count += spans(child, slot, scope).count();
    if (count >= enough.count) return true;
  }
  return false;
}

/// Whether `slot` is of headline, lead or body.
bool Truth::is_counted(std::uint32_t slot) const {
  const article::Zone zone = places_.sentence_at(slot).zone;
  return zone != article::Zone::kCaption && zone != article::Zone::kTrailer;
}

bool Truth::has_spans(const Node& node, Scope scope) const {
  return std::ranges::any_of(
      places_.slots(node, scope),
      [&](std::uint32_t slot) { return !spans(node, slot, scope).empty(); });
}

bool Truth::is_true_of_unit(const Together& together, Scope unit) const {
  if (together.absent) {
    return holds(together.children[0], unit) && !are_joined(together, unit);
  }
  return are_joined(together, unit);
}

bool Truth::are_joined(const Together& together, Scope unit) const {
  if (together.ordered) return !parts_in_order(together, unit).empty();
  return std::ranges::all_of(
      together.children, [&](const Node& child) { return holds(child, unit); });
}

void Truth::mark_unit(const Together& together, Scope unit) {
  if (together.absent) {
    mark(together.children[0], unit);
  } else if (together.ordered) {
    const Scopes parts = parts_in_order(together, unit);
    for (std::size_t i = 0; i < parts.size(); ++i) {
      mark(together.children[i], parts[i]);
    }
  } else {
    for (const Node& child : together.children) mark(child, unit);
  }
}

Truth::Scopes Truth::parts_in_order(const Together& together,
                                    Scope unit) const {
  const std::size_t count = together.children.size();
  Scopes parts(count, unit);
  for (std::size_t i = 0; i + 1 < count; ++i) {
    const auto end = earliest_end(together.children[i], parts[i]);
    if (!end) return {};
    parts[i + 1].begin = *end;
  }
  for (std::size_t i = count - 1; i > 0; --i) {
    const auto begin =
        latest_begin(together.children[i], {parts[i].begin, parts[i].end});
    if (!begin) return {};
    parts[i - 1].end = *begin;
  }
  return parts;
}

std::optional<std::uint32_t> Truth::earliest_end(const Node& node,
                                                 Scope scope) const {
  std::vector<std::uint32_t> ends;
  for (const Phrase* phrase : query::all_phrases(node)) {
    for (const Spot& spot : places_.spots_in(*phrase, scope)) {
      if (spot.last < scope.end) ends.push_back(spot.last + 1);
    }
  }
  std::ranges::sort(ends);
  const auto first = std::ranges::partition_point(ends, [&](std::uint32_t end) {
    return !holds(node, {scope.begin, end});
  });
  if (first == ends.end()) return std::nullopt;
  return *first;
}

std::optional<std::uint32_t> Truth::latest_begin(const Node& node,
                                                 Scope scope) const {
  std::vector<std::uint32_t> begins;
  for (const Phrase* phrase : query::all_phrases(node)) {
    for (const Spot& spot : places_.spots_in(*phrase, scope)) {
      begins.push_back(spot.first);
    }
  }
  std::ranges::sort(begins);
  const auto behind =
      std::ranges::partition_point(begins, [&](std::uint32_t begin) {
        return holds(node, {begin, scope.end});
      });
  if (behind == begins.begin()) return std::nullopt;
  return *std::prev(behind);
}

void Truth::mark_spots(const Phrase& phrase, Scope scope) {
  for (const Spot& spot : places_.spots_in(phrase, scope)) {
    if (spot.last < scope.end) mark_spot(spot);
  }
}

void Truth::mark_spot(const Spot& spot) {
  for (std::size_t i = spot.mark_begin; i < spot.mark_end; ++i) {
    marked_[i] = true;
  }
}

SpanTable Truth::spans(const Node& node, std::uint32_t slot,
                       Scope scope) const {
  const Scope part = within(scope, slot_scope(slot));
  SpanTable found;
  if (const auto* phrase = as<Phrase>(node)) {
    for (const Spot& spot : places_.spots_in(*phrase, part)) {
      if (spot.last < part.end) {
        found.add(ordinal(spot.first), ordinal(spot.last));
      }
    }
    return found;
  }
  if (const auto* either = as<Or>(node)) {
    for (const Node& child : either->children) {
      found.add_all(spans(child, slot, part));
    }
    return found;
  }
  const auto& near = std::get<Near>(node.value);
  const SpanTable first = spans(near.sides[0], slot, part);
  if (first.empty()) return found;
  // What is not near is looked for in the whole sentence, so that cutting it
  // makes nothing true.
  const SpanTable second =
      spans(near.sides[1], slot, near.absent ? slot_scope(slot) : part);
  const Pairing pairing{first, second, near.distance, near.ordered};
  return near.absent ? lonely(pairing) : hulls(pairing);
}

void Truth::mark_spans(const Node& node, std::uint32_t slot, Scope scope,
                       const SpanTable& wanted) {
  if (wanted.empty()) return;
  const Scope part = within(scope, slot_scope(slot));
  if (const auto* phrase = as<Phrase>(node)) {
    for (const Spot& spot : places_.spots_in(*phrase, part)) {
      if (spot.last < part.end &&
          wanted.has(ordinal(spot.first), ordinal(spot.last))) {
        mark_spot(spot);
      }
    }
  } else if (const auto* either = as<Or>(node)) {
    for (const Node& child : either->children) {
      SpanTable of_child = spans(child, slot, part);
      of_child.keep_only(wanted);
      mark_spans(child, slot, part, of_child);
    }
  } else {
    const auto& near = std::get<Near>(node.value);
    if (near.absent) {
      mark_spans(near.sides[0], slot, part, wanted);
      return;
    }
    const SpanTable first = spans(near.sides[0], slot, part);
    const SpanTable second = spans(near.sides[1], slot, part);
    const Parts parts =
        parts_of({first, second, near.distance, near.ordered}, wanted);
    mark_spans(near.sides[0], slot, part, parts.a);
    mark_spans(near.sides[1], slot, part, parts.b);
  }
}

Truth::Scopes Truth::units(const Together& together, Scope scope) const {
  Scopes found;
  for (const std::uint32_t slot :
       places_.slots(together.children.front(), scope)) {
    const Scope sentence = slot_scope(slot);
    const Scope whole = together.unit == Together::Unit::kSentence
                            ? sentence
                            : places_.paragraph_around(slot);
    const Scope part = within(whole, scope);
    if (found.empty() || found.back().begin != part.begin) {
      found.push_back(part);
    }
  }
  return found;
}

}  // namespace broadsheet::searcher::match
