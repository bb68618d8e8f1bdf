// The file of a table: blocks, one after the other, gathered in memory and
// written in long stretches.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "corpus/base/checksum.h"
#include "corpus/base/file.h"

namespace broadsheet::indexer::segment::glass {

/// Bytes of a block. Xapian's own default; 64 KB would make tables 2 % smaller
/// and every cold search read eight times as much.
inline constexpr std::size_t kBlockBytes = 8192;

/// Writes one file from its beginning to its end.
class BlockFile {
 public:
  /// Creates or replaces `path`. Throws Error.
  explicit BlockFile(std::string path);

  /// Adds a block of kBlockBytes and returns its number, from 0. Throws Error.
  std::uint32_t append(std::string_view block);

  /// Writes what is still in memory and closes the file, unsynced. Throws
  /// Error.
  void finish();

  /// The hash of all that was written. Whole once it is finished.
  [[nodiscard]] Hash128 hash() const { return hash_.value(); }

  /// How many blocks were added.
  [[nodiscard]] std::uint32_t blocks() const { return blocks_; }

 private:
  void write_pending();

  std::string path_;
  FileDescriptor file_;
  std::string pending_;
  RunningHash hash_;
  std::uint32_t blocks_ = 0;
  std::uint64_t sent_ = 0;  // Bytes the disk was told to begin with.
};

}  // namespace broadsheet::indexer::segment::glass
