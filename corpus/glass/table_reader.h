// The entries of a table, in order, read from the first leaf to the last: what
// it takes to copy one, or to put several together.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "corpus/base/file.h"
#include "corpus/glass/block_file.h"
#include "corpus/glass/block_view.h"
#include "corpus/glass/table_writer.h"

namespace broadsheet::glass {

/// Reads a table whose leaves stand in the file in the order of their keys, as
/// TableWriter writes them and "sequential" in a root says.
class TableReader {
 public:
  /// Throws Error if `path` can't be opened, or blocks can't have
  /// `block_bytes`.
  explicit TableReader(std::string path, std::size_t block_bytes = kBlockBytes);

  /// Goes to the next entry, at first to the first one. Returns false at the
  /// end. Throws Error (kIndex) if the file is no such table.
  bool next();

  /// The entry. Valid until next().
  [[nodiscard]] std::string_view key() const { return key_; }
  [[nodiscard]] std::string_view tag() const { return tag_; }
  [[nodiscard]] TagForm form() const { return form_; }

  /// A copy of the tag, inflated where it is deflated. Throws Error (kIndex) if
  /// it can't be.
  [[nodiscard]] std::string plain_tag() const;

  /// Throws Error (kIndex): the table is not what it should be.
  [[noreturn]] void throw_damaged() const;

 private:
  bool next_item();
  bool next_leaf();
  bool next_block();

  std::string path_;
  FileDescriptor file_;
  std::size_t block_bytes_;
  std::string buffer_;         // Blocks read together.
  std::size_t filled_ = 0;     // Bytes of it.
  std::size_t next_ = 0;       // In it, where the next block begins.
  std::string_view block_;     // The current one.
  BlockView leaf_;             // That, or none yet.
  std::size_t next_item_ = 0;  // In it.
  LeafItem item_;              // The current one.

  std::string key_;
  std::string pieces_;    // A tag of several, put together.
  std::string_view tag_;  // That, or the only piece in its block.
  TagForm form_ = TagForm::kPlain;
};

}  // namespace broadsheet::glass
