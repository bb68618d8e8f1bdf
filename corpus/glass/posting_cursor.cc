#include "corpus/glass/posting_cursor.h"

#include <optional>
#include <utility>

#include "corpus/glass/term_key.h"

namespace broadsheet::glass {

PostingCursor PostingCursor::of_term(std::string_view file,
                                     const FoundRoot& root,
                                     std::uint32_t last_docid,
                                     std::string_view term) {
  const std::string key = term_key(term);
  return {file, root, last_docid, key, key + '\0'};
}

PostingCursor PostingCursor::of_lengths(std::string_view file,
                                        const FoundRoot& root,
                                        std::uint32_t last_docid) {
  return {file, root, last_docid, kLengthsKey, std::string(kLengthsKey)};
}

PostingCursor::PostingCursor(std::string_view file, const FoundRoot& root,
                             std::uint32_t last_docid,
                             std::string_view first_key, std::string later_key)
    : table_(file, root),
      last_docid_(last_docid),
      later_key_(std::move(later_key)) {
  if (table_.find(first_key)) {
    start(first_chunk(table_.tag()));
  } else if (table_.is_damaged()) {
    stop_damaged();
  }
}

void PostingCursor::next_chunk() {
  docid_ = kEnd;
  if (is_last_chunk_) return;
  if (!table_.next() || !table_.key().starts_with(later_key_)) {
    return stop_damaged();
  }
  const auto first = docid_of(table_.key().substr(later_key_.size()));
  if (!first || *first <= last_in_chunk_) return stop_damaged();
  start(later_chunk(table_.tag(), *first));
}

void PostingCursor::start(const std::optional<PostingChunk>& chunk) {
  if (!chunk) return stop_damaged();
  const PostingStretch& stretch = chunk->stretch;
  if (stretch.first_docid == 0 || stretch.last_docid < stretch.first_docid ||
      stretch.last_docid > last_docid_) {
    return stop_damaged();
  }
  in_ = stretch.postings.data();
  end_ = in_ + stretch.postings.size();
  docid_ = stretch.first_docid;
  last_in_chunk_ = stretch.last_docid;
  is_last_chunk_ = chunk->last;
}

void PostingCursor::stop_damaged() {
  is_damaged_ = true;
  docid_ = kEnd;
}

}  // namespace broadsheet::glass
