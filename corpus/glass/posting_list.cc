#include "corpus/glass/posting_list.h"

#include "corpus/glass/integers.h"

namespace broadsheet::glass {
namespace {

constexpr std::string_view kTermEnd("\x00", 1);

}  // namespace

void PostingListWriter::start_term(std::string_view key, std::uint32_t articles,
                                   std::uint64_t occurrences) {
  start(key, kTermEnd, articles, occurrences);
}

void PostingListWriter::start_lengths() { start(kLengthsKey, {}, 0, 0); }

void PostingListWriter::start(std::string_view key, std::string_view between,
                              std::uint32_t articles,
                              std::uint64_t occurrences) {
  key_ = key;
  later_key_ = key;
  later_key_ += between;
  start_.clear();
  append_varint(start_, articles);
  append_varint(start_, occurrences);
  chunk_.clear();
  first_chunk_ = true;
}

void PostingListWriter::append(const PostingStretch& stretch) {
  if (chunk_.size() + kMaxVarintBytes + stretch.postings.size() >=
      kChunkBytes) {
    append_counted_postings(stretch);
    return;
  }
  if (chunk_.empty()) {
    first_ = stretch.first_docid;
  } else {
    append_varint(chunk_, stretch.first_docid - last_ - 1);
  }
  chunk_ += stretch.postings;
  last_ = stretch.last_docid;
}

// Posting by posting, since a chunk ends within.
void PostingListWriter::append_counted_postings(const PostingStretch& stretch) {
  const char* in = stretch.postings.data();
  const char* end = in + stretch.postings.size();
  std::uint32_t docid = stretch.first_docid;
  for (;;) {
    if (chunk_.size() >= kChunkBytes) write_chunk(false);
    if (chunk_.empty()) {
      first_ = docid;
    } else {
      append_varint(chunk_, docid - last_ - 1);
    }
    const char* wdf = in;
    static_cast<void>(take_varint(in));
    chunk_.append(wdf, in);
    last_ = docid;
    if (in == end) return;
    docid += static_cast<std::uint32_t>(take_varint(in)) + 1;
  }
}

void PostingListWriter::finish_list() { write_chunk(true); }

void PostingListWriter::write_chunk(bool last) {
  tag_.clear();
  if (first_chunk_) {
    tag_ = start_;
    append_varint(tag_, first_ - 1);
  }
  tag_ += last ? '1' : '0';
  append_varint(tag_, last_ - first_);
  tag_ += chunk_;
  if (first_chunk_) {
    table_.add(key_, tag_);
  } else {
    const std::size_t stem = later_key_.size();
    append_docid(later_key_, first_);
    table_.add(later_key_, tag_);
    later_key_.resize(stem);
  }
  first_chunk_ = false;
  chunk_.clear();
}

}  // namespace broadsheet::glass
