// Ranking what Xapian finds by itself, each hit of which is true.
#pragma once

#include <xapian.h>

#include <cstddef>

#include "searcher/search/posting_lists.h"
#include "searcher/search/ranking.h"
#include "searcher/search/request.h"

namespace broadsheet::searcher::search {

/// Articles of which Xapian has to look where their words stand are counted
/// exactly up to this many.
inline constexpr std::size_t kMostPlaced = 10'000;

/// As rank(), of a query that needs no check, but for Ranking::has_more. Throws
/// Xapian::Error.
[[nodiscard]] Ranking rank_exact(const PostingLists& lists,
                                 const Xapian::Query& query,
                                 const Request& request);

}  // namespace broadsheet::searcher::search
