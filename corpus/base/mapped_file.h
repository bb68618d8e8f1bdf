// A file looked into where it lies: only the parts that are looked at are read,
// however large it is. For files that nobody changes once they are published.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace broadsheet {

/// Maps a file for reading. The bytes stay valid for as long as this lives, or
/// what it was moved to, even if the file is removed meanwhile; not if it is
/// made shorter.
class MappedFile {
 public:
  /// Maps all of `path`. Throws Error.
  explicit MappedFile(const std::string& path);
  MappedFile(MappedFile&& other) noexcept
      : begin_(std::exchange(other.begin_, nullptr)),
        size_(std::exchange(other.size_, 0)) {}
  MappedFile& operator=(MappedFile&& other) noexcept;
  ~MappedFile();

  [[nodiscard]] std::string_view bytes() const;

 private:
  void* begin_ = nullptr;  // Null if the file is empty.
  std::size_t size_ = 0;
};

}  // namespace broadsheet
