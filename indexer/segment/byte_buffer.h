// Bytes that grow at their end, without being cleared first and without a check
// for every single one: what encoders write into.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>
#include <utility>

namespace broadsheet::indexer::segment {

class ByteBuffer {
 public:
  ByteBuffer() = default;
  ByteBuffer(ByteBuffer&& other) noexcept
      : bytes_(std::move(other.bytes_)),
        size_(std::exchange(other.size_, 0)),
        capacity_(std::exchange(other.capacity_, 0)) {}
  ByteBuffer& operator=(ByteBuffer&& other) noexcept {
    bytes_ = std::move(other.bytes_);
    size_ = std::exchange(other.size_, 0);
    capacity_ = std::exchange(other.capacity_, 0);
    return *this;
  }

  /// Where the next bytes go, with room for `most` of them. Moves the buffer.
  [[nodiscard]] char* room(std::size_t most) {
    if (capacity_ - size_ < most) grow(most);
    return bytes_.get() + size_;
  }

  /// Says where the bytes written since room() end.
  void written_to(const char* end) {
    size_ = static_cast<std::size_t>(end - bytes_.get());
  }

  void append(std::string_view bytes) {
    char* out = room(bytes.size());
    if (!bytes.empty()) std::memcpy(out, bytes.data(), bytes.size());
    size_ += bytes.size();
  }

  [[nodiscard]] std::string_view view() const { return {bytes_.get(), size_}; }
  [[nodiscard]] std::size_t size() const { return size_; }
  /// Bytes of memory taken.
  [[nodiscard]] std::size_t capacity() const { return capacity_; }

  /// Empties the buffer and keeps its memory.
  void clear() { size_ = 0; }

  /// A buffer with the same bytes and no room for more.
  [[nodiscard]] ByteBuffer exact_copy() const {
    ByteBuffer copy;
    if (size_ > 0) copy.append(view());
    return copy;
  }

 private:
  void grow(std::size_t most) {
    const std::size_t wanted = std::max(size_ + most, 2 * capacity_);
    auto larger = std::make_unique_for_overwrite<char[]>(wanted);
    if (size_ > 0) std::memcpy(larger.get(), bytes_.get(), size_);
    bytes_ = std::move(larger);
    capacity_ = wanted;
  }

  std::unique_ptr<char[]> bytes_;
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
};

}  // namespace broadsheet::indexer::segment
