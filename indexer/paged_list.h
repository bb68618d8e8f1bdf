// A list that is never copied to make room: what a vector that has a million
// items takes, and twice that again while it grows, would be most of the memory
// of a run. Pages are large, so that what a run keeps to its end does not lie
// scattered among what it frees.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

namespace broadsheet::indexer {

template <typename Item>
class PagedList {
 public:
  [[nodiscard]] std::size_t size() const { return size_; }

  void push_back(const Item& item) {
    if (size_ == pages_.size() * kPageItems) {
      pages_.push_back(std::make_unique<Item[]>(kPageItems));
    }
    (*this)[size_++] = item;
  }

  /// `index` is below size().
  [[nodiscard]] Item& operator[](std::size_t index) {
    return pages_[index / kPageItems][index % kPageItems];
  }
  [[nodiscard]] const Item& operator[](std::size_t index) const {
    return pages_[index / kPageItems][index % kPageItems];
  }

  /// Bytes of memory taken.
  [[nodiscard]] std::size_t memory() const {
    return pages_.size() * kPageItems * sizeof(Item);
  }

 private:
  static constexpr std::size_t kPageItems = 2048;

  std::vector<std::unique_ptr<Item[]>> pages_;
  std::size_t size_ = 0;
};

}  // namespace broadsheet::indexer
