// Claims about which articles are compared.
#include "indexer/story_pairs.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>
#include <utility>
#include <vector>

#include "indexer/same_story.h"

namespace broadsheet::indexer {
namespace {

using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

constexpr std::int64_t kDay = 86400;

struct KnownArticle {
  segment::ArticleRow row;
  bool is_open = true;
};

/// Ascending, each with the lower place first.
Pairs pairs_of(const std::vector<KnownArticle>& articles) {
  std::vector<StoryRow> rows;
  for (const auto& [row, is_open] : articles) {
    rows.push_back({0, is_open, &row, nullptr});
  }
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

KnownArticle known(std::uint64_t who, std::optional<std::int64_t> published,
                   std::uint32_t number, bool is_open = true) {
  segment::ArticleRow row;
  row.identity = {who, who};
  row.published = published;
  row.sketch.emplace();
  // Other bands agree with no other article.
  for (std::uint32_t band = 0; band < schema::kSketchBands; ++band) {
    (*row.sketch)[band] = static_cast<std::uint32_t>(1000 + 100 * who + band);
  }
  (*row.sketch)[5] = number;
  return {row, is_open};
}

TEST_CASE("articles that agree in a band and appeared in one time are a pair") {
  const std::vector<KnownArticle> articles = {
      known(1, 0, 7), known(2, 3 * kDay, 7), known(3, 3 * kDay + 1, 7),
      known(4, 0, 8), known(5, std::nullopt, 7)};
  CHECK(pairs_of(articles) == Pairs{{0, 1}, {0, 4}, {1, 2}, {1, 4}, {2, 4}});
}

TEST_CASE("a pair that agrees in several bands is one pair") {
  std::vector<KnownArticle> articles = {known(1, 0, 7), known(2, 0, 7),
                                        known(3, 0, 7)};
  (*articles[0].row.sketch)[2] = (*articles[2].row.sketch)[2] = 3;
  (*articles[0].row.sketch)[9] = (*articles[2].row.sketch)[9] = 3;
  CHECK(pairs_of(articles) == Pairs{{0, 1}, {0, 2}, {1, 2}});
}

TEST_CASE("two articles that are known already are not compared again") {
  const std::vector<KnownArticle> articles = {
      known(1, 0, 7, false), known(2, 0, 7, false), known(3, 0, 7)};
  CHECK(pairs_of(articles) == Pairs{{0, 2}, {1, 2}});
}

TEST_CASE("an article without a sketch has no pair") {
  std::vector<KnownArticle> articles = {known(1, 0, 7), known(2, 0, 7)};
  articles[0].row.sketch.reset();
  CHECK(pairs_of(articles).empty());
}

TEST_CASE("a thousand copies take thousands of looks, not a million") {
  std::vector<KnownArticle> articles;
  for (std::uint64_t i = 0; i < 1000; ++i) articles.push_back(known(i, 0, 7));
  const Pairs pairs = pairs_of(articles);
  CHECK(pairs.size() <= 1000 * kMostCompared);
  // Each is still compared with another.
  std::set<std::uint32_t> met;
  for (const auto& [first, second] : pairs) {
    CHECK(first < second);
    met.insert(first);
    met.insert(second);
  }
  CHECK(met.size() == articles.size());
}

TEST_CASE("the pairs do not depend on the order of the articles") {
  std::mt19937 random(3);
  std::vector<KnownArticle> articles;
  for (std::uint64_t i = 0; i < 400; ++i) {
    articles.push_back(known(i, static_cast<std::int64_t>(random() % 10) * kDay,
                             static_cast<std::uint32_t>(random() % 3),
                             random() % 4 == 0));
  }
  const auto by_identity = [](const std::vector<KnownArticle>& all) {
    std::set<std::pair<Hash128, Hash128>> pairs;
    for (const auto& [first, second] : pairs_of(all)) {
      pairs.insert(
          std::minmax(all[first].row.identity, all[second].row.identity));
    }
    return pairs;
  };
  const auto pairs = by_identity(articles);
  CHECK_FALSE(pairs.empty());
  std::ranges::shuffle(articles, random);
  CHECK(by_identity(articles) == pairs);
}

}  // namespace
}  // namespace broadsheet::indexer
