// Claims about threads that work on chunks: all are done, each once, and never
// more at a time than there is room for.
#include "indexer/chunk_workers.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "indexer/input.h"
#include "indexer/progress.h"
#include "tests/indexer/index_contents.h"
#include "tests/support/temporary_directory.h"

namespace broadsheet::indexer {
namespace {

constexpr std::size_t kAmple = std::size_t{1} << 30;

/// What all workers did.
struct Done {
  std::mutex mutex;
  std::set<std::uint32_t> chunks;
  std::size_t articles = 0;
  std::atomic<int> at_work{0};
  std::atomic<int> most_at_work{0};
};

class Counter final : public ChunkWorker {
 public:
  explicit Counter(Done& done) : done_(done) {}

  void work(PlacedChunk placed) override {
    const int at_work = ++done_.at_work;
    done_.most_at_work = std::max(done_.most_at_work.load(), at_work);
    {
      const std::lock_guard lock(done_.mutex);
      done_.chunks.insert(placed.chunk.number);
      done_.articles += placed.chunk.articles.size();
    }
    --done_.at_work;
  }

 private:
  Done& done_;
};

/// Runs `work` over 3,000 articles of 4 KB, which are several chunks.
std::vector<std::uint32_t> run_over_articles(const ChunkWork& work) {
  const tests::TemporaryDirectory directory;
  std::string lines;
  for (int i = 0; i < 3000; ++i) {
    lines += line(std::to_string(i), "Report", std::string(4000, 'x'));
  }
  const Input input = find_input({directory.write("a.jsonl", lines)}, {}, {});
  const read::ReadOptions reading;
  Catalog catalog;
  Report report({});
  Progress progress;
  FileStamps stamps({});
  Intake intake(input, reading, catalog, stamps, report, progress);
  Chunk first = *intake.next();
  return for_each_chunk(std::move(first), intake, work);
}

TEST_CASE("every chunk is worked on once, however little room there is") {
  for (const std::size_t most_bytes : {kAmple, kAmple >> 8, std::size_t{0}}) {
    CAPTURE(most_bytes);
    Done done;
    const auto first_docids = run_over_articles(
        {.threads = 3,
         .waiting_chunks = 2,
         .most_bytes = most_bytes,
         .make_worker = [&] { return std::make_unique<Counter>(done); },
         .give_up = [] {}});
    CHECK(done.articles == 3000);
    CHECK(first_docids.size() > 3);
    CHECK(done.chunks.size() == first_docids.size());
    CHECK(first_docids.front() == 1);
    if (most_bytes == 0) CHECK(done.most_at_work == 1);
  }
}

class Failing final : public ChunkWorker {
 public:
  void work(PlacedChunk /*chunk*/) override {
    throw std::runtime_error("stop");
  }
};

TEST_CASE("what a worker throws ends the work, even while the reader waits") {
  CHECK_THROWS_AS(
      static_cast<void>(run_over_articles(
          {.threads = 2,
           .waiting_chunks = 1,
           .most_bytes = 0,
           .make_worker = [] { return std::make_unique<Failing>(); },
           .give_up = [] {}})),
      std::runtime_error);
}

}  // namespace
}  // namespace broadsheet::indexer
