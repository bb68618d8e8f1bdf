// Runs come from threads as these are done with them; a segment takes them in
// order.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <map>
#include <mutex>

#include "indexer/segment/run.h"
#include "indexer/segment/segment_assembler.h"

namespace broadsheet::indexer {

class RunSequencer {
 public:
  /// `assembler` must outlive it. Runs that come early wait, at most `most` of
  /// them; at least one for each thread but one.
  RunSequencer(segment::SegmentAssembler& assembler, std::uint32_t most)
      : assembler_(assembler), most_(most) {}

  /// Hands run `number`, from 0 without gaps, on to the assembler, or keeps it
  /// until its turn has come. Waits if it is far too early. Throws Error.
  void append(std::uint32_t number, segment::Run run);

  /// Nothing more will come of it: nobody waits, all runs are dropped.
  void abandon();

 private:
  segment::SegmentAssembler& assembler_;
  const std::uint32_t most_;
  std::mutex mutex_;  // For all below, and the assembler.
  std::condition_variable advanced_;
  std::map<std::uint32_t, segment::Run> waiting_;
  std::uint32_t next_ = 0;
  bool abandoned_ = false;
};

}  // namespace broadsheet::indexer
