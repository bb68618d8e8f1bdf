// One hit a story: an answer tells each story once, by the earliest article
// that the query is true of, then the longest. It stands where it would stand
// anyway; those that tell the story after it are left out, and told with it.
#pragma once

#include <xapian.h>

#include "searcher/query/compile.h"
#include "searcher/search/posting_lists.h"
#include "searcher/search/ranking.h"
#include "searcher/search/request.h"
#include "searcher/search/stories.h"

namespace broadsheet::searcher::search {

/// Ranks like rank(), but limit and offset of `request` count stories, and
/// RankedArticle::retellings are told. The total is that of articles. Throws
/// Xapian::Error.
[[nodiscard]] Ranking rank_by_story(const PostingLists& lists,
                                    const query::CompiledQuery& query,
                                    const Request& request, const Check& check,
                                    const Stories& stories);

}  // namespace broadsheet::searcher::search
