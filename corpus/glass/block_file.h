// The file of a table: blocks, one after the other, gathered in memory and
// written in long stretches.
#pragma once

#include <cstddef>
#include <cstdint>
#include <future>
#include <string>
#include <string_view>

#include "corpus/base/aligned_buffer.h"
#include "corpus/base/checksum.h"
#include "corpus/base/file.h"

namespace broadsheet::glass {

/// Bytes of a block. Xapian's own default; 64 KB would make tables 2 % smaller
/// and every cold search read eight times as much.
inline constexpr std::size_t kBlockBytes = 8192;

/// Who hands the blocks to the operating system, which copies them.
enum class Writing : unsigned char {
  kAtOnce,  ///< The thread that adds them.
  kBehind,  ///< A second one, while the first goes on.
};

/// Writes one file from its beginning to its end.
class BlockFile {
 public:
  /// Creates or replaces `path`. What lies behind the first `most_cached` bytes
  /// is written past the system's cache, as far as the file system can. Throws
  /// Error.
  BlockFile(std::string path, Writing writing,
            std::uint64_t most_cached = kMostCached);

  /// Adds a block of kBlockBytes and returns its number, from 0. Throws Error,
  /// of this block or of one before.
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
  void write(const AlignedBuffer& blocks);

  // A table this large is seldom read whole soon, and to get memory for the
  // system's cache, to copy into it and to send that to the disk costs several
  // times what writing it takes otherwise.
  static constexpr std::uint64_t kMostCached = std::uint64_t{256} << 20;

  std::string path_;
  Writing writing_;
  std::uint64_t most_cached_;
  FileDescriptor file_;
  AlignedBuffer pending_;
  std::uint32_t blocks_ = 0;

  // Of the thread that writes.
  AlignedBuffer being_written_;
  RunningHash hash_;
  std::uint64_t written_ = 0;  // Bytes.
  std::uint64_t sent_ = 0;  // Of these, bytes the disk was told to begin with.
  bool is_large_ = false;   // The rest goes past the system's cache.
  // Last, as it is waited for before the others are gone.
  std::future<void> behind_;
};

}  // namespace broadsheet::glass
