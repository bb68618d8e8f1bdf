#include "searcher/search/positions.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace broadsheet::searcher::search {
namespace {

using Xapian::Query;

std::vector<Query> parts_of(const Query& query) {
  std::vector<Query> parts;
  for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
    parts.push_back(query.get_subquery(i));
  }
  return parts;
}

bool is_positional(Query::op type) {
  return type == Query::OP_PHRASE || type == Query::OP_NEAR;
}

// `query` without positions; `weighs`: as it scores articles.
Query loosened(const Query& query, bool weighs) {
  if (!asks_for_positions(query)) return query;
  std::vector<Query> parts = parts_of(query);
  const Query::op type = query.get_type();
  switch (type) {
    case Query::OP_PHRASE:
    case Query::OP_NEAR:
      return {Query::OP_AND, parts.begin(), parts.end()};
    case Query::OP_FILTER:
    case Query::OP_AND_NOT:
      for (std::size_t i = 0; i < parts.size(); ++i) {
        // What is excluded must not become more.
        if (i > 0 && type == Query::OP_AND_NOT) break;
        parts[i] = loosened(parts[i], weighs && i == 0);
      }
      return {type, parts.begin(), parts.end()};
    case Query::OP_OR:
      // Of the words of a false side, the score would have more.
      if (weighs) return query;
      [[fallthrough]];
    case Query::OP_AND:
      for (Query& part : parts) part = loosened(part, weighs);
      return {type, parts.begin(), parts.end()};
    default:
      return query;
  }
}

}  // namespace

bool asks_for_positions(const Query& query) {
  if (query.empty()) return false;
  return is_positional(query.get_type()) ||
         std::ranges::any_of(parts_of(query), asks_for_positions);
}

Query without_positions(const Query& query) { return loosened(query, true); }

std::uint64_t most_found(const Xapian::Database& database, const Query& query) {
  const std::uint64_t all = database.get_doccount();
  if (query.empty()) return 0;
  const std::vector<Query> parts = parts_of(query);
  switch (query.get_type()) {
    case Query::LEAF_TERM:
      return database.get_termfreq(*query.get_terms_begin());
    case Query::LEAF_MATCH_NOTHING:
      return 0;
    case Query::OP_AND:
    case Query::OP_FILTER:
    case Query::OP_PHRASE:
    case Query::OP_NEAR: {
      std::uint64_t most = all;
      for (const Query& part : parts) {
        most = std::min(most, most_found(database, part));
      }
      return most;
    }
    case Query::OP_OR:
    case Query::OP_SYNONYM: {
      std::uint64_t sum = 0;
      for (const Query& part : parts) {
        sum = std::min(all, sum + most_found(database, part));
      }
      return sum;
    }
    case Query::OP_AND_NOT:
    case Query::OP_SCALE_WEIGHT:
      return most_found(database, parts.front());
    default:
      return all;
  }
}

}  // namespace broadsheet::searcher::search
