#include "indexer/story_pairs.h"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <optional>
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

/// What is looked at of an article, side by side with that of the others that
/// it may be compared with.
struct Known {
  std::uint32_t row = 0;
  bool is_open = false;
  std::optional<std::int64_t> published;
  schema::Sketch sketch{};
};

bool are_near(const Known& earlier, const Known& later) {
  return !earlier.published || !later.published ||
         *later.published - *earlier.published <= kStorySeconds;
}

/// The numbers in the bands before `band`; what no article has in the others.
schema::Sketch before_band(const schema::Sketch& sketch, std::size_t band) {
  schema::Sketch numbers;
  numbers.fill(std::numeric_limits<std::uint32_t>::max());
  std::copy_n(sketch.begin(), band, numbers.begin());
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
  // The last ones of the group: that at a place is where its lower bits say.
  std::array<Known, kMostCompared> known;
  static_assert(std::has_single_bit(kMostCompared));
  std::size_t begin = 0;
  for (std::size_t place = 0; place < groups.size(); ++place) {
    look_ahead(place);
    if (groups[place] >> 32 != groups[begin] >> 32) begin = place;
    const StoryRow& row = rows_[row_at(place)];
    const Known later = {row_at(place), row.is_open, row.article->published,
                         *row.article->sketch};
    const schema::Sketch met = before_band(later.sketch, band);
    const std::size_t first =
        std::max(begin, place - std::min(place, kMostCompared));
    for (std::size_t i = place; i-- > first;) {
      const Known& earlier = known[i % kMostCompared];
      if (!are_near(earlier, later)) break;
      if (!later.is_open && !earlier.is_open) continue;
      if (have_met(met, earlier.sketch)) continue;
      compare(earlier.row, later.row);
    }
    known[place % kMostCompared] = later;
  }
}

// Those rows that agree in `band` with an open one, in groups that agree with
// each other: the number in the upper half, the place in `order_` in the lower.
std::vector<std::uint64_t> PairFinder::grouped(std::size_t band) const {
  const auto each_row = [&](auto visit) {
    for (std::size_t i = 0; i < order_.size(); ++i) {
      if (i + 2 * kAhead < order_.size()) {
        prefetch(&rows_[order_[i + 2 * kAhead]]);
      }
      if (i + kAhead < order_.size()) {
        prefetch(&(*rows_[order_[i + kAhead]].article->sketch)[band]);
      }
      const StoryRow& row = rows_[order_[i]];
      visit(i, row, (*row.article->sketch)[band]);
    }
  };
  // By counting: there are few numbers.
  constexpr std::size_t kNumbers = std::size_t{1} << schema::kSketchBits;
  std::vector<std::uint32_t> next(kNumbers);
  std::vector<bool> is_wanted(kNumbers);  // An open article has it.
  each_row([&](std::size_t, const StoryRow& row, std::uint32_t number) {
    ++next[number];
    if (row.is_open) is_wanted[number] = true;
  });
  std::uint32_t begin = 0;
  for (std::size_t number = 0; number < kNumbers; ++number) {
    const std::uint32_t count = is_wanted[number] ? next[number] : 0;
    next[number] = begin;
    begin += count;
  }
  std::vector<std::uint64_t> groups(begin);
  each_row([&](std::size_t i, const StoryRow&, std::uint32_t number) {
    if (!is_wanted[number]) return;
    groups[next[number]++] = std::uint64_t{number} << 32 | i;
  });
  return groups;
}

}  // namespace broadsheet::indexer
