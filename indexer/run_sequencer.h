// Runs come from threads as these are done with them, those of a chunk at a
// time; a segment takes them in order.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <vector>

#include "indexer/segment/run.h"
#include "indexer/segment/segment_assembler.h"

namespace broadsheet::indexer {

class RunSequencer {
 public:
  /// `assembler` must outlive it. Chunks that come early wait, at most `most`
  /// of them; at least one for each thread but one.
  RunSequencer(segment::SegmentAssembler& assembler, std::uint32_t most)
      : assembler_(assembler), most_(most) {}

  /// Hands the runs of chunk `number`, from 0 without gaps, on to the
  /// assembler, or keeps them until their turn has come. Waits if it is far too
  /// early. From there on, others use `taken` bytes of the assembler's memory.
  /// Throws Error.
  void append(std::uint32_t number, std::vector<segment::Run> runs,
              std::size_t taken);

  /// Nothing more will come of it: nobody waits, all runs are dropped.
  void abandon();

 private:
  struct Waiting {
    std::vector<segment::Run> runs;
    std::size_t taken = 0;
  };

  segment::SegmentAssembler& assembler_;
  const std::uint32_t most_;
  std::mutex mutex_;  // For all below, and the assembler.
  std::condition_variable advanced_;
  std::map<std::uint32_t, Waiting> waiting_;
  std::uint32_t next_ = 0;
  bool abandoned_ = false;
};

}  // namespace broadsheet::indexer
