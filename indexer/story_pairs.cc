#include "indexer/story_pairs.h"

#include <algorithm>
#include <limits>
#include <tuple>
#include <vector>

#include "corpus/base/prefetch.h"
#include "indexer/same_story.h"

namespace broadsheet::indexer {
namespace {

using segment::ArticleRow;

// So many places ahead is asked for what will be needed.
constexpr std::size_t kAhead = 8;

/// Undated articles come last, and are compared with whatever is before them.
std::int64_t time_of(const ArticleRow& row) {
  return row.published.value_or(std::numeric_limits<std::int64_t>::max());
}

bool are_near(const ArticleRow& earlier, const ArticleRow& later) {
  return !earlier.published || !later.published ||
         *later.published - *earlier.published <= kStorySeconds;
}

/// `row`'s numbers in the bands before `band`; what no article has in the
/// others.
schema::Sketch before_band(const ArticleRow& row, std::size_t band) {
  schema::Sketch numbers;
  numbers.fill(std::numeric_limits<std::uint32_t>::max());
  std::copy_n(row.sketch->begin(), band, numbers.begin());
  return numbers;
}

/// Whether the two agree in a band. All are looked at, so that the compiler
/// takes several at a time.
bool have_met(const schema::Sketch& first, const schema::Sketch& second) {
  std::uint32_t met = 0;
  for (std::size_t i = 0; i < first.size(); ++i) {
    met |= std::uint32_t{first[i] == second[i]};
  }
  return met != 0;
}

/// Asks for what will be needed of `row`, wherever in the memory.
void prefetch_row(const StoryRow& row) {
  const auto ask = [](const auto& object) {
    constexpr std::size_t kCacheLine = 64;
    const char* bytes = reinterpret_cast<const char*>(&object);
    for (std::size_t i = 0; i < sizeof(object); i += kCacheLine) {
      prefetch(bytes + i);
    }
  };
  ask(*row.article);
  if (row.kept != nullptr) ask(row.kept->print);
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
  const auto row_at = [&](std::size_t place) -> const std::uint32_t& {
    return order_[groups[place] & 0xFFFFFFFF];
  };
  // The rows lie all over the memory, and each step asks for the next.
  const auto look_ahead = [&](std::size_t place) {
    const std::size_t end = groups.size();
    const auto at = [&](std::size_t steps) { return place + steps * kAhead; };
    if (at(3) < end) prefetch(&row_at(at(3)));
    if (at(2) < end) prefetch(&rows_[row_at(at(2))]);
    if (at(1) < end) prefetch_row(rows_[row_at(at(1))]);
  };
  std::size_t begin = 0;
  for (std::size_t later = 0; later < groups.size(); ++later) {
    look_ahead(later);
    if (groups[later] >> 32 != groups[begin] >> 32) begin = later;
    if (later == begin) continue;
    const StoryRow& row = rows_[row_at(later)];
    const schema::Sketch met = before_band(*row.article, band);
    const std::size_t first =
        std::max(begin, later - std::min(later, kMostCompared));
    for (std::size_t i = later; i-- > first;) {
      const StoryRow& other = rows_[row_at(i)];
      if (!are_near(*other.article, *row.article)) break;
      if (!row.is_open && !other.is_open) continue;
      if (have_met(met, *other.article->sketch)) continue;
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
