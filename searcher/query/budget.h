// How large a query may be. Xapian has no limits of its own: 40,000 words take
// it 46 seconds, and groups nested 50,000 deep its stack.
#pragma once

#include <cstddef>

namespace broadsheet::searcher::query {

inline constexpr std::size_t kMaxQueryBytes = std::size_t{64} * 1024;
inline constexpr std::size_t kMaxQueryTerms = 1024;  ///< Places of phrases.
inline constexpr std::size_t kMostSlopWords = 32;    ///< Of "a b"~3.
inline constexpr std::size_t kMaxQueryConnectors = 64;
/// Words of the index that wildcards stand for.
inline constexpr std::size_t kMaxExpansions = 10'000;
inline constexpr std::size_t kMaxQueryDepth = 64;  ///< Nested parentheses.

}  // namespace broadsheet::searcher::query
