// Threads that work on chunks of articles, while the calling one takes the
// articles in.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

#include "indexer/intake.h"

namespace broadsheet::indexer {

/// A chunk, and the docid of its first article among those of all chunks,
/// counting from 1.
struct PlacedChunk {
  Chunk chunk;
  std::uint32_t first_docid = 1;
};

/// What one thread does, and what it needs for it.
class ChunkWorker {
 public:
  virtual ~ChunkWorker() = default;
  virtual void work(PlacedChunk chunk) = 0;
};

struct ChunkWork {
  unsigned threads = 1;         ///< At least one, beside the calling one.
  unsigned waiting_chunks = 1;  ///< At most, for a thread; at least one.
  /// Chunk::bytes of all that wait or are worked on, unless it is only one.
  std::size_t most_bytes = 0;
  /// Called by each thread for itself.
  std::function<std::unique_ptr<ChunkWorker>()> make_worker;
  /// Called when a worker has thrown, so that none waits for its work. May be
  /// called several times, at any time.
  std::function<void()> give_up;
};

/// Has `work` done for `first` and then all that `intake` still gives; at most
/// threads + waiting_chunks + 1 are in memory at a time. Returns the first
/// docid of each chunk. Rethrows what a worker, or the intake, throws first;
/// all threads have ended then.
std::vector<std::uint32_t> for_each_chunk(Chunk first, Intake& intake,
                                          const ChunkWork& work);

}  // namespace broadsheet::indexer
