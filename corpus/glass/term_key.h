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

namespace broadsheet::glass {

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

/// The inverse of term_key.
[[nodiscard]] inline std::string term_of(std::string_view key) {
  std::string term(key);
  for (std::size_t nul = term.find('\0');
       nul != std::string::npos && nul + 1 < term.size();
       nul = term.find('\0', nul + 1)) {
    term.erase(nul + 1, 1);
  }
  return term;
}

/// Where the term of a key ends: its length if nothing follows, else the place
/// of the NUL.
[[nodiscard]] inline std::size_t end_of_term(std::string_view key) {
  for (std::size_t nul = key.find('\0'); nul != std::string_view::npos;
       nul = key.find('\0', nul + 2)) {
    if (nul + 1 == key.size() || key[nul + 1] != '\xff') return nul;
  }
  return key.size();
}

}  // namespace broadsheet::glass
