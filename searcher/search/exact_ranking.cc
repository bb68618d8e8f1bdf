#include "searcher/search/exact_ranking.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "searcher/query/article_set.h"
#include "searcher/search/enquiry.h"
#include "searcher/search/positions.h"
#include "searcher/search/union_count.h"
#include "searcher/search/union_ranking.h"

namespace broadsheet::searcher::search {
namespace {

// What can be told without a match.
std::optional<std::uint64_t> known_total(const Xapian::Database& database,
                                         const Xapian::Query& query) {
  if (query.empty()) return 0;
  switch (query.get_type()) {
    case Xapian::Query::LEAF_TERM:
      return database.get_termfreq(*query.get_terms_begin());
    case Xapian::Query::LEAF_MATCH_ALL:
      return database.get_doccount();
    case Xapian::Query::LEAF_MATCH_NOTHING:
      return 0;
    default:
      return union_count(database, query);
  }
}

// Whether to rank and to count are two things: of any of several words, Xapian
// ranks the best without looking at most of the rest, and counts all without
// weighing them. To look for positions twice would cost more than it saves.
bool is_counted_apart(const Xapian::Query& query, const Request& request) {
  if (query.get_type() == Xapian::Query::OP_AND_NOT) {
    return is_counted_apart(query.get_subquery(0), request);
  }
  return query.get_type() == Xapian::Query::OP_OR && request.limit > 0 &&
         request.sort == Sort::kRelevance && !asks_for_positions(query);
}

std::vector<RankedArticle> articles_of(const Xapian::MSet& hits) {
  std::vector<RankedArticle> articles;
  articles.reserve(hits.size());
  for (auto hit = hits.begin(); hit != hits.end(); ++hit) {
    articles.push_back({*hit, hit.get_weight()});
  }
  return articles;
}

// Where the words of a phrase or connector stand together in a large part of
// the articles ("of the"), to look where they stand in all of them takes many
// times as long as to rank the articles that have them. So the best of those
// are looked at, in order, until the page is full. A page that will not fill
// soon is of words that seldom stand so: then all are looked at, as they are
// where there are fewer, and the count is exact. Nothing if so.
std::optional<Ranking> rank_first_placed(const Xapian::Database& database,
                                         const Xapian::Query& query,
                                         const Request& request) {
  const std::uint64_t end = std::min<std::uint64_t>(
      request.limit,
      std::numeric_limits<std::uint64_t>::max() - request.offset);
  if (request.limit == 0 || request.offset + end >= kMostPlaced ||
      !asks_for_positions(query) ||
      most_found(database, query) <= kMostPlaced) {
    return std::nullopt;
  }
  const Xapian::Query words = without_positions(query);
  if (asks_for_positions(words)) return std::nullopt;
  const std::uint64_t having_words = counted(database, words);
  if (having_words <= kMostPlaced) return std::nullopt;
  const Xapian::doccount wanted = clamped(request.offset + end);
  const std::vector<std::string> segments = query::segments_of(database);
  constexpr Xapian::doccount kMore = 8;
  for (Xapian::doccount looked_at = 4 * wanted + 64;
       looked_at <= kMostPlaced / 2; looked_at *= kMore) {
    const Xapian::MSet best =
        enquire_for(database, words, request.sort).get_mset(0, looked_at);
    const std::vector<Xapian::docid> documents(best.begin(), best.end());
    const Xapian::Query among(
        Xapian::Query::OP_FILTER, query,
        query::articles_in(segments, documents,
                           "best of those with the words"));
    const Xapian::MSet hits = enquire_for(database, among, request.sort)
                                  .get_mset(0, wanted, looked_at);
    if (kMore * hits.size() < wanted) break;
    if (hits.size() < wanted) continue;
    Ranking ranking;
    ranking.total = having_words - best.size() + hits.get_matches_estimated();
    ranking.total_is_exact = false;
    ranking.articles = articles_of(hits);
    ranking.articles.erase(
        ranking.articles.begin(),
        ranking.articles.begin() + static_cast<std::ptrdiff_t>(request.offset));
    return ranking;
  }
  return std::nullopt;
}

}  // namespace

Ranking rank_exact(const Xapian::Database& database, const Xapian::Query& query,
                   const Request& request) {
  if (request.detail != Detail::kCount) {
    if (auto ranked = rank_union(database, query, request)) return *ranked;
  }
  Ranking ranking;
  std::optional<std::uint64_t> known = known_total(database, query);
  const Xapian::doccount all = database.get_doccount();
  if (known && (*known == 0 || request.detail == Detail::kCount)) {
    ranking.total = *known;
    return ranking;
  }
  if (request.detail == Detail::kCount) {
    ranking.total = counted(database, query);
    return ranking;
  }
  if (!known && is_counted_apart(query, request)) {
    known = counted(database, query);
  }
  if (auto few = rank_first_placed(database, query, request)) return *few;
  Xapian::Enquire enquire = enquire_for(database, query, request.sort);
  // Looking at all candidates is what makes the total exact.
  const Xapian::MSet hits = enquire.get_mset(
      clamped(request.offset),
      request.limit == 0 ? all : std::min(clamped(request.limit), all),
      known ? 0 : all);
  ranking.total = known ? *known : hits.get_matches_estimated();
  ranking.articles = articles_of(hits);
  return ranking;
}

}  // namespace broadsheet::searcher::search
