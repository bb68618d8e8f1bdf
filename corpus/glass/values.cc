#include "corpus/glass/values.h"

#include "corpus/glass/integers.h"
#include "corpus/glass/posting_list.h"

namespace broadsheet::glass {
namespace {

constexpr std::string_view kStatisticsKey("\x00\xd0", 2);
constexpr std::string_view kChunkKey("\x00\xd8", 2);

std::string statistics_key(std::uint32_t slot) {
  std::string key(kStatisticsKey);
  for (; slot != 0; slot >>= 8) key += static_cast<char>(slot & 0xFF);
  return key;
}

}  // namespace

void SlotStatistics::add(std::string_view value) {
  if (articles++ == 0) {
    lowest = value;
    highest = value;
  } else if (value < lowest) {
    lowest = value;
  } else if (value > highest) {
    highest = value;
  }
}

void SlotStatistics::add(const SlotStatistics& other) {
  if (other.articles == 0) return;
  add(std::string_view(other.lowest));
  add(std::string_view(other.highest));
  articles += other.articles - 2;
}

void write_value_statistics(TableWriter& table,
                            const StatisticsBySlot& statistics) {
  std::map<std::string, std::string> entries;
  for (const auto& [slot, found] : statistics) {
    if (found.articles == 0) continue;
    std::string& tag = entries[statistics_key(slot)];
    append_varint(tag, found.articles);
    append_counted(tag, found.lowest);
    if (found.highest != found.lowest) tag += found.highest;
  }
  for (const auto& [key, tag] : entries) table.add(key, tag);
}

std::string value_chunk_prefix(std::uint32_t slot) {
  std::string prefix(kChunkKey);
  append_varint(prefix, slot);
  return prefix;
}

void ValueWriter::start(std::string_view prefix) {
  key_ = prefix;
  chunk_.clear();
}

void ValueWriter::append(std::uint32_t docid, std::string_view value) {
  if (chunk_.size() >= kChunkBytes) write_chunk();
  if (chunk_.empty()) {
    first_ = docid;
  } else {
    append_varint(chunk_, docid - last_ - 1);
  }
  append_counted(chunk_, value);
  last_ = docid;
}

void ValueWriter::finish() {
  if (!chunk_.empty()) write_chunk();
}

void ValueWriter::write_chunk() {
  const std::size_t prefix = key_.size();
  append_docid(key_, first_);
  table_.add(key_, chunk_);
  key_.resize(prefix);
  chunk_.clear();
}

}  // namespace broadsheet::glass
