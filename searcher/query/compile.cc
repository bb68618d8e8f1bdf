#include "searcher/query/compile.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>
#include <vector>

#include "corpus/schema/identity.h"
#include "corpus/schema/positions.h"
#include "corpus/schema/slots.h"
#include "searcher/query/anchors.h"
#include "searcher/query/article_set.h"
#include "searcher/query/compiled_query.h"
#include "searcher/query/phrase_compiler.h"
#include "searcher/query/proximity.h"

namespace broadsheet::searcher::query {
namespace {

using Xapian::Query;

Query weightless(const Query& query) {
  if (query.get_type() == Query::LEAF_MATCH_ALL) return query;
  return {Query::OP_SCALE_WEIGHT, query, 0.0};
}

Query dated() {
  return {Query::OP_VALUE_GE, schema::kPublishedSlot,
          schema::published_value(article::kAllTime.begin)};
}

/// The term of the article with `filter`'s id; where it has none of its own,
/// the id that it is known by.
std::string identity_term(const IdentityFilter& filter) {
  return schema::identity_term(filter.id, schema::identity_of_id(filter.id));
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
  CompiledQuery compile(const StoryFilter& filter) {
    const bool excludes = filter.which == StoryFilter::Which::kFirst;
    if (!filter.articles || filter.articles->identities.empty()) {
      return exactly(excludes ? Query::MatchAll : Query::MatchNothing);
    }
    const Query found = articles_in({filter.articles, &filter.articles->docids},
                                    "articles of a story");
    return exactly(excludes ? Query(Query::OP_AND_NOT, Query::MatchAll, found)
                            : found);
  }
  // The index has no terms of where an article came from.
  CompiledQuery compile(const OriginFilter& /*filter*/) {
    return {Query::MatchAll, Query::MatchNothing, false};
  }
  CompiledQuery compile(const AtLeast& enough) {
    return {compile(enough.child.front()).query, Query::MatchNothing, false};
  }
  CompiledQuery compile(const Phrase& phrase) {
    return compile_phrase(phrase, lookup_);
  }
  CompiledQuery compile(const And& all);
  CompiledQuery compile(const Or& either);
  CompiledQuery compile(const Not& excluded);
  CompiledQuery compile(const Near& near);
  CompiledQuery compile(const Together& together);

  Query needed_within(const Node& node);

  FormLookup lookup_;
};

CompiledQuery Compiler::compile(const DateFilter& filter) {
  return exactly(Query(Query::OP_VALUE_RANGE, schema::kPublishedSlot,
                       schema::published_value(filter.range.begin),
                       schema::published_value(filter.range.end - 1)));
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
