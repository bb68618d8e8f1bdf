#include "indexer/memory_shares.h"

#include <algorithm>

namespace broadsheet::indexer {
namespace {

constexpr std::size_t kMegabyte = std::size_t{1} << 20;

constexpr std::size_t kProgram = 28 * kMegabyte;

// An Intake's chunk: its text, and what holds it.
constexpr std::size_t kChunk = 7 * kMegabyte / 2;

// A thread's part of the memory there is, by threads. More words than these
// are those of no language; a run of more than one chunk there is not.
constexpr std::size_t kWordsPart = 5;
constexpr std::size_t kMostWords = 256 * kMegabyte;
constexpr std::size_t kInversionPart = 10;
constexpr std::size_t kLeastInversion = 4 * kMegabyte;
constexpr std::size_t kMostInversion = 24 * kMegabyte;

// An inversion needs its share, and about as much again: buffers that have
// grown by doubling, and the run it makes until that has had its turn.
constexpr std::size_t kInversions = 2;

// Runs get at least this part, or there are too many threads.
constexpr std::size_t kRunsPart = 8;

// One thread reads as fast as many analyse: few chunks need to wait.
unsigned waiting_chunks(unsigned threads) { return (threads + 1) / 2; }

MemoryShares shares_of(std::size_t memory, unsigned threads) {
  MemoryShares shares;
  shares.threads = threads;
  shares.waiting_chunks = waiting_chunks(threads);
  const std::size_t each = memory / threads;
  shares.words = std::min(each / kWordsPart, kMostWords);
  shares.inversion =
      std::clamp(each / kInversionPart, kLeastInversion, kMostInversion);
  const std::size_t chunks = shares.waiting_chunks + threads;
  shares.chunks = chunks * kChunk;
  const std::size_t others =
      kProgram + shares.chunks + kChunk +
      threads * (shares.words + kInversions * shares.inversion);
  shares.runs = memory > others ? memory - others : 0;
  return shares;
}

}  // namespace

MemoryShares share_out(std::size_t memory, unsigned threads) {
  for (; threads > 1; --threads) {
    const MemoryShares shares = shares_of(memory, threads);
    if (shares.runs >= memory / kRunsPart) return shares;
  }
  return shares_of(memory, 1);
}

}  // namespace broadsheet::indexer
