// One posting list, read from its beginning on: where it lies in the file of
// the table, and as many postings in one go as are wanted.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include "corpus/glass/integers.h"
#include "corpus/glass/posting_chunk.h"
#include "corpus/glass/table_cursor.h"
#include "corpus/glass/table_root.h"

namespace broadsheet::glass {

/// Nothing in the table is trusted: where the list is damaged it ends, and
/// is_damaged() tells. Docids ascend and are none beyond the last.
class PostingCursor {
 public:
  /// What next_docid() is at the end.
  static constexpr std::uint32_t kEnd =
      std::numeric_limits<std::uint32_t>::max();

  /// The list of `term`, which is not empty; without postings if there is none.
  /// `file` is all of the postlist table's file, and outlives this; articles
  /// have docids up to `last_docid`.
  [[nodiscard]] static PostingCursor of_term(std::string_view file,
                                             const FoundRoot& root,
                                             std::uint32_t last_docid,
                                             std::string_view term);

  /// The same, of the lengths of all articles.
  [[nodiscard]] static PostingCursor of_lengths(std::string_view file,
                                                const FoundRoot& root,
                                                std::uint32_t last_docid);

  /// Of the next posting; kEnd: there is none.
  [[nodiscard]] std::uint32_t next_docid() const { return docid_; }

  /// Takes the next postings as far as their docids are less than `limit`, and
  /// calls take(docid, wdf) for each.
  template <typename Take>
  void each_below(std::uint32_t limit, const Take& take) {
    while (docid_ < limit) {
      // Kept in registers, as what take() writes might be these.
      const char* in = in_;
      const char* const end = end_;
      const std::uint32_t last = last_in_chunk_;
      std::uint32_t docid = docid_;
      for (;;) {
        std::uint32_t wdf = 0;
        if (!take_varint32(in, wdf)) return stop_damaged();
        take(docid, wdf);
        if (in == end) {
          if (docid != last) return stop_damaged();
          next_chunk();
          break;
        }
        std::uint32_t gap = 0;
        // A chunk does not end with a gap.
        if (!take_varint32(in, gap) || in == end || gap >= last - docid) {
          return stop_damaged();
        }
        docid += gap + 1;
        if (docid < limit) continue;
        in_ = in;
        docid_ = docid;
        return;
      }
    }
  }

  [[nodiscard]] bool is_damaged() const { return is_damaged_; }

 private:
  PostingCursor(std::string_view file, const FoundRoot& root,
                std::uint32_t last_docid, std::string_view first_key,
                std::string later_key);

  void next_chunk();
  void start(const std::optional<PostingChunk>& chunk);
  void stop_damaged();

  TableCursor table_;
  std::uint32_t last_docid_;
  std::string later_key_;  // What the keys of all chunks but the first begin
                           // with; a docid follows.
  bool is_damaged_ = false;

  // The current chunk. Views of the file, or of table_'s own bytes.
  const char* in_ = nullptr;  // The wdf of the next posting.
  const char* end_ = nullptr;
  std::uint32_t last_in_chunk_ = 0;
  bool is_last_chunk_ = true;
  std::uint32_t docid_ = kEnd;
};

}  // namespace broadsheet::glass
