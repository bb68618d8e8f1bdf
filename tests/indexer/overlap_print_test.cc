// Claims about the quick no, against the true overlap.
#include "indexer/overlap_print.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <random>
#include <vector>

#include "corpus/schema/wording.h"
#include "indexer/same_story.h"

namespace broadsheet::indexer {
namespace {

using Triples = std::vector<std::uint32_t>;

Triples random_triples(std::mt19937& random, std::size_t count) {
  Triples triples(count);
  for (std::uint32_t& triple : triples)
    triple = static_cast<std::uint32_t>(random());
  return triples;
}

TEST_CASE("order and repetition change nothing") {
  std::mt19937 random(1);
  Triples triples = random_triples(random, 300);
  const OverlapPrint print(triples);
  const FineOverlapPrint fine(triples);
  std::ranges::shuffle(triples, random);
  triples.insert(triples.end(), triples.begin(), triples.begin() + 50);
  CHECK(OverlapPrint(triples) == print);
  CHECK(FineOverlapPrint(triples) == fine);
}

TEST_CASE("prints made at one go are those made one by one") {
  std::mt19937 random(2);
  for (const std::size_t size : {0U, 1U, 50U, 300U, 5000U}) {
    CAPTURE(size);
    const Triples triples = random_triples(random, size);
    const OverlapPrints both(triples);
    CHECK(both.print == OverlapPrint(triples));
    CHECK(both.fine == FineOverlapPrint(triples));
  }
}

TEST_CASE("articles without triples may overlap, for all a print can tell") {
  CHECK(OverlapProbe(OverlapPrint()).may_overlap(OverlapPrint()));
}

// What the first lines of overlap_print.h say, bucket by bucket.
bool may_overlap_slowly(const Triples& first, const Triples& second,
                        unsigned bucket_bits) {
  const std::size_t buckets = std::size_t{1} << bucket_bits;
  const auto values_of = [&](const Triples& triples) {
    std::vector<std::optional<std::uint32_t>> smallest(buckets);
    for (const std::uint32_t triple : triples) {
      auto& least = smallest[triple >> (32 - bucket_bits)];
      least = std::min(least.value_or(triple), triple);
    }
    std::vector<int> values(buckets);
    for (std::size_t i = 0; i < buckets; ++i) {
      if (!smallest[i]) continue;
      const std::uint64_t mixed = *smallest[i] * 0x9E3779B1U;
      values[i] = static_cast<int>(1 + (mixed * 15 >> 32));
    }
    return values;
  };
  const std::vector<int> one = values_of(first);
  const std::vector<int> other = values_of(second);
  double agreeing = 0;
  double filled = 0;
  double both = 0;
  for (std::size_t i = 0; i < buckets; ++i) {
    filled += (one[i] | other[i]) != 0 ? 1 : 0;
    both += one[i] != 0 && other[i] != 0 ? 1 : 0;
    agreeing += one[i] != 0 && one[i] == other[i] ? 1 : 0;
  }
  const double shared = kLeastOverlap * filled;
  const double expected = shared + std::max(0.0, both - shared) / 15;
  const double deviation = std::sqrt(expected * (1 - expected / filled));
  return agreeing >= expected - 2.5 * deviation;
}

TEST_CASE("what is said at once is what all buckets say") {
  std::mt19937 random(20261123);
  int yes = 0;
  constexpr int kPairs = 20000;
  for (int i = 0; i < kPairs; ++i) {
    const Triples first = random_triples(random, 1 + random() % 700);
    Triples second = random_triples(random, 1 + random() % 700);
    const std::size_t least = std::min(first.size(), second.size());
    std::copy_n(first.begin(), random() % (least / 2 + 1), second.begin());
    const bool may =
        OverlapProbe(OverlapPrint(first)).may_overlap(OverlapPrint(second));
    CAPTURE(i);
    CHECK(may == may_overlap_slowly(first, second, 8));
    CHECK(FineOverlapProbe(FineOverlapPrint(first))
              .may_overlap(FineOverlapPrint(second)) ==
          may_overlap_slowly(first, second, 9));
    yes += static_cast<int>(may);
  }
  // Both are common.
  CHECK(yes > kPairs / 10);
  CHECK(yes < kPairs * 9 / 10);
}

// Two articles of `size` triples each that share `common` of them.
struct Case {
  const char* what;
  std::size_t size;
  std::size_t common;
  double least;  // Share of pairs that may overlap.
  double most;
};

TEST_CASE("a print says no to what shares a sentence, yes to a version") {
  const Case cases[] = {
      {"the same", 400, 400, 1, 1},
      {"four tenths", 400, 229, 1, 1},
      {"two tenths", 400, 134, 0.995, 1},
      {"just enough", 400, 105, 0.985, 1},
      {"one sentence of twenty", 400, 20, 0, 0.02},
      {"nothing", 400, 0, 0, 0},
      {"nothing, of brief items", 60, 0, 0, 0.3},
      {"two tenths of brief items", 60, 20, 0.98, 1},
  };
  constexpr int kPairs = 2000;
  std::mt19937 random(20261122);
  for (const Case& item : cases) {
    CAPTURE(item.what);
    int yes = 0;
    int fine_yes = 0;
    for (int i = 0; i < kPairs; ++i) {
      const Triples first = random_triples(random, item.size);
      Triples second = random_triples(random, item.size);
      std::copy_n(first.begin(), item.common, second.begin());
      const OverlapPrint one(first);
      const OverlapPrint other(second);
      const bool may = OverlapProbe(one).may_overlap(other);
      CHECK(OverlapProbe(other).may_overlap(one) == may);
      yes += static_cast<int>(may);
      const FineOverlapPrint fine(first);
      const FineOverlapPrint other_fine(second);
      fine_yes +=
          static_cast<int>(FineOverlapProbe(fine).may_overlap(other_fine));
    }
    CHECK(fine_yes >= item.least * kPairs);
    CHECK(fine_yes <= item.most * kPairs);
    CHECK(yes >= item.least * kPairs);
    CHECK(yes <= item.most * kPairs);
  }
}

}  // namespace
}  // namespace broadsheet::indexer
