// Sentence-aligned positions (architecture, contract 3): every sentence starts
// at a multiple of the stride, so that `position / stride` is its slot and two
// words stand in one slot exactly when their positions differ by less than half
// a stride. A sentence of more words goes on in the next slots. Slots count
// from 1: position 0 is never used.
#pragma once

#include <cstdint>

namespace broadsheet::schema {

inline constexpr std::uint32_t kStride = 512;
inline constexpr std::uint32_t kWordsPerSlot = kStride / 2;

/// How many slots a sentence of `words` words takes; at least one.
[[nodiscard]] constexpr std::uint32_t slots_of(std::uint32_t words) {
  return words == 0 ? 1 : (words + kWordsPerSlot - 1) / kWordsPerSlot;
}

/// The position of word `ordinal` (from 0) of the sentence whose first slot is
/// `first_slot`.
[[nodiscard]] constexpr std::uint32_t position_of(std::uint32_t first_slot,
                                                  std::uint32_t ordinal) {
  return (first_slot + ordinal / kWordsPerSlot) * kStride +
         ordinal % kWordsPerSlot;
}

[[nodiscard]] constexpr std::uint32_t slot_of(std::uint32_t position) {
  return position / kStride;
}

}  // namespace broadsheet::schema
