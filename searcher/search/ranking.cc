#include "searcher/search/ranking.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <optional>
#include <string>

#include "corpus/schema/slots.h"
#include "searcher/search/union_count.h"

namespace broadsheet::searcher::search {
namespace {

// Okapi BM25 as most engines tune it. A word that is typed twice counts for
// more (k3), query length for nothing (k2), and very short articles gain no
// more than half the average length gives (min_normlen).
constexpr double kK1 = 1.2;
constexpr double kK2 = 0;
constexpr double kK3 = 1;
constexpr double kB = 0.75;
constexpr double kMinNormLength = 0.5;

// Sorts by date, oldest first, and articles without one after all others:
// Xapian itself sorts an absent value first.
class OldestFirst final : public Xapian::KeyMaker {
 public:
  std::string operator()(const Xapian::Document& document) const override {
    std::string value = document.get_value(schema::kPublishedSlot);
    // No serialised date is longer than nine bytes or begins with nine of
    // these.
    if (value.empty()) value.assign(10, '\xff');
    return value;
  }
};

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

Xapian::doccount clamped(std::uint64_t number) {
  return static_cast<Xapian::doccount>(std::min<std::uint64_t>(
      number, std::numeric_limits<Xapian::doccount>::max()));
}

Xapian::Enquire enquire_for(const Xapian::Database& database,
                            const Xapian::Query& query, Sort sort,
                            OldestFirst& oldest_first) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  switch (sort) {
    case Sort::kRelevance:
      enquire.set_weighting_scheme(
          Xapian::BM25Weight(kK1, kK2, kK3, kB, kMinNormLength));
      break;
    case Sort::kNewest:
      enquire.set_weighting_scheme(Xapian::BoolWeight());
      enquire.set_sort_by_value(schema::kPublishedSlot, true);
      break;
    case Sort::kOldest:
      enquire.set_weighting_scheme(Xapian::BoolWeight());
      enquire.set_sort_by_key(&oldest_first, false);
      break;
  }
  return enquire;
}

std::uint64_t counted(const Xapian::Database& database,
                      const Xapian::Query& query) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  return enquire.get_mset(0, 0, database.get_doccount())
      .get_matches_estimated();
}

// Whether to rank and to count are two things: of any of several words, Xapian
// ranks the best without looking at most of the rest, and counts all without
// weighing them. To look for positions twice would cost more than it saves.
bool has_positions(const Xapian::Query& query) {
  const auto type = query.get_type();
  if (type == Xapian::Query::OP_PHRASE || type == Xapian::Query::OP_NEAR) {
    return true;
  }
  for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
    if (has_positions(query.get_subquery(i))) return true;
  }
  return false;
}

bool is_counted_apart(const Xapian::Query& query, const Request& request) {
  if (query.get_type() == Xapian::Query::OP_AND_NOT) {
    return is_counted_apart(query.get_subquery(0), request);
  }
  return query.get_type() == Xapian::Query::OP_OR && request.limit > 0 &&
         request.sort == Sort::kRelevance && !has_positions(query);
}

Ranking rank_exact(const Xapian::Database& database, const Xapian::Query& query,
                   const Request& request) {
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
  OldestFirst oldest_first;
  Xapian::Enquire enquire =
      enquire_for(database, query, request.sort, oldest_first);
  // Looking at all candidates is what makes the total exact.
  const Xapian::MSet hits = enquire.get_mset(
      clamped(request.offset),
      request.limit == 0 ? all : std::min(clamped(request.limit), all),
      known ? 0 : all);
  ranking.total = known ? *known : hits.get_matches_estimated();
  ranking.articles.reserve(hits.size());
  for (auto hit = hits.begin(); hit != hits.end(); ++hit) {
    ranking.articles.push_back({*hit, hit.get_weight()});
  }
  return ranking;
}

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

// The docids that `query` finds, sorted.
std::vector<Xapian::docid> found_by(const Xapian::Database& database,
                                    const Xapian::Query& query) {
  if (query.empty()) return {};
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  const Xapian::MSet found = enquire.get_mset(0, database.get_doccount());
  return {found.begin(), found.end()};
}

Ranking rank_checked(const Xapian::Database& database,
                     const query::CompiledQuery& query, const Request& request,
                     const Check& check) {
  const Clock clock(request.timeout);
  OldestFirst oldest_first;
  Xapian::Enquire enquire =
      enquire_for(database, query.query, request.sort, oldest_first);
  const std::vector<Xapian::docid> certain = found_by(database, query.certain);
  const Xapian::MSet candidates = enquire.get_mset(0, database.get_doccount());
  const bool wants_all = request.detail == Detail::kCount || request.limit == 0;
  Ranking ranking;
  std::size_t checked = 0;
  std::size_t seen = 0;
  for (auto hit = candidates.begin(); hit != candidates.end(); ++hit) {
    const bool page_is_full =
        !wants_all && ranking.articles.size() >= request.limit;
    ranking.is_complete = !clock.is_up();
    if (!ranking.is_complete || (page_is_full && checked >= kMostChecked)) {
      ranking.total_is_exact = false;
      ranking.total += candidates.size() - seen;
      break;
    }
    ++seen;
    if (!std::ranges::binary_search(certain, *hit)) {
      ++checked;
      if (!check(*hit)) continue;
    }
    if (ranking.total++ < request.offset || page_is_full ||
        request.detail == Detail::kCount) {
      continue;
    }
    ranking.articles.push_back({*hit, hit.get_weight()});
  }
  return ranking;
}

}  // namespace

Ranking rank(const Xapian::Database& database,
             const query::CompiledQuery& query, const Request& request,
             const Check& check) {
  Ranking ranking = query.exact ? rank_exact(database, query.query, request)
                                : rank_checked(database, query, request, check);
  ranking.has_more = request.offset + ranking.articles.size() < ranking.total;
  return ranking;
}

}  // namespace broadsheet::searcher::search
