#include "indexer/figures.h"

#include <fmt/format.h>

#include <algorithm>

namespace broadsheet::indexer {

std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t i = digits.size(); i > 3; i -= 3) {
    digits.insert(i - 3, 1, ',');
  }
  return digits;
}

std::string megabytes(std::uint64_t bytes) {
  if (bytes == 0) return "0.0";
  return fmt::format("{:.1f}", std::max(static_cast<double>(bytes) / 1e6, 0.1));
}

std::string with_unit(std::uint64_t bytes) {
  if (bytes < 1000) return fmt::format("{} bytes", bytes);
  const auto thousands = static_cast<double>(bytes) / 1e3;
  // 999,950 would be rounded up to 1000.0 KB.
  if (bytes < 999'950) return fmt::format("{:.1f} KB", thousands);
  return fmt::format("{:.1f} MB", thousands / 1e3);
}

}  // namespace broadsheet::indexer
