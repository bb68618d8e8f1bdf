#include "searcher/query/compile.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>
#include <vector>

#include "corpus/base/checksum.h"
#include "corpus/schema/positions.h"
#include "corpus/schema/slots.h"
#include "searcher/query/anchors.h"
#include "searcher/query/proximity.h"

namespace broadsheet::searcher::query {
namespace {

using Xapian::Query;

Query joined(Query::op operation, const std::vector<Query>& queries) {
  if (queries.size() == 1) return queries.front();
  return {operation, queries.begin(), queries.end()};
}

std::vector<Query> leaves(const std::vector<std::string>& terms) {
  return {terms.begin(), terms.end()};
}

Query weightless(const Query& query) {
  if (query.get_type() == Query::LEAF_MATCH_ALL) return query;
  return {Query::OP_SCALE_WEIGHT, query, 0.0};
}

Query dated() {
  return {Query::OP_VALUE_GE, schema::kPublishedSlot,
          schema::published_value(article::kAllTime.begin)};
}

/// Words side by side; a single one as one word for the score, as an article
/// with "oil" and "oils" does not say it twice as rarely.
Query side_by_side(const PlaceForms& places) {
  if (places.size() == 1) return joined(Query::OP_SYNONYM, leaves(places[0]));
  std::vector<Query> words;
  for (const auto& forms : places) {
    words.push_back(joined(Query::OP_OR, leaves(forms)));
  }
  return {Query::OP_PHRASE, words.begin(), words.end(),
          static_cast<Xapian::termcount>(words.size())};
}

bool has_empty_place(const PlaceForms& places) {
  return std::ranges::any_of(places,
                             [](const auto& forms) { return forms.empty(); });
}

bool has_one_form_each(const PlaceForms& places) {
  return std::ranges::all_of(
      places, [](const auto& forms) { return forms.size() == 1; });
}

CompiledQuery exactly(const Query& query) { return {query, query, true}; }

/// Articles that `words` finds and ranks, of which `near` is true.
CompiledQuery placed(const Query& words, const Nearness& near) {
  if (!near.query) return {words, Query::MatchNothing, false};
  if (near.query->empty()) return exactly(Query::MatchNothing);
  const Query query(Query::OP_FILTER, words, *near.query);
  if (near.exact) return {query, *near.query, true};
  return {query, Query::MatchNothing, false};
}

/// The term of the article with `filter`'s id; where it has none of its own,
/// the id that it is known by.
std::string identity_term(const IdentityFilter& filter) {
  return schema::identity_term(filter.id, hash128("id " + filter.id));
}

/// `phrase` in the headline instead of where it is.
Phrase in_headline(const Phrase& phrase) {
  Phrase copy = phrase;
  copy.region = Region::kAnywhere;
  copy.field = schema::Field::kHeadline;
  const std::size_t exact = schema::exact_term(phrase.field, "").size();
  const std::size_t stem = schema::stem_term(phrase.field, "").size();
  for (Place& place : copy.places) {
    for (std::string& term : place.exact_terms) {
      term = schema::exact_term(copy.field, term.substr(exact));
    }
    for (std::string& term : place.stem_terms) {
      term = schema::stem_term(copy.field, term.substr(stem));
    }
  }
  return copy;
}

class Compiler {
 public:
  Compiler(const Variants& variants, std::span<const std::string> languages)
      : lookup_(variants, languages) {}

  CompiledQuery compile(const Node& node) {
    return std::visit([&](const auto& value) { return compile(value); },
                      node.value);
  }

 private:
  CompiledQuery compile(const Everything& /*everything*/) {
    return exactly(Query::MatchAll);
  }
  CompiledQuery compile(const Undated& /*undated*/) {
    return exactly(Query(Query::OP_AND_NOT, Query::MatchAll, dated()));
  }
  CompiledQuery compile(const DateFilter& filter);
  CompiledQuery compile(const LanguageFilter& filter) {
    return exactly(Query(schema::language_term(filter.language)));
  }
  CompiledQuery compile(const WordCountFilter& filter) {
    return exactly(Query(Query::OP_VALUE_RANGE, schema::kWordCountSlot,
                         schema::word_count_value(filter.least),
                         schema::word_count_value(filter.most)));
  }
  CompiledQuery compile(const IdentityFilter& filter) {
    return exactly(Query(identity_term(filter)));
  }
  // The index has no terms of where an article came from.
  CompiledQuery compile(const OriginFilter& /*filter*/) {
    return {Query::MatchAll, Query::MatchNothing, false};
  }
  CompiledQuery compile(const AtLeast& enough) {
    return {compile(enough.child.front()).query, Query::MatchNothing, false};
  }
  CompiledQuery compile(const Phrase& phrase);
  CompiledQuery compile(const And& all);
  CompiledQuery compile(const Or& either);
  CompiledQuery compile(const Not& excluded);
  CompiledQuery compile(const Near& near);
  CompiledQuery compile(const Together& together);

  Query needed_within(const Node& node);
  CompiledQuery compile_words(const Phrase& phrase);
  CompiledQuery compile_slop(const Phrase& phrase);
  CompiledQuery compile_forms(const Phrase& phrase, schema::Field as);
  Query words_of(const Phrase& phrase);

  FormLookup lookup_;
};

CompiledQuery Compiler::compile(const DateFilter& filter) {
  return exactly(Query(Query::OP_VALUE_RANGE, schema::kPublishedSlot,
                       schema::published_value(filter.range.begin),
                       schema::published_value(filter.range.end - 1)));
}

CompiledQuery Compiler::compile(const Phrase& phrase) {
  CompiledQuery found =
      phrase.slop ? compile_slop(phrase) : compile_words(phrase);
  if (!is_restricted(phrase)) return found;
  found.certain = Query::MatchNothing;
  found.exact = false;
  if (phrase.region == Region::kHeadlineAndLead &&
      phrase.capitals == Capitals::kAny) {
    found.certain = compile(in_headline(phrase)).certain;
  }
  return found;
}

/// All words of `phrase` near each other, in any order.
CompiledQuery Compiler::compile_slop(const Phrase& phrase) {
  const Query words = words_of(phrase);
  if (!ranks(phrase.field)) return {words, Query::MatchNothing, false};
  const std::size_t window = std::min<std::size_t>(
      schema::kWordsPerSlot, phrase.places.size() + *phrase.slop);
  return placed(words, nearness(anchors_of_words(phrase), false,
                                static_cast<unsigned>(window), lookup_));
}

CompiledQuery Compiler::compile_words(const Phrase& phrase) {
  const Place& first = phrase.places.front();
  const bool headline = phrase.field == schema::Field::kHeadline;
  if (phrase.places.size() > 1) {
    // The words of a headline have their positions as text: the phrase may
    // stand anywhere there, and its words apart from it in the headline.
    CompiledQuery found =
        compile_forms(phrase, headline ? schema::Field::kText : phrase.field);
    if (headline) {
      found.certain = Query::MatchNothing;
      found.exact = false;
    }
    return found;
  }
  if (first.stem_terms.empty()) {
    return exactly(joined(Query::OP_SYNONYM, leaves(first.exact_terms)));
  }
  // Headlines have no stem terms.
  if (headline) return compile_forms(phrase, phrase.field);
  return exactly(joined(Query::OP_SYNONYM, leaves(first.stem_terms)));
}

/// `phrase` by the exact forms of its words, at their positions in field `as`.
CompiledQuery Compiler::compile_forms(const Phrase& phrase, schema::Field as) {
  const PlaceForms forms = lookup_.in_any_language(phrase, as);
  if (has_empty_place(forms)) return exactly(Query::MatchNothing);
  if (std::ranges::any_of(
          forms, [](const auto& terms) { return terms.size() > kMostForms; })) {
    return {words_of(phrase), Query::MatchNothing, false};
  }
  std::vector<Query> found;
  const std::vector<LanguageForms> groups =
      lookup_.by_language(phrase, as, forms);
  for (const LanguageForms& group : groups) {
    if (has_empty_place(group.places)) continue;
    std::vector<Query> languages;
    for (const std::string& language : group.languages) {
      languages.emplace_back(schema::language_term(language));
    }
    const Query here = side_by_side(group.places);
    found.push_back(
        groups.size() == 1
            ? here
            : Query(Query::OP_FILTER, here, joined(Query::OP_OR, languages)));
  }
  if (groups.empty()) found.push_back(side_by_side(forms));
  const Query places = joined(Query::OP_OR, found);
  // A phrase that is one word at each place ranks by itself, and so does a word
  // of one language. Other weights would be added up over forms and languages.
  const bool ranks_itself = as == phrase.field && groups.size() == 1 &&
                            (phrase.places.size() == 1 ||
                             (has_one_form_each(forms) && !phrase.word_forms));
  const Query query =
      ranks_itself ? places : Query(Query::OP_FILTER, words_of(phrase), places);
  if (groups.empty()) return {query, Query::MatchNothing, false};
  return exactly(query);
}

/// All words of `phrase`, anywhere in its field.
Query Compiler::words_of(const Phrase& phrase) {
  std::vector<Query> words;
  PlaceForms headline_forms;
  if (phrase.field == schema::Field::kHeadline) {
    headline_forms = lookup_.in_any_language(phrase, phrase.field);
  }
  for (std::size_t p = 0; p < phrase.places.size(); ++p) {
    const Place& place = phrase.places[p];
    if (place.stem_terms.empty()) {
      words.push_back(joined(Query::OP_SYNONYM, leaves(place.exact_terms)));
    } else if (headline_forms.empty()) {
      words.push_back(joined(Query::OP_SYNONYM, leaves(place.stem_terms)));
    } else if (headline_forms[p].size() <= kMostForms) {
      words.push_back(joined(Query::OP_SYNONYM, leaves(headline_forms[p])));
    } else {
      words.push_back(joined(Query::OP_SYNONYM,
                             leaves(stems_in_text(place, phrase.field))));
    }
  }
  return joined(Query::OP_AND, words);
}

CompiledQuery Compiler::compile(const And& all) {
  std::vector<Query> words;
  std::vector<Query> filters;
  std::vector<Query> certain;
  std::vector<Query> excluded;
  std::vector<Query> certainly_excluded;
  bool exact = true;
  for (const Node& child : all.children) {
    const auto* negated = std::get_if<Not>(&child.value);
    if (std::holds_alternative<Everything>(child.value)) continue;
    const CompiledQuery part =
        compile(negated != nullptr ? negated->child.front() : child);
    exact = exact && part.exact;
    if (negated != nullptr) {
      excluded.push_back(part.query);
      certainly_excluded.push_back(part.certain);
    } else {
      (is_filter(child) ? filters : words).push_back(part.query);
      certain.push_back(part.certain);
    }
  }
  const auto without = [](const Query& query, const std::vector<Query>& parts) {
    if (parts.empty()) return query;
    return Query(Query::OP_AND_NOT, query, joined(Query::OP_OR, parts));
  };
  Query query = Query::MatchAll;
  if (!words.empty()) query = joined(Query::OP_AND, words);
  if (!filters.empty()) {
    const Query filter = joined(Query::OP_AND, filters);
    query = words.empty() ? weightless(filter)
                          : Query(Query::OP_FILTER, query, filter);
  }
  // What may match is what is left when only what certainly matches an
  // exclusion goes; and what certainly does, when all goes that may.
  query = without(query, certainly_excluded);
  if (exact) return exactly(query);
  const Query sure =
      certain.empty() ? Query::MatchAll : joined(Query::OP_AND, certain);
  return {query, without(sure, excluded), false};
}

CompiledQuery Compiler::compile(const Or& either) {
  std::vector<Query> sides;
  std::vector<Query> certain;
  bool exact = true;
  for (const Node& child : either.children) {
    const CompiledQuery side = compile(child);
    sides.push_back(is_filter(child) ? weightless(side.query) : side.query);
    certain.push_back(side.certain);
    exact = exact && side.exact;
  }
  const Query query = joined(Query::OP_OR, sides);
  if (exact) return exactly(query);
  return {query, joined(Query::OP_OR, certain), false};
}

CompiledQuery Compiler::compile(const Not& excluded) {
  const CompiledQuery child = compile(excluded.child.front());
  return {Query(Query::OP_AND_NOT, Query::MatchAll, child.certain),
          Query(Query::OP_AND_NOT, Query::MatchAll, child.query), child.exact};
}

/// What an article has if `node` is true of a part of it. Exclusions say
/// nothing then: what a sentence lacks may be in another.
Query Compiler::needed_within(const Node& node) {
  if (std::holds_alternative<Not>(node.value)) return Query::MatchAll;
  const bool all = std::holds_alternative<And>(node.value);
  if (!all && !std::holds_alternative<Or>(node.value)) {
    return compile(node).query;
  }
  std::vector<Query> parts;
  for (const Node& child : children_of(node)) {
    if (all && std::holds_alternative<Not>(child.value)) continue;
    parts.push_back(needed_within(child));
  }
  return joined(all ? Query::OP_AND : Query::OP_OR, parts);
}

CompiledQuery Compiler::compile(const Near& near) {
  const CompiledQuery first = compile(near.sides[0]);
  const CompiledQuery second = compile(near.sides[1]);
  if (near.absent) {
    return {first.query, Query(Query::OP_AND_NOT, first.certain, second.query),
            false};
  }
  const std::vector<Anchor> anchors{anchor_of(near.sides[0]),
                                    anchor_of(near.sides[1])};
  const unsigned window =
      std::min(schema::kWordsPerSlot,
               near.distance + anchors[0].slack + anchors[1].slack + 1);
  return placed(Query(Query::OP_AND, first.query, second.query),
                nearness(anchors, near.ordered, window, lookup_));
}

CompiledQuery Compiler::compile(const Together& together) {
  std::vector<Query> words;
  for (const Node& child : together.children) {
    words.push_back(needed_within(child));
    if (!together.absent) continue;
    // Where the other side is nowhere, it is not beside the first one.
    const CompiledQuery first = compile(child);
    const Query certain = has_places(child)
                              ? Query(Query::OP_AND_NOT, first.certain,
                                      needed_within(together.children[1]))
                              : Query::MatchNothing;
    return {words.front(), certain, false};
  }
  std::vector<Anchor> anchors;
  bool all_known = true;
  for (const Node& child : together.children) {
    std::vector<Anchor> more = anchors_in(child);
    // Only one word of a side is sure to be before the other side.
    if (together.ordered && more.size() > 1) {
      more.resize(1);
      more.front().is_all = false;
    }
    all_known = all_known && !more.empty();
    std::ranges::move(more, std::back_inserter(anchors));
  }
  if (!all_known) {
    for (Anchor& anchor : anchors) anchor.is_all = false;
  }
  const Query query = joined(Query::OP_AND, words);
  const Nearness near =
      nearness(anchors, together.ordered, schema::kWordsPerSlot, lookup_);
  if (together.unit == Together::Unit::kSentence) return placed(query, near);
  // A paragraph has no positions of its own; what is in one sentence is in one
  // paragraph.
  return {query, near.exact ? *near.query : Query::MatchNothing, false};
}

}  // namespace

CompiledQuery compile(const Node& root, const Variants& variants,
                      std::span<const std::string> languages) {
  CompiledQuery compiled = Compiler(variants, languages).compile(root);
  if (is_filter(root)) compiled.query = weightless(compiled.query);
  return compiled;
}

}  // namespace broadsheet::searcher::query
