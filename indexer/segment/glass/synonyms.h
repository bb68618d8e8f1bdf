// A tag of the synonym table: what a term stands for. The key is the term.
//
//   for each synonym, in ascending order: byte length XOR 60, the synonym
//
// The XOR makes most lengths small letters, which deflate better.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet::indexer::segment::glass {

inline constexpr std::size_t kMaxSynonymBytes = 255;

/// Appends `synonym`, not empty, at most kMaxSynonymBytes, to `tag`.
inline void append_synonym(std::string& tag, std::string_view synonym) {
  constexpr unsigned char kLengthMask = 0x60;
  tag += static_cast<char>(static_cast<unsigned char>(synonym.size()) ^
                           kLengthMask);
  tag += synonym;
}

}  // namespace broadsheet::indexer::segment::glass
