#include "corpus/glass/table_root.h"

#include <array>

#include "corpus/glass/block_file.h"
#include "corpus/glass/integers.h"

namespace broadsheet::glass {

namespace {

constexpr std::uint32_t kSequential = 2;
constexpr std::uint32_t kFake = 1;

}  // namespace

std::string encode(const TableRoot& root) {
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

std::optional<FoundRoot> take_root(std::string_view& bytes) {
  std::array<std::uint64_t, 6> numbers{};
  for (std::uint64_t& number : numbers) {
    if (!take_varint(bytes, number)) return std::nullopt;
  }
  const auto [block, level, entries, size, compress_min, free_bytes] = numbers;
  if (free_bytes > bytes.size()) return std::nullopt;
  std::string_view free_list = bytes.substr(0, free_bytes);
  bytes.remove_prefix(free_bytes);
  FoundRoot found;
  found.root.block = static_cast<std::uint32_t>(block);
  found.root.level = static_cast<std::uint32_t>(level >> 2);
  found.root.entries = entries;
  found.root.compress_min = static_cast<std::uint32_t>(compress_min);
  found.block_bytes = static_cast<std::uint32_t>(size << 11);
  found.sequential = (level & kSequential) != 0;
  if ((level & kFake) != 0) return found;
  std::uint64_t revision = 0;
  std::uint64_t unused = 0;
  if (!take_varint(free_list, revision) || !take_varint(free_list, unused)) {
    return std::nullopt;
  }
  found.root.blocks = static_cast<std::uint32_t>(unused);
  return found;
}

}  // namespace broadsheet::glass
