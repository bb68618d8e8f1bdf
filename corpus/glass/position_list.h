// The positions of a term in an article, as a tag of the position table. The
// key is term_key(term) + NUL + docid.
//
//   varint  last position
//
// and, if there are more, a stream of bits, least significant first: the first
// position of `last` values, the count - 2 of `last - first` values, then those
// between by interpolative coding: the middle one of what its neighbours leave
// possible, then the left half, then the right half. (Moffat and Stuiver,
// "Binary interpolative coding for effective index compression", 2000.)
//
// One of n values takes b = ceil(log2 n) bits, or one less for the 2^b - n
// values in the middle of the range, which are the likely ones:
//
//   n = 11:  0 0000   1 0001   2 0010   3 011   4 100   5 101   6 110   7 111
//            8 1000   9 1001  10 1010
//
// A long code's lower b - 1 bits are those of its place among the long ones, so
// a reader tells it from a short one by them and then takes the last bit.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace broadsheet::glass {

/// The most bytes that `count` positions take.
[[nodiscard]] constexpr std::size_t max_position_bytes(std::size_t count) {
  // No code is longer than 32 bits; the last position is a varint of five.
  return 4 * count + 16;
}

/// Writes `positions`, at least one, strictly ascending, at `out`, where
/// max_position_bytes(positions.size()) must be free. Returns the byte after.
[[nodiscard]] char* put_positions(char* out,
                                  std::span<const std::uint32_t> positions);

}  // namespace broadsheet::glass
