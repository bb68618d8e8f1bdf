// From the tree to the tightest Xapian query that no true match escapes.
//
// Most of a tree has a Xapian query that says exactly the same: words, exact
// phrases, dates, AND, OR, NOT. A phrase of word forms has none at first, as
// stems have no positions; it becomes a phrase of the exact forms that its
// stems stand for in the index. Where these are too many, or a form has other
// stems in other languages, the query finds more than it should, and the
// evaluator decides.
#pragma once

#include <xapian.h>

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "searcher/query/tree.h"

namespace broadsheet::searcher::query {

/// Looks up which exact forms a stem stands for in the index: "Zoil" gives
/// "oil", "oils". Always asked for stems of the text, without the prefix of
/// another field.
using Variants =
    std::function<std::vector<std::string>(const std::string& stem_term)>;

struct CompiledQuery {
  Xapian::Query query;
  /// The query says exactly what the tree says: no candidate needs the
  /// evaluator to be a hit.
  bool exact = true;
};

/// Filters (dates, fields that rank nothing) never contribute to the weight.
/// `languages` are all the languages that articles of the index were analysed
/// in; if they are not told, a phrase of word forms is not exact.
[[nodiscard]] CompiledQuery compile(
    const Node& root, const Variants& variants,
    std::span<const std::string> languages = {});

}  // namespace broadsheet::searcher::query
