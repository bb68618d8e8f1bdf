// The version file, "iamglass": it makes a directory of tables a database, so
// it is written last.
//
//   14 bytes  0F 0D "Xapian Glass"
//    2 bytes  format version 04 6E
//   16 bytes  UUID
//   varint    revision
//   roots of postlist, docdata, termlist, position, spelling, synonym
//   varint    articles
//   varint    last docid - articles
//   varint    lowest article length, that of empty articles left out
//   varint    largest wdf
//   varint    highest article length - largest wdf
//   varint    oldest changeset: 0
//   varint    sum of all lengths
//   varint    bound of spelling frequencies: 0
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/glass/table_root.h"

namespace broadsheet::glass {

/// What Xapian wants to know of all articles together. An article's length is
/// the sum of its wdfs.
struct Statistics {
  std::uint32_t articles = 0;
  std::uint32_t last_docid = 0;
  std::uint32_t lowest_length = 0;  ///< Of those that are not empty; or 0.
  std::uint32_t highest_length = 0;
  std::uint32_t largest_wdf = 0;
  std::uint64_t total_length = 0;

  /// Counts an article of `length`. Docid and wdf are the caller's.
  void add_article(std::uint32_t length) {
    ++articles;
    total_length += length;
    highest_length = std::max(highest_length, length);
    if (length > 0 && (lowest_length == 0 || length < lowest_length)) {
      lowest_length = length;
    }
  }

  friend bool operator==(const Statistics&, const Statistics&) = default;
};

/// The tables of a segment. Xapian's spelling table is never there.
struct Tables {
  TableRoot postlist;
  TableRoot docdata;
  TableRoot termlist;
  TableRoot position;
  TableRoot synonym;
};

using Uuid = std::array<unsigned char, 16>;

/// A random UUID (version 4). Throws Error if the system has no random bytes.
[[nodiscard]] Uuid random_uuid();

/// The bytes of the version file.
[[nodiscard]] std::string encode_version_file(const Tables& tables,
                                              const Statistics& statistics,
                                              const Uuid& uuid);

/// A version file that was read, of whatever writer.
struct VersionFile {
  std::uint64_t revision = 0;
  FoundRoot postlist;
  FoundRoot docdata;
  FoundRoot termlist;
  FoundRoot position;
  FoundRoot synonym;
  Statistics statistics;

  /// Whether the tables are ones that TableReader reads.
  [[nodiscard]] bool is_sequential() const;

  /// Whether they are as TableWriter writes them, so that a table can be taken
  /// over as it is.
  [[nodiscard]] bool is_own() const;
};

/// The inverse; nothing if `bytes` are no version file of glass.
[[nodiscard]] std::optional<VersionFile> decode_version_file(
    std::string_view bytes);

}  // namespace broadsheet::glass
