// Claims about the queue between the threads of a run.
#include "indexer/bounded_queue.h"

#include <doctest/doctest.h>

#include <atomic>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace broadsheet::indexer {
namespace {

TEST_CASE("items come out in the order they went in, to the last") {
  BoundedQueue<int> queue(3);
  CHECK(queue.push(1));
  CHECK(queue.push(2));
  queue.close();
  CHECK_FALSE(queue.push(3));
  CHECK(queue.pop() == 1);
  CHECK(queue.pop() == 2);
  CHECK_FALSE(queue.pop());
}

TEST_CASE("an abandoned queue gives nothing more") {
  BoundedQueue<int> queue(3);
  CHECK(queue.push(1));
  queue.abandon();
  CHECK_FALSE(queue.pop());
  CHECK_FALSE(queue.push(2));
}

TEST_CASE("many threads share every item exactly once, in bounded memory") {
  constexpr int kItems = 20000;
  BoundedQueue<std::unique_ptr<int>> queue(4);
  std::vector<int> seen(kItems, 0);
  std::mutex mutex;
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 4; ++i) {
      threads.emplace_back([&] {
        while (auto item = queue.pop()) {
          const std::lock_guard lock(mutex);
          ++seen[static_cast<std::size_t>(**item)];
        }
      });
    }
    for (int i = 0; i < kItems; ++i) {
      REQUIRE(queue.push(std::make_unique<int>(i)));
    }
    queue.close();
  }
  CHECK(seen == std::vector<int>(kItems, 1));
}

TEST_CASE("whoever waits for room wakes when the queue is abandoned") {
  BoundedQueue<int> queue(1);
  REQUIRE(queue.push(1));
  std::atomic<bool> refused{false};
  std::jthread waiting([&] { refused = !queue.push(2); });
  queue.abandon();
  waiting.join();
  CHECK(refused);
}

}  // namespace
}  // namespace broadsheet::indexer
