// Ranking candidates that the evaluator has to look at, one after the other.
#pragma once

#include <xapian.h>

#include "searcher/query/compiled_query.h"
#include "searcher/search/posting_lists.h"
#include "searcher/search/ranking.h"
#include "searcher/search/request.h"

namespace broadsheet::searcher::search {

/// As rank(), of a query that is not exact, but for Ranking::has_more. Throws
/// Xapian::Error.
[[nodiscard]] Ranking rank_checked(const PostingLists& lists,
                                   const query::CompiledQuery& query,
                                   const Request& request, const Check& check);

}  // namespace broadsheet::searcher::search
