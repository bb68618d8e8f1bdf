#include "searcher/search/grouping.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <utility>
#include <vector>

namespace broadsheet::searcher::search {
namespace {

// Articles looked at beyond a page: few enough to cost nothing, and enough for
// pages of which a third is told before.
constexpr std::uint64_t kSpare = 8;

using Documents = std::vector<Xapian::docid>;

/// Which of `documents` the query is true of, ascending.
Documents found_among(const Xapian::Database& database,
                      const query::CompiledQuery& query,
                      const Documents& documents, const Check& check,
                      const Stories& stories) {
  if (documents.empty()) return {};
  Xapian::Enquire enquire(database);
  enquire.set_query(Xapian::Query(Xapian::Query::OP_FILTER, query.query,
                                  stories.query_for(documents)));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  const Xapian::MSet candidates =
      enquire.get_mset(0, static_cast<Xapian::doccount>(documents.size()));
  Documents found;
  for (const Xapian::docid document : candidates) {
    if (query.exact || check(document)) found.push_back(document);
  }
  return found;
}

Documents docids_of(const std::vector<RankedArticle>& articles) {
  Documents documents;
  for (const RankedArticle& article : articles) {
    documents.push_back(article.document);
  }
  std::ranges::sort(documents);
  return documents;
}

/// The articles of `ranked` that lead their story among those that are found,
/// each with the others. `is_all`: nothing else is found.
std::vector<RankedArticle> leading(
    std::vector<RankedArticle> ranked, const Stories& stories, bool is_all,
    const std::function<Documents(const Documents&)>& found_of) {
  std::vector<Documents> told;  // With each of them.
  Documents found = docids_of(ranked);
  Documents unknown;
  for (const RankedArticle& article : ranked) {
    told.push_back(stories.told_with(article.document));
    if (is_all) continue;
    for (const Xapian::docid other : told.back()) {
      if (!std::ranges::binary_search(found, other)) unknown.push_back(other);
    }
  }
  std::ranges::sort(unknown);
  unknown.erase(std::unique(unknown.begin(), unknown.end()), unknown.end());
  const Documents more = found_of(unknown);
  found.insert(found.end(), more.begin(), more.end());
  std::ranges::sort(found);

  std::vector<RankedArticle> leaders;
  for (std::size_t i = 0; i < ranked.size(); ++i) {
    std::erase_if(told[i], [&](Xapian::docid other) {
      return !std::ranges::binary_search(found, other);
    });
    if (!told[i].empty()) {
      if (told[i].front() != ranked[i].document) continue;
      told[i].erase(told[i].begin());
    }
    leaders.push_back(
        {ranked[i].document, ranked[i].score, std::move(told[i])});
  }
  return leaders;
}

/// The sum, or the largest number there is.
std::uint64_t added(std::uint64_t first, std::uint64_t second) {
  const std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
  return first > most - second ? most : first + second;
}

}  // namespace

Ranking rank_by_story(const PostingLists& lists,
                      const query::CompiledQuery& query, const Request& request,
                      const Check& check, const Stories& stories) {
  const std::uint64_t end = added(request.offset, request.limit);
  Request window = request;
  window.offset = 0;
  // One more than the page tells whether there are more.
  if (request.limit > 0) window.limit = added(end, kSpare);
  for (;;) {
    Ranking ranking = rank(lists, query, window, check);
    const bool is_all =
        window.limit == 0 || ranking.articles.size() < window.limit;
    std::vector<RankedArticle> leaders =
        leading(std::move(ranking.articles), stories, is_all,
                [&](const Documents& documents) {
                  return found_among(lists.database(), query, documents, check,
                                     stories);
                });
    if (!is_all && leaders.size() <= end && ranking.is_complete) {
      window.limit = added(window.limit, window.limit);
      continue;
    }
    ranking.has_more = request.limit > 0 && leaders.size() > end;
    if (ranking.has_more) leaders.resize(static_cast<std::size_t>(end));
    const auto before = static_cast<std::ptrdiff_t>(
        std::min<std::uint64_t>(request.offset, leaders.size()));
    leaders.erase(leaders.begin(), leaders.begin() + before);
    ranking.articles = std::move(leaders);
    return ranking;
  }
}

}  // namespace broadsheet::searcher::search
