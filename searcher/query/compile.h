// From the tree to two Xapian queries that lie around what it says: one that no
// true match escapes, and one that finds nothing but true matches. Between them
// lie the articles that only the evaluator can judge.
//
// Most of a tree has a Xapian query that says exactly the same, and then the
// two are one: words, phrases, dates, AND, OR, NOT. A phrase in the headline
// has none: headlines have no positions of their own, so the phrase is looked
// for in the text of articles that have its words in the headline. A phrase of
// word forms has none where a word has too many forms.
#pragma once

#include <xapian.h>

#include <span>
#include <string>

#include "searcher/query/forms.h"
#include "searcher/query/tree.h"

namespace broadsheet::searcher::query {

struct CompiledQuery {
  /// Finds every article that the tree is true of, and ranks them.
  Xapian::Query query;
  /// Finds only such articles; its weights mean nothing. What it finds needs no
  /// evaluator to be a hit.
  Xapian::Query certain;
  /// Both find the same: no candidate needs the evaluator.
  bool exact = true;
};

/// Filters (dates, fields that rank nothing) never contribute to the weight.
/// `languages` are all the languages that articles of the index were analysed
/// in; if they are not told, a phrase of word forms is not exact.
[[nodiscard]] CompiledQuery compile(
    const Node& root, const Variants& variants,
    std::span<const std::string> languages = {});

}  // namespace broadsheet::searcher::query
