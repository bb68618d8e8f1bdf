#include "indexer/segment/glass/term_list.h"

#include <algorithm>

#include "indexer/segment/glass/integers.h"

namespace broadsheet::indexer::segment::glass {
namespace {

constexpr std::size_t kOneByte = 256;

std::size_t common_prefix(std::string_view a, std::string_view b) {
  const std::size_t shorter = std::min(a.size(), b.size());
  std::size_t same = 0;
  while (same < shorter && a[same] == b[same]) ++same;
  return same;
}

}  // namespace

void TermListEncoder::start(std::uint32_t length, std::uint32_t terms) {
  tag_.clear();
  first_ = true;
  previous_ = {};
  if (terms == 0) return;
  append_varint(tag_, length);
  append_varint(tag_, terms);
}

void TermListEncoder::add(std::string_view term, std::uint32_t wdf) {
  if (first_) {
    tag_ += static_cast<char>(term.size());
    tag_ += term;
    append_varint(tag_, wdf);
    first_ = false;
    previous_ = term;
    return;
  }
  const std::size_t reused = common_prefix(previous_, term);
  // A wdf of 127 or more would not fit into the byte with any previous term.
  const std::size_t both =
      wdf < 127 ? (std::size_t{wdf} + 1) * (previous_.size() + 1) + reused
                : kOneByte;
  const bool together = both < kOneByte;
  tag_ += static_cast<char>(together ? both : reused);
  tag_ += static_cast<char>(term.size() - reused);
  tag_ += term.substr(reused);
  if (!together) append_varint(tag_, wdf);
  previous_ = term;
}

std::string encode_used_slots(std::span<const std::uint32_t> slots) {
  std::string tag;
  std::uint32_t next = 0;
  for (const std::uint32_t slot : slots) {
    append_varint(tag, slot - next);
    next = slot + 1;
  }
  return tag;
}

}  // namespace broadsheet::indexer::segment::glass
