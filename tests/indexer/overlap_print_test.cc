// Claims about the quick no, against the true overlap.
#include "indexer/overlap_print.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
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
  std::ranges::shuffle(triples, random);
  triples.insert(triples.end(), triples.begin(), triples.begin() + 50);
  CHECK(OverlapPrint(triples) == print);
}

TEST_CASE("articles without triples may overlap, for all a print can tell") {
  CHECK(OverlapPrint().may_overlap(OverlapPrint()));
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
    for (int i = 0; i < kPairs; ++i) {
      const Triples first = random_triples(random, item.size);
      Triples second = random_triples(random, item.size);
      std::copy_n(first.begin(), item.common, second.begin());
      const OverlapPrint one(first);
      const OverlapPrint other(second);
      const bool may = one.may_overlap(other);
      CHECK(other.may_overlap(one) == may);
      yes += static_cast<int>(may);
    }
    CHECK(yes >= item.least * kPairs);
    CHECK(yes <= item.most * kPairs);
  }
}

}  // namespace
}  // namespace broadsheet::indexer
