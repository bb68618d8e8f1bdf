// How far a run is: counters that the work sets, and a line on a terminal that
// shows them.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <cstdio>
#include <mutex>
#include <string>
#include <thread>

namespace broadsheet::indexer {

/// Set by the threads of a run, read by the display.
struct Progress {
  enum class Phase : unsigned char { kReading, kMerging, kPublishing };
  std::atomic<Phase> phase{Phase::kReading};
  std::atomic<std::uint64_t> articles{0};
  std::atomic<std::uint64_t> bytes_read{0};
  std::atomic<std::uint64_t> bytes_total{0};  ///< 0: not known yet.
};

/// The line for `progress` after `seconds`: "12,345 articles, 21.0 of 28.0 MB,
/// 5.2 MB/s, 2 s left". Plain ASCII of our own, at most 78 columns.
[[nodiscard]] std::string progress_line(const Progress& progress,
                                        double seconds);

/// Shows a progress line on a terminal, rewritten some times a second, for as
/// long as it lives; erases it at the end. Nobody else may write to the
/// terminal meanwhile.
class ProgressDisplay {
 public:
  /// `terminal` and `progress` must outlive the display.
  ProgressDisplay(std::FILE* terminal, const Progress& progress);
  ~ProgressDisplay();
  ProgressDisplay(const ProgressDisplay&) = delete;
  ProgressDisplay& operator=(const ProgressDisplay&) = delete;

 private:
  void run();

  std::FILE* terminal_;
  const Progress& progress_;
  std::chrono::steady_clock::time_point start_;
  std::mutex mutex_;
  std::condition_variable ended_;
  bool end_ = false;
  std::thread thread_;
};

}  // namespace broadsheet::indexer
