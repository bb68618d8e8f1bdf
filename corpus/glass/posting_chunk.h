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

#include <cstdint>
#include <optional>
#include <string_view>

namespace broadsheet::glass {

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

}  // namespace broadsheet::glass
