// Wildcards and wrong letters: which forms of the index a pattern stands for.
// The index has every form that an article has, so that after this a pattern is
// a place of exact terms like any other, to Xapian and to the evaluator.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/schema/terms.h"
#include "searcher/query/query_error.h"
#include "searcher/query/tree.h"

namespace broadsheet::searcher::query {

/// Calls `visit` with each term of an index that begins with `prefix`, until it
/// returns false.
using TermWalk = std::function<void(
    const std::string& prefix,
    const std::function<bool(const std::string& term)>& visit)>;

/// Fills in the exact terms of every pattern below `root`. An error if they
/// are more than kMaxExpansions (budget.h): never a part of them.
[[nodiscard]] std::optional<QueryError> expand(Node& root,
                                               const TermWalk& walk);

/// Whether `form` is what `pattern` stands for: * is any run of letters, ? is
/// one.
[[nodiscard]] bool matches_pattern(std::string_view pattern,
                                   std::string_view form);

/// Whether `a` becomes `b` by at most `most` letters (code points) that are
/// wrong, missing, added, or swapped with the next.
[[nodiscard]] bool within_wrong_letters(std::string_view a, std::string_view b,
                                        unsigned most);

}  // namespace broadsheet::searcher::query
