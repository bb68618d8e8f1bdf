// Keys that begin with a term: a NUL in it is written 00 FF, so that a NUL
// followed by anything else ends it and keys sort as terms do.
//
//   postlist   term                 its first chunk
//              term 00 docid        the chunk that begins at docid
//   position   term 00 docid
//
// Keys that begin with a NUL and no FF are other things than terms.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet::indexer::segment::glass {

/// The longest term that stock Xapian takes, in bytes.
inline constexpr std::size_t kMaxTermBytes = 245;

/// The key of `term`, without an end.
[[nodiscard]] inline std::string term_key(std::string_view term) {
  std::string key(term);
  for (std::size_t nul = key.find('\0'); nul != std::string::npos;
       nul = key.find('\0', nul + 2)) {
    key.insert(nul + 1, 1, '\xff');
  }
  return key;
}

}  // namespace broadsheet::indexer::segment::glass
