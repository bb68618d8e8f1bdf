#include "searcher/search/union_count.h"

#include <cstddef>
#include <string>
#include <vector>

namespace broadsheet::searcher::search {
namespace {

using Xapian::Query;

// Adds the terms of `query` to `terms`; false if it is more than those.
bool collect(const Query& query, std::vector<std::string>& terms) {
  if (query.empty()) return true;
  switch (query.get_type()) {
    case Query::LEAF_TERM:
      terms.push_back(*query.get_terms_begin());
      // The empty term stands for every article.
      return !terms.back().empty();
    case Query::OP_OR:
    case Query::OP_SYNONYM:
      for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
        if (!collect(query.get_subquery(i), terms)) return false;
      }
      return true;
    default:
      return false;
  }
}

}  // namespace

std::optional<std::uint64_t> union_count(const Xapian::Database& database,
                                         const Query& query) {
  std::vector<std::string> terms;
  if (!collect(query, terms)) return std::nullopt;
  std::vector<bool> found(std::size_t{database.get_lastdocid()} + 1);
  std::uint64_t articles = 0;
  for (const std::string& term : terms) {
    const auto end = database.postlist_end(term);
    for (auto posting = database.postlist_begin(term); posting != end;
         ++posting) {
      if (found[*posting]) continue;
      found[*posting] = true;
      ++articles;
    }
  }
  return articles;
}

}  // namespace broadsheet::searcher::search
