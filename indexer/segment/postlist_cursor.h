// A postlist table list by list: the values of a slot, the lengths of all
// articles, or the postings of a term, each with all its chunks.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/glass/posting_chunk.h"
#include "corpus/glass/table_reader.h"

namespace broadsheet::indexer::segment {

class PostlistCursor {
 public:
  enum class Kind : unsigned char { kValues, kLengths, kTerm };

  /// Goes to the first list. Throws Error.
  explicit PostlistCursor(glass::TableReader table);

  PostlistCursor(const PostlistCursor&) = delete;
  PostlistCursor& operator=(const PostlistCursor&) = delete;

  [[nodiscard]] bool at_end() const { return at_end_; }

  /// Goes to the next list. Throws Error (kIndex) if the table is damaged.
  void next();

  /// The list: its kind; its key without docids, which sorts as lists do; for a
  /// term, what its first chunk says. Valid until next().
  [[nodiscard]] Kind kind() const { return kind_; }
  [[nodiscard]] std::string_view key() const { return key_; }
  [[nodiscard]] std::uint32_t articles() const { return articles_; }
  [[nodiscard]] std::uint64_t occurrences() const { return occurrences_; }

  /// The chunks of lengths or of a term.
  [[nodiscard]] const std::vector<glass::PostingStretch>& stretches() const {
    return stretches_;
  }

  /// The chunks of values: first docid and tag.
  struct ValueChunk {
    std::uint32_t first_docid = 0;
    std::string_view values;
  };
  [[nodiscard]] const std::vector<ValueChunk>& value_chunks() const {
    return value_chunks_;
  }

  /// Throws Error (kIndex): the table is damaged.
  [[noreturn]] void throw_damaged() const { table_.throw_damaged(); }

 private:
  /// An entry's key, taken apart.
  struct EntryKey {
    Kind kind = Kind::kTerm;
    std::string_view list;
    std::uint32_t docid = 0;  // 0: the first chunk of a posting list.
  };

  void step();
  [[nodiscard]] EntryKey take_apart(std::string_view key) const;

  glass::TableReader table_;
  bool entry_left_ = false;  // The table stands at an entry not taken yet.
  bool at_end_ = false;
  Kind kind_ = Kind::kTerm;
  std::string key_;
  std::uint32_t articles_ = 0;
  std::uint64_t occurrences_ = 0;
  std::string tags_;  // Of all chunks: what the views below are of.
  struct Chunk {
    std::size_t begin = 0;  // In tags_.
    std::size_t end = 0;
    std::uint32_t docid = 0;
  };
  std::vector<Chunk> chunks_;
  std::vector<glass::PostingStretch> stretches_;
  std::vector<ValueChunk> value_chunks_;
};

}  // namespace broadsheet::indexer::segment
