// Writing posting lists; posting_chunk.h shows what they look like.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "corpus/glass/posting_chunk.h"
#include "corpus/glass/table_writer.h"

namespace broadsheet::glass {

inline constexpr std::size_t kChunkBytes = 2000;

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
