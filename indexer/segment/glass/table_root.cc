#include "indexer/segment/glass/table_root.h"

#include "indexer/segment/glass/block_file.h"
#include "indexer/segment/glass/integers.h"

namespace broadsheet::indexer::segment::glass {

std::string encode(const TableRoot& root) {
  constexpr std::uint32_t kSequential = 2;
  constexpr std::uint32_t kFake = 1;
  const bool fake = root.blocks == 0;
  std::string bytes;
  append_varint(bytes, root.block);
  append_varint(bytes, root.level << 2 | kSequential | (fake ? kFake : 0));
  append_varint(bytes, root.entries);
  append_varint(bytes, kBlockBytes >> 11);
  append_varint(bytes, root.compress_min);
  std::string free_list;
  if (!fake) {
    append_varint(free_list, kRevision);
    append_varint(free_list, root.blocks);
    free_list.append(4, '\0');
  }
  append_counted(bytes, free_list);
  return bytes;
}

}  // namespace broadsheet::indexer::segment::glass
