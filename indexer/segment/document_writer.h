// The documents of a run, in the form of Run::documents: of each article its
// record, its terms and the slots it uses, each a tag that is ready for its
// table.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "corpus/glass/tag_compressor.h"
#include "corpus/glass/term_list.h"
#include "corpus/schema/record_codec.h"
#include "indexer/segment/byte_buffer.h"

namespace broadsheet::indexer::segment {

/// Builds those of one run after the other: all records, as the articles come,
/// then the rest of each article, in the same order. Keeps buffers.
class DocumentWriter {
 public:
  /// `packer` compresses the records, and outlives this; null: they are stored
  /// as they are.
  explicit DocumentWriter(schema::RecordPacker* packer) : packer_(packer) {}

  /// Adds the record of the next article.
  void add_record(std::string_view record);

  /// No more records are added.
  void pack_records();

  /// Begins the next article, of `length` words and `terms` terms.
  void start_article(std::uint32_t length, std::uint32_t terms);

  /// Adds its next term, ascending.
  void add_term(std::string_view term, std::uint32_t wdf) {
    term_list_.add(term, wdf);
  }

  /// Ends it. `slots` are those in which it has a value, ascending.
  void finish_article(std::span<const std::uint32_t> slots);

  /// What was written, in as much memory as it takes. The writer is as new
  /// then, but for its buffers.
  [[nodiscard]] ByteBuffer take();

  /// Bytes of the records added since take().
  [[nodiscard]] std::size_t record_bytes() const { return records_.size(); }

  /// Gives back the memory of the buffers. Only when nothing was added.
  void free_buffers();

 private:
  void put_tag(std::string_view tag);

  schema::RecordPacker* packer_;
  glass::TagCompressor compressor_;
  glass::TermListEncoder term_list_;
  ByteBuffer records_;  // Each behind its size.
  ByteBuffer docdata_;  // The same as tags.
  std::size_t docdata_taken_ = 0;
  ByteBuffer documents_;
};

}  // namespace broadsheet::indexer::segment
