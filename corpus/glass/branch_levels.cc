#include "corpus/glass/branch_levels.h"

#include <algorithm>

#include "corpus/glass/integers.h"
#include "corpus/glass/item.h"

namespace broadsheet::glass {
namespace {

std::size_t item_bytes(std::size_t key) {
  return kChildBytes + kKeyLengthBytes + key + kComponentBytes;
}

void put_item(BlockBuilder& block, std::string_view key,
              std::uint32_t component, std::uint32_t child) {
  char* out = block.add(item_bytes(key.size()));
  put_big_endian32(out, child);
  out += kChildBytes;
  *out++ = static_cast<char>(key.size());
  out = std::copy(key.begin(), key.end(), out);
  put_big_endian16(out, component);
}

}  // namespace

void BranchLevels::add_leaf(const Separator& separator, std::uint32_t block) {
  if (leaves_++ == 0) {
    first_separator_ = separator;
    first_leaf_ = block;
    return;
  }
  if (leaves_ == 2) add(0, first_separator_, first_leaf_);
  add(0, separator, block);
}

BranchLevels::Root BranchLevels::finish() {
  if (leaves_ == 1) return {first_leaf_, 0};
  std::size_t level = 0;
  while (levels_[level].has_parent) {
    const Separator begin = levels_[level].begin;
    const std::uint32_t block = finish_block(level);
    add(level + 1, begin, block);
    ++level;
  }
  return {finish_block(level), static_cast<std::uint32_t>(level + 1)};
}

void BranchLevels::add(std::size_t level, const Separator& separator,
                       std::uint32_t child) {
  if (level == levels_.size()) {
    levels_.emplace_back(static_cast<std::uint32_t>(level + 1));
  }
  if (levels_[level].block.room() < item_bytes(separator.key.size())) {
    const Separator begin = levels_[level].begin;
    const std::uint32_t block = finish_block(level);
    levels_[level].has_parent = true;
    add(level + 1, begin, block);  // May move the levels.
  }
  Level& here = levels_[level];
  if (here.block.empty()) {
    here.begin = separator;
    put_item(here.block, {}, 0, child);
  } else {
    put_item(here.block, separator.key, separator.component, child);
  }
}

std::uint32_t BranchLevels::finish_block(std::size_t level) {
  BlockBuilder& block = levels_[level].block;
  const std::uint32_t number = file_.append(block.finished());
  block.clear();
  return number;
}

}  // namespace broadsheet::glass
