// Claims about which articles are compared.
#include "indexer/story_pairs.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>
#include <span>
#include <utility>
#include <vector>

#include "indexer/same_story.h"

namespace broadsheet::indexer {
namespace {

using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

constexpr std::int64_t kDay = 86400;

/// Ascending, each with the lower place first.
Pairs pairs_of(std::span<const StoryRow> rows) {
  Pairs pairs;
  const PairFinder finder(rows);
  for (std::size_t band = 0; band < schema::kSketchBands; ++band) {
    finder.each_pair(band, [&](std::uint32_t first, std::uint32_t second) {
      pairs.push_back(std::minmax(first, second));
    });
  }
  std::ranges::sort(pairs);
  return pairs;
}

StoryRow row(std::uint64_t who, std::optional<std::int64_t> published,
             std::uint32_t number, bool is_open = true) {
  StoryRow row;
  row.identity = {who, who};
  row.published = published;
  row.is_open = is_open;
  row.sketch.emplace();
  // Other bands agree with no other article.
  for (std::uint32_t band = 0; band < schema::kSketchBands; ++band) {
    (*row.sketch)[band] = static_cast<std::uint32_t>(1000 + 100 * who + band);
  }
  (*row.sketch)[5] = number;
  return row;
}

TEST_CASE("articles that agree in a band and appeared in one time are a pair") {
  const std::vector<StoryRow> rows = {row(1, 0, 7), row(2, 3 * kDay, 7),
                                      row(3, 3 * kDay + 1, 7), row(4, 0, 8),
                                      row(5, std::nullopt, 7)};
  CHECK(pairs_of(rows) == Pairs{{0, 1}, {0, 4}, {1, 2}, {1, 4}, {2, 4}});
}

TEST_CASE("a pair that agrees in several bands is one pair") {
  std::vector<StoryRow> rows = {row(1, 0, 7), row(2, 0, 7), row(3, 0, 7)};
  (*rows[0].sketch)[2] = (*rows[2].sketch)[2] = 3;
  (*rows[0].sketch)[9] = (*rows[2].sketch)[9] = 3;
  CHECK(pairs_of(rows) == Pairs{{0, 1}, {0, 2}, {1, 2}});
}

TEST_CASE("two articles that are known already are not compared again") {
  const std::vector<StoryRow> rows = {row(1, 0, 7, false), row(2, 0, 7, false),
                                      row(3, 0, 7)};
  CHECK(pairs_of(rows) == Pairs{{0, 2}, {1, 2}});
}

TEST_CASE("an article without a sketch has no pair") {
  std::vector<StoryRow> rows = {row(1, 0, 7), row(2, 0, 7)};
  rows[0].sketch.reset();
  CHECK(pairs_of(rows).empty());
}

TEST_CASE("a thousand copies take thousands of looks, not a million") {
  std::vector<StoryRow> rows;
  for (std::uint64_t i = 0; i < 1000; ++i) rows.push_back(row(i, 0, 7));
  const Pairs pairs = pairs_of(rows);
  CHECK(pairs.size() <= 1000 * kMostCompared);
  // Each is still compared with another.
  std::set<std::uint32_t> met;
  for (const auto& [first, second] : pairs) {
    CHECK(first < second);
    met.insert(first);
    met.insert(second);
  }
  CHECK(met.size() == rows.size());
}

TEST_CASE("the pairs do not depend on the order of the rows") {
  std::mt19937 random(3);
  std::vector<StoryRow> rows;
  for (std::uint64_t i = 0; i < 400; ++i) {
    rows.push_back(row(i, static_cast<std::int64_t>(random() % 10) * kDay,
                       static_cast<std::uint32_t>(random() % 3),
                       random() % 4 == 0));
  }
  const auto by_identity = [](const std::vector<StoryRow>& all) {
    std::set<std::pair<Hash128, Hash128>> pairs;
    for (const auto& [first, second] : pairs_of(all)) {
      pairs.insert(std::minmax(all[first].identity, all[second].identity));
    }
    return pairs;
  };
  const auto pairs = by_identity(rows);
  CHECK_FALSE(pairs.empty());
  std::ranges::shuffle(rows, random);
  CHECK(by_identity(rows) == pairs);
}

}  // namespace
}  // namespace broadsheet::indexer
