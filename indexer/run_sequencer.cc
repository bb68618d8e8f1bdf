#include "indexer/run_sequencer.h"

#include <utility>

namespace broadsheet::indexer {

void RunSequencer::append(std::uint32_t number, std::vector<segment::Run> runs,
                          std::size_t taken) {
  std::unique_lock lock(mutex_);
  advanced_.wait(lock, [&] { return abandoned_ || number <= next_ + most_; });
  if (abandoned_) return;
  waiting_.emplace(number, Waiting{std::move(runs), taken});
  for (auto found = waiting_.find(next_); found != waiting_.end();
       found = waiting_.find(next_)) {
    assembler_.leave_room(found->second.taken);
    for (segment::Run& run : found->second.runs) {
      assembler_.append(std::move(run));
    }
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
