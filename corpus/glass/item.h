// An item of a leaf: an entry of a table, or a piece of one.
//
//   2 bytes  bytes of the item - 3; above them the flags
//   1        bytes of the key
//   …        key
//   2        component: number of the piece, from 1; not on the first piece
//   …        tag, or the piece of it
#pragma once

#include <cstddef>
#include <cstdint>

namespace broadsheet::glass {

inline constexpr std::size_t kSizeBytes = 2;
inline constexpr std::size_t kKeyLengthBytes = 1;
inline constexpr std::size_t kComponentBytes = 2;
inline constexpr std::size_t kNotInSize = 3;  ///< What an item's size omits.

inline constexpr std::uint32_t kDeflatedFlag = 0x8000;  ///< The whole tag is.
inline constexpr std::uint32_t kLastFlag = 0x4000;      ///< The last piece.
inline constexpr std::uint32_t kFirstFlag = 0x2000;     ///< The first piece.
inline constexpr std::uint32_t kAllFlags =
    kDeflatedFlag | kLastFlag | kFirstFlag;

}  // namespace broadsheet::glass
