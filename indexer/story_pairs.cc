#include "indexer/story_pairs.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <tuple>
#include <vector>

#include "indexer/same_story.h"

namespace broadsheet::indexer {
namespace {

/// Undated articles come last, and are compared with whatever is before them.
std::int64_t time_of(const StoryRow& row) {
  return row.published.value_or(std::numeric_limits<std::int64_t>::max());
}

bool are_near(const StoryRow& earlier, const StoryRow& later) {
  return !earlier.published || !later.published ||
         *later.published - *earlier.published <= kStorySeconds;
}

/// Whether the two have met in a band before this one.
bool have_met(const StoryRow& first, const StoryRow& second, std::size_t band) {
  for (std::size_t i = 0; i < band; ++i) {
    if ((*first.sketch)[i] == (*second.sketch)[i]) return true;
  }
  return false;
}

/// Rows that have a sketch, by time.
std::vector<std::uint32_t> in_order(std::span<const StoryRow> rows) {
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < rows.size(); ++i) {
    if (rows[i].sketch) order.push_back(i);
  }
  std::ranges::sort(order, {}, [&](std::uint32_t row) {
    return std::tuple(time_of(rows[row]), rows[row].identity);
  });
  return order;
}

/// Those of `order` that agree in `band` with an open row, in groups that agree
/// with each other: the number in the upper half, the place in `order` in the
/// lower.
std::vector<std::uint64_t> grouped(std::span<const StoryRow> rows,
                                   std::span<const std::uint32_t> order,
                                   std::size_t band) {
  // What no open article has in this band needs no sorting.
  std::vector<bool> is_wanted(std::size_t{1} << schema::kSketchBits);
  for (const std::uint32_t row : order) {
    if (rows[row].is_open) is_wanted[(*rows[row].sketch)[band]] = true;
  }
  std::vector<std::uint64_t> groups;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const std::uint32_t number = (*rows[order[i]].sketch)[band];
    if (is_wanted[number]) groups.push_back(std::uint64_t{number} << 32 | i);
  }
  std::ranges::sort(groups);
  return groups;
}

}  // namespace

void each_pair(std::span<const StoryRow> rows, const PairVisitor& compare) {
  const std::vector<std::uint32_t> order = in_order(rows);
  for (std::size_t band = 0; band < schema::kSketchBands; ++band) {
    const std::vector<std::uint64_t> groups = grouped(rows, order, band);
    const auto row_at = [&](std::size_t place) {
      return order[groups[place] & 0xFFFFFFFF];
    };
    std::size_t begin = 0;
    for (std::size_t later = 0; later < groups.size(); ++later) {
      if (groups[later] >> 32 != groups[begin] >> 32) begin = later;
      const StoryRow& row = rows[row_at(later)];
      const std::size_t first =
          std::max(begin, later - std::min(later, kMostCompared));
      for (std::size_t i = later; i-- > first;) {
        const StoryRow& other = rows[row_at(i)];
        if (!are_near(other, row)) break;
        if (!row.is_open && !other.is_open) continue;
        if (have_met(other, row, band)) continue;
        compare(row_at(i), row_at(later));
      }
    }
  }
}

}  // namespace broadsheet::indexer
