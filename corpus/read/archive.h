// Compressed files and archives as streams: nothing is extracted to disk, names
// in them are labels, and what comes out is limited by what went in.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/read/byte_source.h"

struct archive;

namespace broadsheet::read {

/// What may come out of one file, of all archives within it together. A
/// compressed text is some five times smaller, at the best twenty times; bombs
/// are thousands of times.
class ArchiveBudget {
 public:
  static constexpr std::uint64_t kFreeBytes = std::uint64_t{16} << 20;
  static constexpr std::uint64_t kMostTimes = 200;
  static constexpr std::uint64_t kMostBytes = std::uint64_t{1} << 30;
  static constexpr std::uint64_t kUsualTimes = 20;
  static constexpr std::uint64_t kMostEntries = 1000000;
  static constexpr int kDeepest = 3;

  /// Bytes read from the file itself.
  void add_in(std::uint64_t bytes) { in_ += bytes; }
  /// Bytes and entries that came out, at any depth. Throws ReadError when it is
  /// too much: beyond 16 MiB, 200 times what went in; 1 GiB or 20 times what
  /// went in, whichever is more; a million entries.
  void add_out(std::uint64_t bytes);
  void add_entry();

  [[nodiscard]] bool is_spent() const { return spent_; }

 private:
  [[noreturn]] void end(const std::string& reason);

  std::uint64_t in_ = 0;
  std::uint64_t out_ = 0;
  std::uint64_t entries_ = 0;
  bool spent_ = false;
};

/// Whether `head`, the first bytes of a file, begin a compressed file or an
/// archive of a kind that is read: gzip, bzip2, xz, zstd, tar, zip, 7z.
[[nodiscard]] bool is_archive(std::string_view head);

/// A member of an archive, or the one stream in a compressed file.
struct ArchiveMember {
  std::string name;  ///< As it stands there; "" for a compressed stream.
  bool is_file = true;
  bool is_link = false;
};

class Archive {
 public:
  /// Reads `source`. `outermost` is whether it is a file of its own, whose
  /// bytes count as what went in. Throws ReadError if it can't be read.
  Archive(std::unique_ptr<ByteSource> source,
          std::shared_ptr<ArchiveBudget> budget, bool outermost);
  ~Archive();
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;

  /// The next member; nothing at the end. What was not read of the one before
  /// is passed over. Throws ReadError.
  [[nodiscard]] std::optional<ArchiveMember> next();

  /// Bytes of the present member, as ByteSource::read. Throws ReadError.
  std::size_t read(char* bytes, std::size_t size);

  /// How many layers it has: "a.tar.gz" has two. Known behind the first next().
  [[nodiscard]] int layers() const;

 private:
  struct Input;
  [[noreturn]] void fail(const char* doing);
  void pass_over_rest();

  std::unique_ptr<Input> input_;
  std::shared_ptr<ArchiveBudget> budget_;
  ::archive* archive_ = nullptr;
  bool in_member_ = false;
};

}  // namespace broadsheet::read
