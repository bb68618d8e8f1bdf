// The stories of a first run, found while what it read is merged: merging waits
// for the disk, and leaves more than one of two processors to others.
#pragma once

#include <atomic>
#include <future>
#include <string>

#include "indexer/wordings.h"

namespace broadsheet::indexer {

class EarlyStories {
 public:
  EarlyStories() = default;
  EarlyStories(const EarlyStories&) = delete;
  EarlyStories& operator=(const EarlyStories&) = delete;
  /// A search that nobody waited for is given up.
  ~EarlyStories() { is_given_up_ = true; }

  /// Begins to find the stories of `wordings`, closed, which outlive this
  /// (find_first_stories); with one of `threads`, only once they are asked for.
  void start(unsigned threads, const Wordings& wordings);

  [[nodiscard]] bool is_started() const { return found_.valid(); }

  /// Waits for them: encode_stories. Once, and only if started. Throws Error.
  [[nodiscard]] std::string take() { return found_.get(); }

 private:
  std::atomic<bool> is_given_up_ = false;
  std::future<std::string> found_;  // Its end waits for the thread.
};

}  // namespace broadsheet::indexer
