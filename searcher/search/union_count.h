// How many articles have any of some words, counted from their posting lists:
// what Xapian can only tell by matching, which weighs and compares on the way.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>

#include "searcher/search/posting_lists.h"

namespace broadsheet::searcher::search {

/// How many articles `query` finds, if it is terms joined by OR or SYNONYM, in
/// groups or not; nothing of any other query. Takes a bit of memory for each
/// article. Throws Xapian::Error.
[[nodiscard]] std::optional<std::uint64_t> union_count(
    const PostingLists& lists, const Xapian::Query& query);

}  // namespace broadsheet::searcher::search
