#include "searcher/search/ranking.h"

#include "searcher/search/checked_ranking.h"
#include "searcher/search/exact_ranking.h"

namespace broadsheet::searcher::search {

Ranking rank(const PostingLists& lists, const query::CompiledQuery& query,
             const Request& request, const Check& check) {
  Ranking ranking = query.exact ? rank_exact(lists, query.query, request)
                                : rank_checked(lists, query, request, check);
  ranking.has_more = request.offset + ranking.articles.size() < ranking.total;
  return ranking;
}

}  // namespace broadsheet::searcher::search
