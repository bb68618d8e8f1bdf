// Claims about rows that are joined.
#include "indexer/joined_rows.h"

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

namespace broadsheet::indexer {
namespace {

TEST_CASE("rows are joined directly, through others, and by another's joins") {
  JoinedRows rows(6);
  CHECK_FALSE(rows.are_joined(0, 1));
  CHECK(rows.are_joined(3, 3));
  rows.join(0, 1);
  rows.join(2, 1);
  CHECK(rows.are_joined(0, 2));
  CHECK(rows.root(0) == rows.root(2));
  JoinedRows others(6);
  others.join(5, 4);
  others.join(4, 2);
  rows.join_as(others);
  CHECK(rows.are_joined(0, 5));
  CHECK_FALSE(rows.are_joined(0, 3));
}

TEST_CASE("random joins are those of a slow list of numbers") {
  constexpr std::uint32_t kRows = 60;
  for (unsigned seed = 1; seed <= 50; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    JoinedRows rows(kRows);
    std::vector<std::uint32_t> groups(kRows);
    for (std::uint32_t i = 0; i < kRows; ++i) groups[i] = i;
    for (int joins = 0; joins < 40; ++joins) {
      const auto first = static_cast<std::uint32_t>(random() % kRows);
      const auto second = static_cast<std::uint32_t>(random() % kRows);
      rows.join(first, second);
      const std::uint32_t gone = groups[first];
      for (std::uint32_t& group : groups) {
        if (group == gone) group = groups[second];
      }
    }
    for (std::uint32_t i = 0; i < kRows; ++i) {
      for (std::uint32_t j = 0; j < kRows; ++j) {
        CHECK(rows.are_joined(i, j) == (groups[i] == groups[j]));
      }
    }
  }
}

}  // namespace
}  // namespace broadsheet::indexer
