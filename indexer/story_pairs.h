// Which articles to compare: those whose sketches agree in a band and that were
// published within the time of one story. Comparing each with each would take
// 230 million looks at Reuters-21578.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "indexer/segment/article_rows.h"
#include "indexer/wordings.h"

namespace broadsheet::indexer {

/// An article of the next generation, as far as its story goes.
struct StoryRow {
  std::uint32_t segment = 0;  ///< Its place in the next manifest, from 0.
  bool is_open = false;  ///< Is to be compared: it is new, or its story is.
  /// What the segment says of it; never null, and outlives this.
  const segment::ArticleRow* article = nullptr;
  const KeptWording* kept = nullptr;  ///< If the run indexed it.
};

/// Of the articles that agree in one band, each is compared with at most so
/// many that were published before it: a report sent out a thousand times must
/// not take a million looks. Its copies follow one another.
inline constexpr std::size_t kMostCompared = 32;

/// Gets the places of two rows.
using PairVisitor = std::function<void(std::uint32_t, std::uint32_t)>;

/// Finds the pairs. They are not gathered: where articles share sentences, they
/// are many times as many as the articles. Several threads may ask, each for
/// bands of its own.
class PairFinder {
 public:
  /// `rows` outlive this.
  explicit PairFinder(std::span<const StoryRow> rows);

  /// Calls `compare` for each pair that agrees in `band` and in none before it,
  /// the article that was published earlier first; at least one is open. Which
  /// pairs depends on what the rows say, not on their order.
  void each_pair(std::size_t band, const PairVisitor& compare) const;

 private:
  [[nodiscard]] std::vector<std::uint64_t> grouped(std::size_t band) const;

  std::span<const StoryRow> rows_;
  std::vector<std::uint32_t> order_;  // Rows that have a sketch, by time.
};

}  // namespace broadsheet::indexer
