// Figures as people read them.
#pragma once

#include <cstdint>
#include <string>

namespace broadsheet::indexer {

/// 1234567 as "1,234,567".
[[nodiscard]] std::string grouped(std::uint64_t number);

/// Millions of bytes with one decimal: 28014622 as "28.0"; what is more than
/// nothing is at least "0.1".
[[nodiscard]] std::string megabytes(std::uint64_t bytes);

/// Bytes in the unit that suits them: "131 bytes", "50.7 KB", "29.3 MB".
[[nodiscard]] std::string with_unit(std::uint64_t bytes);

}  // namespace broadsheet::indexer
