#include "searcher/search/exact_ranking.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "searcher/query/article_set.h"
#include "searcher/search/enquiry.h"
#include "searcher/search/positions.h"
#include "searcher/search/union_count.h"
#include "searcher/search/word_ranking.h"

namespace broadsheet::searcher::search {
namespace {

// What can be told without a match.
std::optional<std::uint64_t> known_total(const PostingLists& lists,
                                         const Xapian::Query& query) {
  const Xapian::Database& database = lists.database();
  if (query.empty()) return 0;
  switch (query.get_type()) {
    case Xapian::Query::LEAF_TERM:
      return database.get_termfreq(*query.get_terms_begin());
    case Xapian::Query::LEAF_MATCH_ALL:
      return database.get_doccount();
    case Xapian::Query::LEAF_MATCH_NOTHING:
      return 0;
    default:
      return union_count(lists, query);
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

std::uint64_t count_exact(const PostingLists& lists,
                          const Xapian::Query& query) {
  if (const auto known = known_total(lists, query)) return *known;
  Request one;
  one.limit = 1;
  if (const auto ranked = rank_words(lists, query, one)) return ranked->total;
  return counted(lists.database(), query);
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
std::optional<Ranking> rank_first_placed(const PostingLists& lists,
                                         const Xapian::Query& query,
                                         const Request& request) {
  const Xapian::Database& database = lists.database();
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
  // At first as many as often fill a page, at last as many as pay.
  constexpr Xapian::doccount kMore = 8;
  constexpr Xapian::doccount kMostBest = kMostPlaced / 2;
  Request best_of_words = request;
  best_of_words.offset = 0;
  best_of_words.limit = kMostBest;
  const Ranking best = rank_exact(lists, words, best_of_words);
  if (best.total <= kMostPlaced) return std::nullopt;
  std::vector<Xapian::docid> documents;
  for (const RankedArticle& article : best.articles) {
    documents.push_back(article.document);
  }
  const Xapian::doccount wanted = clamped(request.offset + end);
  const std::vector<std::string> segments = query::segments_of(database);
  for (Xapian::doccount looked_at = 4 * wanted + 64; looked_at <= kMostBest;
       looked_at *= kMore) {
    const Xapian::Query among(
        Xapian::Query::OP_FILTER, query,
        query::articles_in(segments, std::span(documents).first(looked_at),
                           "best of those with the words"));
    const Xapian::MSet hits = enquire_for(database, among, request.sort)
                                  .get_mset(0, wanted, looked_at);
    if (kMore * hits.size() < wanted) break;
    if (hits.size() < wanted) continue;
    Ranking ranking;
    ranking.total = best.total - looked_at + hits.get_matches_estimated();
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

Ranking rank_exact(const PostingLists& lists, const Xapian::Query& query,
                   const Request& request) {
  Ranking ranking;
  if (request.detail == Detail::kCount) {
    ranking.total = count_exact(lists, query);
    return ranking;
  }
  if (auto ranked = rank_words(lists, query, request)) return *ranked;
  const Xapian::Database& database = lists.database();
  const Xapian::doccount all = database.get_doccount();
  std::optional<std::uint64_t> known = known_total(lists, query);
  if (known == 0) return ranking;
  if (!known && is_counted_apart(query, request)) {
    known = counted(database, query);
  }
  if (auto few = rank_first_placed(lists, query, request)) return *few;
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
