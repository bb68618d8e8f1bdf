// The beginning of a key as a number: comparing two of them decides most
// comparisons of keys without looking at the keys.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace broadsheet::indexer::segment {

/// The first eight bytes of `key`, zeros where it is shorter, as a number that
/// sorts as they do. Keys that differ here sort so; others may be anything.
[[nodiscard]] inline std::uint64_t first_bytes(std::string_view key) {
  static_assert(std::endian::native == std::endian::little);
  std::uint64_t value = 0;
  if (key.empty()) return value;
  std::memcpy(&value, key.data(), std::min(key.size(), sizeof value));
  return __builtin_bswap64(value);
}

}  // namespace broadsheet::indexer::segment
