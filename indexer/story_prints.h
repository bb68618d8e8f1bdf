// The overlap prints of articles that earlier runs indexed, shared by the
// threads that compare them.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <vector>

#include "indexer/overlap_print.h"

namespace broadsheet::indexer {

/// The prints of articles that the run did not index, as far as they were
/// needed, for all threads: each costs an analysis.
class StoryPrints {
 public:
  explicit StoryPrints(std::size_t rows) : of_rows_(rows) {}

  /// Null until it is known.
  [[nodiscard]] const OverlapPrint* find(std::uint32_t row) const {
    return of_rows_[row].load(std::memory_order_acquire);
  }

  /// Keeps `print`, that of `row`, and returns it.
  const OverlapPrint& keep(std::uint32_t row, const OverlapPrint& print) {
    const std::lock_guard lock(mutex_);
    const OverlapPrint& kept = kept_.emplace_back(print);
    of_rows_[row].store(&kept, std::memory_order_release);
    return kept;
  }

 private:
  std::vector<std::atomic<const OverlapPrint*>> of_rows_;
  std::mutex mutex_;
  std::deque<OverlapPrint> kept_;
};

}  // namespace broadsheet::indexer
