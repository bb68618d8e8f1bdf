// The overlap prints of the articles of the next generation, shared by the
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

/// The prints of rows as far as they were needed, for all threads: those of
/// articles that the run did not index cost an analysis each.
class StoryPrints {
 public:
  explicit StoryPrints(std::size_t rows) : of_rows_(rows) {}

  /// Null until it is known.
  [[nodiscard]] const OverlapPrint* find(std::uint32_t row) const {
    return of_rows_[row].load(std::memory_order_acquire);
  }

  /// `print` is that of `row`, and outlives this.
  void note(std::uint32_t row, const OverlapPrint& print) {
    of_rows_[row].store(&print, std::memory_order_release);
  }

  /// The same, of a print to keep.
  void keep(std::uint32_t row, const OverlapPrint& print) {
    const std::lock_guard lock(mutex_);
    note(row, kept_.emplace_back(print));
  }

 private:
  std::vector<std::atomic<const OverlapPrint*>> of_rows_;
  std::mutex mutex_;
  std::deque<OverlapPrint> kept_;
};

}  // namespace broadsheet::indexer
