// Files as the operating system has them: descriptors that close themselves,
// reads that resume after a signal, writes that are on disk when they return.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace broadsheet {

/// Owns a file descriptor; -1 means none.
class FileDescriptor {
 public:
  FileDescriptor() = default;
  explicit FileDescriptor(int number) : number_(number) {}
  FileDescriptor(FileDescriptor&& other) noexcept
      : number_(std::exchange(other.number_, -1)) {}
  FileDescriptor& operator=(FileDescriptor&& other) noexcept;
  ~FileDescriptor();

  [[nodiscard]] int number() const { return number_; }
  [[nodiscard]] bool is_open() const { return number_ >= 0; }

 private:
  int number_ = -1;
};

/// Opens `path` for reading. Throws Error.
[[nodiscard]] FileDescriptor open_for_reading(const std::string& path);

/// Creates `path`, or empties it, and opens it for writing. Throws Error.
[[nodiscard]] FileDescriptor create_file(const std::string& path);

/// Reads up to `size` bytes into `bytes` and returns how many; 0 at the end.
/// Resumes after a signal. `path` is for the message of the Error it throws.
std::size_t read_some(const FileDescriptor& file, char* bytes, std::size_t size,
                      const std::string& path);

/// The whole content of `path`. Throws Error.
[[nodiscard]] std::string read_file(const std::string& path);

/// From now on what is written to `file` goes to the disk from the memory where
/// it lies, as far as that and the offset in the file are multiples of
/// AlignedBuffer::kAlignment: the system keeps no copy in its cache. A hint:
/// where the file system can't, all stays as it was.
void bypass_page_cache(const FileDescriptor& file);

/// Writes all of `bytes`. Throws Error, naming the bytes needed if the disk is
/// full.
void write_all(const FileDescriptor& file, std::string_view bytes,
               const std::string& path);

/// Creates or replaces `path` with `bytes` and syncs it. Not atomic: write to a
/// new name and rename. Throws Error.
void write_file_synced(const std::string& path, std::string_view bytes);

/// fsync of an existing file or directory. Throws Error: a failed sync is never
/// retried as a success.
void sync_path(const std::string& path);

/// rename(2), replacing `to`. Throws Error. The directory is not synced.
void rename_path(const std::string& from, const std::string& to);

}  // namespace broadsheet
