#include "indexer/story_pairs.h"

#include <algorithm>
#include <limits>
#include <tuple>
#include <vector>

#include "indexer/same_story.h"

namespace broadsheet::indexer {
namespace {

using segment::ArticleRow;

/// Undated articles come last, and are compared with whatever is before them.
std::int64_t time_of(const ArticleRow& row) {
  return row.published.value_or(std::numeric_limits<std::int64_t>::max());
}

bool are_near(const ArticleRow& earlier, const ArticleRow& later) {
  return !earlier.published || !later.published ||
         *later.published - *earlier.published <= kStorySeconds;
}

/// Whether the two have met in a band before this one.
bool have_met(const ArticleRow& first, const ArticleRow& second,
              std::size_t band) {
  for (std::size_t i = 0; i < band; ++i) {
    if ((*first.sketch)[i] == (*second.sketch)[i]) return true;
  }
  return false;
}

}  // namespace

PairFinder::PairFinder(std::span<const StoryRow> rows) : rows_(rows) {
  for (std::uint32_t i = 0; i < rows.size(); ++i) {
    if (rows[i].article->sketch) order_.push_back(i);
  }
  std::ranges::sort(order_, {}, [&](std::uint32_t row) {
    const ArticleRow& article = *rows[row].article;
    return std::tuple(time_of(article), article.identity);
  });
}

void PairFinder::each_pair(std::size_t band, const PairVisitor& compare) const {
  const std::vector<std::uint64_t> groups = grouped(band);
  const auto row_at = [&](std::size_t place) {
    return order_[groups[place] & 0xFFFFFFFF];
  };
  std::size_t begin = 0;
  for (std::size_t later = 0; later < groups.size(); ++later) {
    if (groups[later] >> 32 != groups[begin] >> 32) begin = later;
    const StoryRow& row = rows_[row_at(later)];
    const std::size_t first =
        std::max(begin, later - std::min(later, kMostCompared));
    for (std::size_t i = later; i-- > first;) {
      const StoryRow& other = rows_[row_at(i)];
      if (!are_near(*other.article, *row.article)) break;
      if (!row.is_open && !other.is_open) continue;
      if (have_met(*other.article, *row.article, band)) continue;
      compare(row_at(i), row_at(later));
    }
  }
}

// Those rows that agree in `band` with an open one, in groups that agree with
// each other: the number in the upper half, the place in `order_` in the lower.
std::vector<std::uint64_t> PairFinder::grouped(std::size_t band) const {
  // What no open article has in this band needs no sorting.
  std::vector<bool> is_wanted(std::size_t{1} << schema::kSketchBits);
  for (const std::uint32_t row : order_) {
    if (rows_[row].is_open)
      is_wanted[(*rows_[row].article->sketch)[band]] = true;
  }
  std::vector<std::uint64_t> groups;
  for (std::size_t i = 0; i < order_.size(); ++i) {
    const std::uint32_t number = (*rows_[order_[i]].article->sketch)[band];
    if (is_wanted[number]) groups.push_back(std::uint64_t{number} << 32 | i);
  }
  std::ranges::sort(groups);
  return groups;
}

}  // namespace broadsheet::indexer
