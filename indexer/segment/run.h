// A run: a chunk of articles with consecutive docids, inverted and encoded, as
// it waits to become part of a segment. Making one needs nothing of another, so
// threads make them side by side; putting them together is copying.
//
// The streams, each sorted by key (integers are varints):
//
//   values     key: the prefix of a slot's value chunks
//              (docid, byte count of the value, value)*, the first docid as it
//              is, the others as gaps
//   postings   key: a term
//              articles, sum of wdfs, first docid, last docid - first docid,
//              then the postings as they stand in a posting list's chunk
//   positions  key: a term
//              (docid, byte count of the tag, tag)*, docids as for values, tags
//              as in the position table
//   synonyms   key: a term of the synonym table
//              (byte count, synonym)*, ascending
//
// The documents are in docid order, for each
//
//   docdata, termlist, used slots   each: bytes << 1 | deflated, then the tag
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "corpus/glass/values.h"
#include "indexer/segment/byte_buffer.h"
#include "indexer/segment/entry_stream.h"

namespace broadsheet::indexer::segment {

struct Run {
  std::uint32_t first_docid = 1;
  std::vector<std::uint32_t> lengths;  ///< Of its articles, in docid order.
  std::vector<std::uint32_t> largest_wdfs;  ///< Likewise.
  glass::StatisticsBySlot value_statistics;
  ByteBuffer documents;
  EntryStream values;
  EntryStream postings;
  EntryStream positions;
  EntryStream synonyms;

  [[nodiscard]] std::uint32_t articles() const {
    return static_cast<std::uint32_t>(lengths.size());
  }

  /// Bytes of memory that can be had back by spilling the streams.
  [[nodiscard]] std::size_t stream_memory() const {
    return values.memory() + postings.memory() + positions.memory() +
           synonyms.memory();
  }
};

}  // namespace broadsheet::indexer::segment
