// What does not fit into memory: a private file without a name, which is gone
// when its owner is, however the program ends.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "corpus/base/file.h"

namespace broadsheet::indexer::segment {

class SpillFile {
 public:
  /// A file on the disk of `directory`, made when it is first needed.
  explicit SpillFile(std::string directory);

  /// Appends `bytes` and returns where they begin. Throws Error.
  std::uint64_t append(std::string_view bytes);

  /// Reads `size` bytes that begin at `offset`. All were appended. Several
  /// threads may read. Throws Error.
  void read(std::uint64_t offset, char* bytes, std::size_t size) const;

  /// Asks the system for `size` bytes from `offset`, which will be read soon:
  /// while they come from the disk, others can be read. A hint.
  void will_read(std::uint64_t offset, std::uint64_t size) const;

  /// How many bytes were appended.
  [[nodiscard]] std::uint64_t size() const { return size_; }

 private:
  std::string path_;  // The name it had at first; for messages.
  FileDescriptor file_;
  std::uint64_t size_ = 0;
};

}  // namespace broadsheet::indexer::segment
