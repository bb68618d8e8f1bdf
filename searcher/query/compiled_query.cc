#include "searcher/query/compiled_query.h"

namespace broadsheet::searcher::query {

using Xapian::Query;

CompiledQuery exactly(const Query& query) { return {query, query, true}; }

CompiledQuery placed(const Query& words, const Nearness& near) {
  if (!near.query) return {words, Query::MatchNothing, false};
  if (near.query->empty()) return exactly(Query::MatchNothing);
  const Query query(Query::OP_FILTER, words, *near.query);
  if (near.exact) return {query, *near.query, true};
  return {query, Query::MatchNothing, false};
}

Query joined(Query::op operation, const std::vector<Query>& queries) {
  if (queries.size() == 1) return queries.front();
  return {operation, queries.begin(), queries.end()};
}

Query joined(Query::op operation, const std::vector<std::string>& terms) {
  return joined(operation, std::vector<Query>(terms.begin(), terms.end()));
}

}  // namespace broadsheet::searcher::query
