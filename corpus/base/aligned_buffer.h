// Bytes that begin where a page of memory does, so that the system can send
// them to a disk from where they lie (bypass_page_cache).
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <memory>
#include <new>
#include <string_view>

namespace broadsheet {

/// Does not grow.
class AlignedBuffer {
 public:
  /// Bytes; what file systems ask for at most.
  static constexpr std::size_t kAlignment = 4096;

  /// Of no bytes.
  AlignedBuffer() = default;

  /// Empty, with room for `capacity` bytes, a multiple of kAlignment.
  explicit AlignedBuffer(std::size_t capacity)
      : bytes_(static_cast<char*>(std::aligned_alloc(kAlignment, capacity))) {
    if (!bytes_) throw std::bad_alloc();
  }

  /// There must be room for `bytes`.
  void append(std::string_view bytes) {
    std::copy(bytes.begin(), bytes.end(), bytes_.get() + size_);
    size_ += bytes.size();
  }

  void clear() { size_ = 0; }

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::string_view view() const { return {bytes_.get(), size_}; }

 private:
  struct Free {
    void operator()(char* bytes) const { std::free(bytes); }
  };
  std::unique_ptr<char[], Free> bytes_;
  std::size_t size_ = 0;
};

}  // namespace broadsheet
