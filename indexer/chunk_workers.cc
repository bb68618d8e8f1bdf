#include "indexer/chunk_workers.h"

#include <condition_variable>
#include <cstddef>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "indexer/bounded_queue.h"

namespace broadsheet::indexer {
namespace {

class Workers {
 public:
  explicit Workers(const ChunkWork& work)
      : work_(work), queue_(work.waiting_chunks) {}

  ~Workers() {
    queue_.abandon();
    work_.give_up();
    join();
  }

  std::vector<std::uint32_t> run(Chunk first, Intake& intake) {
    // Not in the constructor: should one fail to start, the others are joined.
    while (threads_.size() < work_.threads) {
      threads_.emplace_back([this] { work(); });
    }
    std::vector<std::uint32_t> first_docids;
    std::uint32_t docid = 1;
    std::optional<Chunk> chunk = std::move(first);
    while (chunk) {
      first_docids.push_back(docid);
      const auto articles = static_cast<std::uint32_t>(chunk->articles.size());
      await_room(chunk->bytes);
      if (!queue_.push({std::move(*chunk), docid})) break;
      docid += articles;
      chunk = intake.next();
    }
    queue_.close();
    join();
    if (failure_) std::rethrow_exception(failure_);
    return first_docids;
  }

 private:
  void join() {
    for (std::thread& thread : threads_) {
      if (thread.joinable()) thread.join();
    }
  }

  void work() {
    try {
      const std::unique_ptr<ChunkWorker> worker = work_.make_worker();
      while (std::optional<PlacedChunk> chunk = queue_.pop()) {
        const std::size_t bytes = chunk->chunk.bytes;
        worker->work(std::move(*chunk));
        const std::lock_guard lock(mutex_);
        bytes_ -= bytes;
        room_.notify_all();
      }
    } catch (...) {
      {
        const std::lock_guard lock(mutex_);
        if (!failure_) failure_ = std::current_exception();
        room_.notify_all();
      }
      queue_.abandon();
      work_.give_up();
    }
  }

  // Waits until a chunk of `bytes` may be handed on: one that holds a large
  // article is worked on alone.
  void await_room(std::size_t bytes) {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] {
      return failure_ || bytes_ == 0 || bytes_ + bytes <= work_.most_bytes;
    });
    bytes_ += bytes;
  }

  const ChunkWork& work_;
  BoundedQueue<PlacedChunk> queue_;
  std::mutex mutex_;  // For what follows.
  std::condition_variable room_;
  std::size_t bytes_ = 0;  // Handed on, and not yet done.
  std::exception_ptr failure_;
  std::vector<std::thread> threads_;
};

}  // namespace

std::vector<std::uint32_t> for_each_chunk(Chunk first, Intake& intake,
                                          const ChunkWork& work) {
  return Workers(work).run(std::move(first), intake);
}

}  // namespace broadsheet::indexer
