// The words of a query that is nothing but words joined by OR: what can be
// read list by list, without matching.
#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <vector>

namespace broadsheet::searcher::search {

/// Terms that count as one word.
using UnionWord = std::vector<std::string>;

/// The words of `query`, in its order, if it is terms joined by OR or SYNONYM,
/// in groups or not: what SYNONYM joins is one word. Nothing of any other
/// query.
[[nodiscard]] std::optional<std::vector<UnionWord>> union_words(
    const Xapian::Query& query);

}  // namespace broadsheet::searcher::search
