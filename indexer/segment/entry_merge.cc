#include "indexer/segment/entry_merge.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <utility>

#include "indexer/segment/first_bytes.h"

namespace broadsheet::indexer::segment {
namespace {

constexpr std::size_t kBits = 64;
constexpr std::uint64_t kLast = std::numeric_limits<std::uint64_t>::max();

}  // namespace

EntryMerge::EntryMerge(std::vector<EntryReader> readers)
    : readers_(std::move(readers)),
      are_at_key_((readers_.size() + kBits - 1) / kBits) {
  for (std::uint32_t reader = 0; reader < readers_.size(); ++reader) {
    at_key_.push_back(heap_.size());
    heap_.push_back({.reader = reader});
  }
}

bool EntryMerge::next() {
  // Those that stand deepest first, so that what lies below a place is a heap
  // when it goes on.
  for (auto place = at_key_.rbegin(); place != at_key_.rend(); ++place) {
    go_on(*place);
  }
  at_key_.clear();
  entries_.clear();
  if (heap_.empty() || heap_.front().is_at_end) return false;
  key_ = readers_[heap_.front().reader].key();
  find_at_key();
  return true;
}

// A head with the least key has none but such heads above it.
void EntryMerge::find_at_key() {
  at_key_.push_back(0);
  for (std::size_t i = 0; i < at_key_.size(); ++i) {
    const std::size_t child = 2 * at_key_[i] + 1;
    for (const std::size_t place : {child, child + 1}) {
      if (place < heap_.size() && is_at_key(heap_[place])) {
        at_key_.push_back(place);
      }
    }
  }
  for (const std::size_t place : at_key_) {
    const std::uint32_t reader = heap_[place].reader;
    are_at_key_[reader / kBits] |= std::uint64_t{1} << reader % kBits;
  }
  // In their order, without sorting them.
  for (std::size_t i = 0; i < are_at_key_.size(); ++i) {
    std::uint64_t bits = std::exchange(are_at_key_[i], 0);
    for (; bits != 0; bits &= bits - 1) {
      entries_.push_back(
          &readers_[i * kBits + static_cast<unsigned>(std::countr_zero(bits))]);
    }
  }
}

bool EntryMerge::is_at_key(const Head& head) const {
  return head.first_bytes == heap_.front().first_bytes && !head.is_at_end &&
         readers_[head.reader].key() == key_;
}

bool EntryMerge::comes_later(const Head& a, const Head& b) const {
  if (a.first_bytes != b.first_bytes) return a.first_bytes > b.first_bytes;
  if (a.is_at_end || b.is_at_end) return a.is_at_end;
  return readers_[a.reader].key() > readers_[b.reader].key();
}

// Takes the reader at `place` to its next entry, and its head to where that
// belongs.
void EntryMerge::go_on(std::size_t place) {
  Head head = heap_[place];
  EntryReader& reader = readers_[head.reader];
  head.is_at_end = !reader.next();
  head.first_bytes = head.is_at_end ? kLast : first_bytes(reader.key());
  for (;;) {
    std::size_t child = 2 * place + 1;
    if (child >= heap_.size()) break;
    if (child + 1 < heap_.size() &&
        comes_later(heap_[child], heap_[child + 1])) {
      ++child;
    }
    if (!comes_later(head, heap_[child])) break;
    heap_[place] = heap_[child];
    place = child;
  }
  heap_[place] = head;
}

}  // namespace broadsheet::indexer::segment
