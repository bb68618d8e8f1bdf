#include "searcher/search/checked_ranking.h"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "searcher/query/article_set.h"
#include "searcher/search/candidates.h"
#include "searcher/search/enquiry.h"
#include "searcher/search/exact_ranking.h"

namespace broadsheet::searcher::search {
namespace {

// Tells when the time of a search is up.
class Clock {
 public:
  explicit Clock(std::uint64_t seconds) : seconds_(seconds) {}

  [[nodiscard]] bool is_up() const {
    return seconds_ > 0 &&
           std::chrono::steady_clock::now() - start_ >=
               std::chrono::seconds(std::min(seconds_, kLongest));
  }

 private:
  // More would leave what the clock can count.
  static constexpr std::uint64_t kLongest = 1'000'000'000;
  std::uint64_t seconds_;
  std::chrono::steady_clock::time_point start_ =
      std::chrono::steady_clock::now();
};

// Which candidates certainly match: asked of as many as are looked at, as that
// asks where words stand.
class CertainOnes {
 public:
  // All must outlive it.
  CertainOnes(const Xapian::Database& database, const Xapian::Query& certain,
              Candidates& candidates)
      : database_(database), certain_(certain), candidates_(candidates) {}

  // Whether candidate `i`, which there is, is one.
  bool operator[](std::size_t i) {
    if (i >= is_certain_.size()) ask_until(std::max(kFirst, 4 * i));
    return is_certain_[i];
  }

  // How many candidates from `begin` on are none.
  std::size_t uncertain_from(std::size_t begin) {
    ask_until(candidates_.size());
    return static_cast<std::size_t>(
        std::count(is_certain_.begin() + static_cast<std::ptrdiff_t>(begin),
                   is_certain_.end(), false));
  }

 private:
  static constexpr std::size_t kFirst = 64;

  void ask_until(std::uint64_t end) {
    const std::span<const Xapian::docid> asked =
        candidates_.first(end).subspan(is_certain_.size());
    if (asked.empty()) return;
    std::vector<Xapian::docid> found;
    if (!certain_.empty()) found = found_by(database_, among(asked));
    for (const Xapian::docid document : asked) {
      is_certain_.push_back(std::ranges::binary_search(found, document));
    }
  }

  [[nodiscard]] Xapian::Query among(
      std::span<const Xapian::docid> documents) const {
    if (documents.size() == candidates_.size()) return certain_;
    return {Xapian::Query::OP_FILTER, certain_,
            query::articles_in(query::segments_of(database_), documents,
                               "the best candidates")};
  }

  const Xapian::Database& database_;
  const Xapian::Query& certain_;
  Candidates& candidates_;
  std::vector<bool> is_certain_;  // As far as it was asked.
};

}  // namespace

Ranking rank_checked(const PostingLists& lists,
                     const query::CompiledQuery& query, const Request& request,
                     const Check& check) {
  const Clock clock(request.timeout);
  Candidates candidates(lists, query.query, request);
  CertainOnes certain(lists.database(), query.certain, candidates);
  // The rest is looked at only if that can tell how many there are.
  const auto can_count_from = [&](std::size_t begin) {
    return candidates.size() - begin <= kMostPlaced &&
           certain.uncertain_from(begin) <= kMostChecked;
  };
  bool counts_all = request.detail == Detail::kCount || request.limit == 0;
  if (counts_all) certain.uncertain_from(0);
  Ranking ranking;
  for (std::size_t i = 0; candidates.has(i); ++i) {
    const bool page_is_full =
        request.limit > 0 && ranking.articles.size() >= request.limit;
    ranking.is_complete = !clock.is_up();
    counts_all = counts_all || (page_is_full && can_count_from(i));
    if (!ranking.is_complete || (page_is_full && !counts_all)) {
      ranking.total_is_exact = false;
      ranking.total += candidates.size() - i;
      break;
    }
    if (!certain[i] && !check(candidates[i].document)) continue;
    if (ranking.total++ < request.offset || page_is_full ||
        request.detail == Detail::kCount) {
      continue;
    }
    ranking.articles.push_back(candidates[i]);
  }
  return ranking;
}

}  // namespace broadsheet::searcher::search
