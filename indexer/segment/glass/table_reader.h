// The entries of a table of our own, in order, read from the first leaf to the
// last: what it takes to copy one without some of its entries.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "corpus/base/file.h"
#include "indexer/segment/glass/table_writer.h"

namespace broadsheet::indexer::segment::glass {

/// Reads a table whose leaves stand in the file in the order of their keys, as
/// TableWriter writes them and "sequential" in a root says.
class TableReader {
 public:
  /// Throws Error if `path` can't be opened.
  explicit TableReader(std::string path);

  /// Goes to the next entry, at first to the first one. Returns false at the
  /// end. Throws Error (kIndex) if the file is no such table.
  bool next();

  /// The entry. Valid until next().
  [[nodiscard]] std::string_view key() const { return key_; }
  [[nodiscard]] std::string_view tag() const { return tag_; }
  [[nodiscard]] TagForm form() const { return form_; }

 private:
  bool next_item();
  bool next_leaf();
  [[noreturn]] void throw_damaged() const;

  std::string path_;
  FileDescriptor file_;
  std::string block_;              // The current leaf.
  std::size_t entry_ = 0;          // Of its directory, the next one.
  std::size_t directory_end_ = 0;  // 0: no leaf yet.

  // The current item.
  std::uint32_t flags_ = 0;
  std::string_view item_key_;
  std::string_view piece_;

  std::string key_;
  std::string tag_;
  TagForm form_ = TagForm::kPlain;
};

}  // namespace broadsheet::indexer::segment::glass
