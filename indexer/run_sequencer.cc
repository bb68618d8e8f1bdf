#include "indexer/run_sequencer.h"

#include <utility>

namespace broadsheet::indexer {

void RunSequencer::append(std::uint32_t number, segment::Run run) {
  std::unique_lock lock(mutex_);
  advanced_.wait(lock, [&] { return abandoned_ || number <= next_ + most_; });
  if (abandoned_) return;
  waiting_.emplace(number, std::move(run));
  for (auto found = waiting_.find(next_); found != waiting_.end();
       found = waiting_.find(next_)) {
    assembler_.append(std::move(found->second));
    waiting_.erase(found);
    ++next_;
  }
  advanced_.notify_all();
}

void RunSequencer::abandon() {
  const std::lock_guard lock(mutex_);
  abandoned_ = true;
  waiting_.clear();
  advanced_.notify_all();
}

}  // namespace broadsheet::indexer
