// A tag of the synonym table: what a term stands for. The key is the term.
//
//   for each synonym, in ascending order: byte length XOR 60, the synonym
//
// The XOR makes most lengths small letters, which deflate better.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace broadsheet::glass {

inline constexpr std::size_t kMaxSynonymBytes = 255;

/// Mixed into each length.
inline constexpr unsigned char kSynonymLengthMask = 0x60;

/// The bytes of a synonym, from the byte before it.
[[nodiscard]] constexpr std::size_t synonym_bytes(char length) {
  return static_cast<unsigned char>(static_cast<unsigned char>(length) ^
                                    kSynonymLengthMask);
}

/// Appends `synonym`, not empty, at most kMaxSynonymBytes, to `tag`.
inline void append_synonym(std::string& tag, std::string_view synonym) {
  tag += static_cast<char>(static_cast<unsigned char>(synonym.size()) ^
                           kSynonymLengthMask);
  tag += synonym;
}

}  // namespace broadsheet::glass
