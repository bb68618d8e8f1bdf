// Sizes as people type them: 512M, 2G.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace broadsheet::indexer {

/// `text` in bytes: a whole number, and K, M or G for powers of 1,024 (also k,
/// KB, KiB and so on), without a blank. Nothing if it is anything else, or more
/// than an exbibyte (2^60).
[[nodiscard]] std::optional<std::size_t> parse_byte_size(std::string_view text);

}  // namespace broadsheet::indexer
