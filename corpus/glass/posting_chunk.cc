#include "corpus/glass/posting_chunk.h"

#include "corpus/glass/integers.h"

namespace broadsheet::glass {

std::optional<PostingChunk> first_chunk(std::string_view tag) {
  std::uint64_t articles = 0;
  std::uint64_t occurrences = 0;
  std::uint64_t before = 0;
  if (!take_varint(tag, articles) || !take_varint(tag, occurrences) ||
      !take_varint(tag, before)) {
    return std::nullopt;
  }
  std::optional<PostingChunk> chunk =
      later_chunk(tag, static_cast<std::uint32_t>(before + 1));
  if (chunk) {
    chunk->articles = static_cast<std::uint32_t>(articles);
    chunk->occurrences = occurrences;
  }
  return chunk;
}

std::optional<PostingChunk> later_chunk(std::string_view tag,
                                        std::uint32_t first_docid) {
  if (tag.empty() || (tag.front() != '0' && tag.front() != '1')) {
    return std::nullopt;
  }
  PostingChunk chunk;
  chunk.last = tag.front() == '1';
  tag.remove_prefix(1);
  std::uint64_t further = 0;
  // A posting ends with the last byte of a varint.
  if (!take_varint(tag, further) || tag.empty() ||
      static_cast<unsigned char>(tag.back()) >= 0x80) {
    return std::nullopt;
  }
  chunk.stretch.first_docid = first_docid;
  chunk.stretch.last_docid = first_docid + static_cast<std::uint32_t>(further);
  chunk.stretch.postings = tag;
  return chunk;
}

}  // namespace broadsheet::glass
