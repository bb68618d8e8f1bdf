#include "indexer/segment/document_writer.h"

#include "corpus/glass/integers.h"

namespace broadsheet::indexer::segment {
namespace {

using glass::kMaxVarintBytes;
using glass::put_varint;

void put_plain_tag(ByteBuffer& documents, std::string_view tag) {
  char* out = documents.room(kMaxVarintBytes);
  documents.written_to(put_varint(out, tag.size() << 1));
  documents.append(tag);
}

}  // namespace

void DocumentWriter::add_record(std::string_view record) {
  char* out = records_.room(kMaxVarintBytes);
  records_.written_to(put_varint(out, record.size()));
  records_.append(record);
}

// All at once: the tables of a dictionary fill the processor's cache, from
// where the analysis of the next article would drive them out. One by one,
// packing took four times as long.
void DocumentWriter::pack_records() {
  const char* in = records_.view().data();
  const char* end = in + records_.size();
  while (in != end) {
    const auto size = static_cast<std::size_t>(glass::take_varint(in));
    const std::string_view record(in, size);
    in += size;
    if (packer_ == nullptr) {
      put_plain_tag(docdata_, record);
    } else {
      put_plain_tag(docdata_, packer_->pack(record));
    }
  }
  records_.clear();
}

void DocumentWriter::start_article(std::uint32_t length, std::uint32_t terms) {
  const char* begin = docdata_.view().data() + docdata_taken_;
  const char* end = begin;
  const std::uint64_t size = glass::take_varint(end) >> 1;
  end += size;
  documents_.append({begin, end});
  docdata_taken_ += static_cast<std::size_t>(end - begin);
  term_list_.start(length, terms);
}

void DocumentWriter::finish_article(std::span<const std::uint32_t> slots) {
  put_tag(term_list_.tag());
  put_tag(glass::encode_used_slots(slots));
}

void DocumentWriter::put_tag(std::string_view tag) {
  const std::string_view deflated = compressor_.compress(tag);
  if (deflated.empty()) return put_plain_tag(documents_, tag);
  char* out = documents_.room(kMaxVarintBytes);
  documents_.written_to(put_varint(out, deflated.size() << 1 | 1));
  documents_.append(deflated);
}

ByteBuffer DocumentWriter::take() {
  ByteBuffer taken = documents_.exact_copy();
  documents_.clear();
  docdata_.clear();
  docdata_taken_ = 0;
  return taken;
}

void DocumentWriter::free_buffers() {
  records_ = ByteBuffer();
  docdata_ = ByteBuffer();
  documents_ = ByteBuffer();
}

}  // namespace broadsheet::indexer::segment
