#include "indexer/segment/entry_merge.h"

#include <algorithm>
#include <utility>

#include "indexer/segment/first_bytes.h"

namespace broadsheet::indexer::segment {

EntryMerge::EntryMerge(std::vector<EntryReader> readers)
    : readers_(std::move(readers)) {
  for (std::uint32_t reader = 0; reader < readers_.size(); ++reader) {
    current_.push_back(reader);
  }
}

bool EntryMerge::next() {
  for (const std::uint32_t reader : current_) push(reader);
  current_.clear();
  entries_.clear();
  if (heap_.empty()) return false;
  const auto later = [this](const Head& a, const Head& b) {
    return comes_later(a, b);
  };
  key_ = readers_[heap_.front().reader].key();
  const std::uint64_t first = heap_.front().first_bytes;
  do {
    const std::uint32_t reader = heap_.front().reader;
    current_.push_back(reader);
    entries_.push_back(&readers_[reader]);
    std::pop_heap(heap_.begin(), heap_.end(), later);
    heap_.pop_back();
  } while (!heap_.empty() && heap_.front().first_bytes == first &&
           readers_[heap_.front().reader].key() == key_);
  return true;
}

bool EntryMerge::comes_later(const Head& a, const Head& b) const {
  if (a.first_bytes != b.first_bytes) return a.first_bytes > b.first_bytes;
  const int order = readers_[a.reader].key().compare(readers_[b.reader].key());
  return order != 0 ? order > 0 : a.reader > b.reader;
}

void EntryMerge::push(std::uint32_t reader) {
  if (!readers_[reader].next()) return;
  heap_.push_back({first_bytes(readers_[reader].key()), reader});
  std::push_heap(
      heap_.begin(), heap_.end(),
      [this](const Head& a, const Head& b) { return comes_later(a, b); });
}

}  // namespace broadsheet::indexer::segment
