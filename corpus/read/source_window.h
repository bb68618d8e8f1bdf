// The part of a stream that is looked at: bytes are added at its end when more
// are needed, and let go at its beginning when they are done with. Readers that
// cut records out of a stream hold one, and so no more than a record.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/read/byte_source.h"

namespace broadsheet::read {

class SourceWindow {
 public:
  /// So many bytes behind bytes() can be read, as simdjson wants it.
  static constexpr std::size_t kPadding = 64;

  /// Empty. It grows to `most` bytes by doubling, past that by pieces: who has
  /// seen more than `most` passes over them.
  SourceWindow(std::unique_ptr<ByteSource> source, std::size_t most);

  /// What was read and not passed. Stays as it is until fill(), pass() or not.
  [[nodiscard]] std::string_view bytes() const {
    return {buffer_.data() + begin_, end_ - begin_};
  }

  /// Where bytes() begin in the stream.
  [[nodiscard]] std::uint64_t offset() const { return base_ + begin_; }

  /// Whether the stream is known to have no more than bytes().
  [[nodiscard]] bool ended() const { return ended_; }

  [[nodiscard]] const std::string& name() const { return source_->name(); }

  /// Adds to bytes() at the end; views of them are void. False at the end of
  /// the stream. Throws ReadError.
  bool fill();

  /// Lets go of the first `size` of bytes().
  void pass(std::size_t size) { begin_ += size; }

 private:
  [[nodiscard]] std::size_t room() const {
    return buffer_.size() - kPadding - end_;
  }
  void make_room();

  std::unique_ptr<ByteSource> source_;
  std::size_t most_;
  std::vector<char> buffer_;  // Its last kPadding bytes are never filled.
  std::size_t begin_ = 0;     // bytes() are [begin_, end_) of it.
  std::size_t end_ = 0;
  std::uint64_t base_ = 0;  // Where buffer_[0] stands in the stream.
  bool ended_ = false;
};

}  // namespace broadsheet::read
