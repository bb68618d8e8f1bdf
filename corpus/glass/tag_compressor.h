// Tags of docdata, termlist and synonym may be raw deflate streams (window of
// 32 KB), which stock Xapian inflates as it reads.
//
// It does so piece by piece, in steps of 8,192 bytes of output, and gives up
// ("Too few chunks of compressed data") if the last piece is used up while a
// step is full and bytes are still to come. Where that happens depends on how
// the tag is cut, and a later compaction cuts it anew. So tags of a step or
// more end in an empty stored block: its four bytes of lengths are read only
// after all output has been given, hence input never ends before output does.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace broadsheet::glass {

/// From this size on, a tag is compressed so that steps can't break it.
inline constexpr std::size_t kInflateStepBytes = 8192;

/// Compresses tags. Keeps buffers: one per thread.
class TagCompressor {
 public:
  /// Throws Error if memory for the compressors can't be had.
  TagCompressor();
  ~TagCompressor();
  TagCompressor(TagCompressor&&) noexcept;
  TagCompressor& operator=(TagCompressor&&) noexcept;

  /// The deflate stream of `tag`, valid until the next call; empty if that is
  /// no smaller, or `tag` not longer than kCompressMin: it is to be stored
  /// plain then.
  [[nodiscard]] std::string_view compress(std::string_view tag);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The tag whose raw deflate stream is `stream`. Throws Error (kIndex) if it is
/// none, or holds more than 256 MiB.
[[nodiscard]] std::string inflate(std::string_view stream);

}  // namespace broadsheet::glass
