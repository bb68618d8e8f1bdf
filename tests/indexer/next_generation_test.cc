// Claims about which segments are merged.
#include "indexer/next_generation.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <vector>

namespace broadsheet::indexer {
namespace {

using Articles = std::vector<std::uint64_t>;

TEST_CASE("a segment is merged with smaller ones behind it, not with few") {
  struct Row {
    Articles articles;
    std::size_t merged;
  };
  for (const Row& row : {
           Row{{}, 0},
           Row{{100}, 1},
           Row{{50000, 100}, 1},
           Row{{50000, 100, 100}, 2},
           Row{{50000, 900, 100}, 1},
           Row{{50000, 900, 200, 100}, 2},
           Row{{50000, 900, 300, 100}, 1},
           Row{{50000, 900, 300, 100, 100}, 4},
           Row{{1, 2, 3, 4}, 4},
           // The last one is always there; a large one swallows what it can.
           Row{{10, 50000}, 2},
       }) {
    CHECK(merged_at_end(row.articles) == row.merged);
  }
}

TEST_CASE("there are never more segments than agreed, whatever their sizes") {
  Articles falling;
  for (std::uint64_t articles = 1; articles < (std::uint64_t{1} << 50);
       articles *= 5) {
    falling.insert(falling.begin(), articles);
    const std::size_t left =
        falling.size() - std::max<std::size_t>(merged_at_end(falling), 1) + 1;
    CHECK(left <= kMostSegments);
  }
}

TEST_CASE("many small runs copy each article a few times only") {
  Articles segments{50000};
  std::uint64_t copied = 0;
  constexpr int kRuns = 2000;
  for (int i = 0; i < kRuns; ++i) {
    segments.push_back(100);
    const auto merged = static_cast<std::ptrdiff_t>(merged_at_end(segments));
    if (merged < 2) continue;
    const auto begin = segments.end() - merged;
    const std::uint64_t sum =
        std::accumulate(begin, segments.end(), std::uint64_t{0});
    copied += sum;
    segments.erase(begin, segments.end());
    segments.push_back(sum);
  }
  CHECK(copied < 12 * (50000 + 100 * kRuns));
}

}  // namespace
}  // namespace broadsheet::indexer
