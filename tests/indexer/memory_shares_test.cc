// Claims about how the memory of a run is shared out.
#include "indexer/memory_shares.h"

#include <doctest/doctest.h>

#include <cstddef>
#include <initializer_list>

namespace broadsheet::indexer {
namespace {

constexpr std::size_t kMegabyte = std::size_t{1} << 20;

std::size_t total(const MemoryShares& shares) {
  return shares.threads * (shares.words + shares.inversion) + shares.runs;
}

TEST_CASE("no share is more than there is, and everyone gets one") {
  for (std::size_t memory = kLeastMemory; memory <= 64 * 1024 * kMegabyte;
       memory += memory / 3) {
    for (const unsigned threads : {1U, 2U, 3U, 8U, 64U, 256U}) {
      CAPTURE(memory);
      CAPTURE(threads);
      const MemoryShares shares = share_out(memory, threads);
      CHECK(total(shares) < memory);
      CHECK(shares.threads >= 1);
      CHECK(shares.threads <= threads);
      CHECK(shares.waiting_chunks >= 1);
      CHECK(shares.words > 0);
      CHECK(shares.inversion > 0);
      CHECK(shares.runs > 0);
    }
  }
}

TEST_CASE("threads there is no room for are not started") {
  CHECK(share_out(512 * kMegabyte, 2).threads == 2);
  CHECK(share_out(kLeastMemory, 256).threads < 8);
  CHECK(share_out(16 * 1024 * kMegabyte, 64).threads == 64);
}

TEST_CASE("more memory gives no share less") {
  const MemoryShares little = share_out(kLeastMemory, 1);
  const MemoryShares more = share_out(4 * kLeastMemory, 1);
  CHECK(more.words > little.words);
  CHECK(more.inversion >= little.inversion);
  CHECK(more.runs > little.runs);
}

}  // namespace
}  // namespace broadsheet::indexer
