// The lists in a run's streams (run.h), read as they are merged.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "corpus/glass/integers.h"
#include "corpus/glass/posting_chunk.h"
#include "indexer/segment/removed_articles.h"

namespace broadsheet::indexer::segment {

/// What the payload of an entry says of a run's postings of one term before it
/// comes to them.
struct RunPostings {
  std::uint32_t articles = 0;
  std::uint64_t occurrences = 0;
  std::uint32_t first_docid = 0;
  std::uint32_t last_docid = 0;
  std::size_t postings_at = 0;  ///< Where they begin in the payload, in bytes.

  /// Reads the head of a payload (EntryReader).
  explicit RunPostings(std::string_view head) {
    using glass::take_varint;
    const char* in = head.data();
    articles = static_cast<std::uint32_t>(take_varint(in));
    occurrences = take_varint(in);
    first_docid = static_cast<std::uint32_t>(take_varint(in));
    last_docid = first_docid + static_cast<std::uint32_t>(take_varint(in));
    postings_at = static_cast<std::size_t>(in - head.data());
  }

  /// The postings, from the whole payload, of which it is a view.
  [[nodiscard]] glass::PostingStretch stretch(std::string_view payload) const {
    return {first_docid, last_docid, payload.substr(postings_at)};
  }
};

/// Goes through a run's values of a slot, or positions of a term.
class RunList {
 public:
  /// `payload` is that of an entry and must outlive the list.
  explicit RunList(std::string_view payload)
      : in_(payload.data()), end_(in_ + payload.size()) {}

  /// Goes to the next article, at first to the first one; false at the end.
  bool next() {
    if (in_ == end_) return false;
    docid_ = next_ + static_cast<std::uint32_t>(glass::take_varint(in_));
    const auto size = static_cast<std::size_t>(glass::take_varint(in_));
    bytes_ = {in_, size};
    in_ += size;
    next_ = docid_ + 1;
    return true;
  }

  [[nodiscard]] std::uint32_t docid() const { return docid_; }
  /// The value, or the tag of the position table.
  [[nodiscard]] std::string_view bytes() const { return bytes_; }

 private:
  const char* in_;
  const char* end_;
  std::uint32_t next_ = 0;  // The least docid that can follow.
  std::uint32_t docid_ = 0;
  std::string_view bytes_;
};

}  // namespace broadsheet::indexer::segment
