// Posting lists: which articles hold a term, and how often. A list is cut into
// chunks, each an entry of the postlist table:
//
//   first chunk   varint articles with the term, varint sum of wdfs,
//                 varint first docid - 1, then as any chunk
//   any chunk     '1' if it is the last, else '0'
//                 varint last docid - first docid
//                 varint wdf of the first docid
//                 (varint gap - 1, varint wdf) for each following docid
//
// A chunk ends with the first posting that brings its postings to 2,000 bytes.
//
// The lengths of all articles are such a list too, with lengths for wdfs and
// zero for both sums, under the keys 00 E0 and 00 E0 docid.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/glass/table_writer.h"

namespace broadsheet::glass {

inline constexpr std::size_t kChunkBytes = 2000;

/// The key of the list of lengths.
inline constexpr std::string_view kLengthsKey("\x00\xe0", 2);

/// A stretch of a posting list, with its postings as they stand in a chunk.
struct PostingStretch {
  std::uint32_t first_docid = 0;
  std::uint32_t last_docid = 0;
  /// At least one posting: varint wdf, (varint gap - 1, varint wdf)*.
  std::string_view postings;
};

/// A chunk that was read.
struct PostingChunk {
  std::uint32_t articles = 0;     ///< Of the list; only in its first chunk.
  std::uint64_t occurrences = 0;  ///< Likewise.
  bool last = false;
  PostingStretch stretch;  ///< A view of the tag.
};

/// The first chunk of a list; nothing if `tag` is none.
[[nodiscard]] std::optional<PostingChunk> first_chunk(std::string_view tag);

/// A later one, whose key says that it begins at `first_docid`.
[[nodiscard]] std::optional<PostingChunk> later_chunk(
    std::string_view tag, std::uint32_t first_docid);

/// Puts posting lists together from stretches and writes them into a table.
/// What is written depends on the postings alone, not on how they were cut.
class PostingListWriter {
 public:
  /// `table` must outlive it.
  explicit PostingListWriter(TableWriter& table) : table_(table) {}

  /// Begins the list of the term with the key `key`, whose stretches will hold
  /// `articles` postings, at least one, and `occurrences` in all.
  void start_term(std::string_view key, std::uint32_t articles,
                  std::uint64_t occurrences);

  /// Begins the list of lengths.
  void start_lengths();

  /// Adds a stretch; its docids lie above those added before. Throws Error.
  void append(const PostingStretch& stretch);

  /// Writes what is left of the list. Throws Error.
  void finish_list();

 private:
  void start(std::string_view key, std::string_view between,
             std::uint32_t articles, std::uint64_t occurrences);
  void append_counted_postings(const PostingStretch& stretch);
  void write_chunk(bool last);

  TableWriter& table_;
  std::string key_;          // Of the first chunk.
  std::string later_key_;    // Of the others, without the docid.
  std::string start_;        // The sums, before the first chunk is written.
  std::string chunk_;        // Its postings.
  std::string tag_;          // A buffer.
  std::uint32_t first_ = 0;  // Docid of the chunk's first posting.
  std::uint32_t last_ = 0;   // Docid of its last one.
  bool first_chunk_ = false;
};

}  // namespace broadsheet::glass
