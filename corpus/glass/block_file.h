// The file of a table: blocks, one after the other, gathered in memory and
// written in long stretches.
#pragma once

#include <cstddef>
#include <cstdint>
#include <future>
#include <string>
#include <string_view>

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
  /// Creates or replaces `path`. Throws Error.
  BlockFile(std::string path, Writing writing);

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
  void write(const std::string& blocks);

  std::string path_;
  Writing writing_;
  FileDescriptor file_;
  std::string pending_;
  std::uint32_t blocks_ = 0;

  // Of the thread that writes.
  std::string being_written_;
  RunningHash hash_;
  std::uint64_t written_ = 0;  // Bytes.
  std::uint64_t sent_ = 0;  // Of these, bytes the disk was told to begin with.
  // Last, as it is waited for before the others are gone.
  std::future<void> behind_;
};

}  // namespace broadsheet::glass
