// ASCII letters eight at a time: most words of most news are no longer, and
// each is looked at several times.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace broadsheet::text {

/// Eight bytes of text, the first of them lowest.
using EightBytes = std::uint64_t;
inline constexpr EightBytes kEachOfEight = 0x0101010101010101;

/// The eight bytes at `bytes`.
inline EightBytes eight_bytes(const char* bytes) {
  EightBytes eight = 0;
  std::memcpy(&eight, bytes, sizeof eight);
  if constexpr (std::endian::native == std::endian::big) {
    eight = __builtin_bswap64(eight);
  }
  return eight;
}

/// How many of them are ASCII letters before the first that is not.
inline std::size_t leading_letters(EightBytes eight) {
  // The sums of two numbers below 0x80 stay within their byte, and their
  // highest bit says whether the letter reaches the bound.
  const EightBytes small = (eight | kEachOfEight * 0x20) & kEachOfEight * 0x7F;
  const EightBytes from_a = small + kEachOfEight * (0x80 - 'a');
  const EightBytes past_z = small + kEachOfEight * (0x80 - 'z' - 1);
  const EightBytes others = ~(from_a & ~past_z & ~eight) & kEachOfEight * 0x80;
  return static_cast<std::size_t>(std::countr_zero(others)) / 8;
}

}  // namespace broadsheet::text
