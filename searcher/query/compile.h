// From the tree to two Xapian queries that lie around what it says: one that no
// true match escapes, and one that finds nothing but true matches. Between them
// lie the articles that only the evaluator can judge.
//
// Most of a tree has a Xapian query that says exactly the same, and then the
// two are one: words, phrases, dates, AND, OR, NOT.
#pragma once

#include <span>
#include <string>

#include "searcher/query/compiled_query.h"
#include "searcher/query/forms.h"
#include "searcher/query/tree.h"

namespace broadsheet::searcher::query {

/// Filters (dates, fields that rank nothing) never contribute to the weight.
/// `languages` are all the languages that articles of the index were analysed
/// in; if they are not told, a phrase of word forms is not exact.
[[nodiscard]] CompiledQuery compile(
    const Node& root, const Variants& variants,
    std::span<const std::string> languages = {});

}  // namespace broadsheet::searcher::query
