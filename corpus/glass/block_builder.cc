#include "corpus/glass/block_builder.h"

#include <algorithm>

#include "corpus/glass/integers.h"
#include "corpus/glass/table_root.h"

namespace broadsheet::glass {

char* BlockBuilder::add(std::size_t size) {
  items_begin_ -= size;
  put_big_endian16(bytes_.data() + directory_end_,
                   static_cast<std::uint32_t>(items_begin_));
  directory_end_ += kDirectoryEntryBytes;
  return bytes_.data() + items_begin_;
}

std::string_view BlockBuilder::finished() {
  const auto gap = static_cast<std::uint32_t>(items_begin_ - directory_end_);
  char* header = bytes_.data();
  put_big_endian32(header, kRevision);
  header[4] = static_cast<char>(level_);
  put_big_endian16(header + 5, gap);
  put_big_endian16(header + 7, gap);
  put_big_endian16(header + 9, static_cast<std::uint32_t>(directory_end_));
  // What an earlier use left in the gap belongs to no one, but equal input has
  // to give equal files.
  std::fill_n(header + directory_end_, gap, '\0');
  return {bytes_.data(), bytes_.size()};
}

void BlockBuilder::clear() {
  directory_end_ = kBlockHeaderBytes;
  items_begin_ = kBlockBytes;
}

}  // namespace broadsheet::glass
