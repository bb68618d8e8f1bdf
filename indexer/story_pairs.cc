#include "indexer/story_pairs.h"

#include <algorithm>
#include <limits>
#include <tuple>

#include "indexer/same_story.h"

namespace broadsheet::indexer {
namespace {

using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

constexpr std::size_t kNumbers = std::size_t{1} << 24;  // Of a band.

/// A row by its number in one band.
struct Banded {
  std::uint32_t number = 0;
  std::uint32_t row = 0;
};

/// Undated articles come last, and are compared with whatever is before them.
std::int64_t time_of(const StoryRow& row) {
  return row.published.value_or(std::numeric_limits<std::int64_t>::max());
}

bool are_near(const StoryRow& earlier, const StoryRow& later) {
  return !earlier.published || !later.published ||
         *later.published - *earlier.published <= kStorySeconds;
}

/// Adds the pairs of rows [begin, end), which agree in a band.
void add_pairs(std::span<const StoryRow> rows, std::span<const Banded> alike,
               Pairs& pairs) {
  for (std::size_t later = 1; later < alike.size(); ++later) {
    const StoryRow& row = rows[alike[later].row];
    const std::size_t first = later - std::min(later, kMostCompared);
    for (std::size_t i = later; i-- > first;) {
      const StoryRow& other = rows[alike[i].row];
      if (!are_near(other, row)) break;
      if (!row.is_open && !other.is_open) continue;
      pairs.push_back(std::minmax(alike[i].row, alike[later].row));
    }
  }
}

}  // namespace

Pairs pairs_to_compare(std::span<const StoryRow> rows) {
  Pairs pairs;
  std::vector<bool> is_wanted(kNumbers);
  std::vector<Banded> banded;
  for (std::size_t band = 0; band < schema::kSketchBands; ++band) {
    // What no open article has in this band needs no sorting.
    std::fill(is_wanted.begin(), is_wanted.end(), false);
    for (const StoryRow& row : rows) {
      if (row.is_open && row.sketch) is_wanted[(*row.sketch)[band]] = true;
    }
    banded.clear();
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
      if (!rows[i].sketch) continue;
      const std::uint32_t number = (*rows[i].sketch)[band];
      if (is_wanted[number]) banded.push_back({number, i});
    }
    std::sort(banded.begin(), banded.end(),
              [&](const Banded& a, const Banded& b) {
                if (a.number != b.number) return a.number < b.number;
                return std::tuple(time_of(rows[a.row]), rows[a.row].identity) <
                       std::tuple(time_of(rows[b.row]), rows[b.row].identity);
              });
    for (std::size_t begin = 0; begin < banded.size();) {
      std::size_t end = begin + 1;
      while (end < banded.size() && banded[end].number == banded[begin].number)
        ++end;
      add_pairs(rows, std::span(banded).subspan(begin, end - begin), pairs);
      begin = end;
    }
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

}  // namespace broadsheet::indexer
