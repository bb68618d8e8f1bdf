#include "indexer/byte_size.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace broadsheet::indexer {
namespace {

constexpr std::size_t kMost = std::size_t{1} << 60;

struct Unit {
  std::array<std::string_view, 4> names;
  unsigned shift;
};

constexpr std::array<Unit, 3> kUnits{{{{"K", "k", "KB", "KiB"}, 10},
                                      {{"M", "m", "MB", "MiB"}, 20},
                                      {{"G", "g", "GB", "GiB"}, 30}}};

/// The power of two that `name` stands for; nothing if it is no unit.
std::optional<unsigned> shift_of(std::string_view name) {
  if (name.empty()) return 0;
  for (const Unit& unit : kUnits) {
    if (std::ranges::find(unit.names, name) != unit.names.end()) {
      return unit.shift;
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::size_t> parse_byte_size(std::string_view text) {
  std::size_t number = 0;
  const char* const end = text.data() + text.size();
  const auto [rest, wrong] = std::from_chars(text.data(), end, number);
  if (wrong != std::errc()) return std::nullopt;
  const auto digits = static_cast<std::size_t>(rest - text.data());
  const std::optional<unsigned> shift = shift_of(text.substr(digits));
  if (!shift || number > kMost >> *shift) return std::nullopt;
  return number << *shift;
}

}  // namespace broadsheet::indexer
