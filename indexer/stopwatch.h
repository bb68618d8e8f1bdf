// How long the parts of a run take.
#pragma once

#include <chrono>

namespace broadsheet::indexer {

/// Wall time, lap by lap.
class Stopwatch {
 public:
  /// Seconds since the last lap, at first since it was made.
  [[nodiscard]] double lap() {
    const auto now = std::chrono::steady_clock::now();
    const std::chrono::duration<double> passed = now - last_;
    last_ = now;
    return passed.count();
  }

 private:
  std::chrono::steady_clock::time_point last_ =
      std::chrono::steady_clock::now();
};

}  // namespace broadsheet::indexer
