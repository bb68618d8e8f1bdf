#include "corpus/glass/position_list.h"

#include <bit>

#include "corpus/glass/integers.h"

namespace broadsheet::glass {
namespace {

/// Writes codes one after the other, least significant bit first.
class BitWriter {
 public:
  explicit BitWriter(char* out) : out_(out) {}

  /// Adds `value`, one of `values` > value.
  void add(std::uint32_t value, std::uint32_t values) {
    auto bits = static_cast<unsigned>(std::bit_width(values - 1));
    const std::uint64_t spare = (std::uint64_t{1} << bits) - values;
    std::uint64_t code = value;
    if (spare > 0) {
      const std::uint64_t short_begin = (values - spare) / 2;
      const std::uint64_t short_end = short_begin + spare;
      if (value >= short_end) {
        code = (value - short_end) | std::uint64_t{1} << (bits - 1);
      } else if (value >= short_begin) {
        --bits;
      }
    }
    gathered_ |= code << count_;
    count_ += bits;
    while (count_ >= 8) {
      *out_++ = static_cast<char>(gathered_);
      gathered_ >>= 8;
      count_ -= 8;
    }
  }

  /// Adds those strictly between positions[first] and positions[last].
  void add_between(std::span<const std::uint32_t> positions, std::size_t first,
                   std::size_t last) {
    while (last - first > 1) {
      const std::size_t middle = first + (last - first) / 2;
      const auto inside = static_cast<std::uint32_t>(last - first - 1);
      const auto before = static_cast<std::uint32_t>(middle - first);
      add(positions[middle] - positions[first] - before,
          positions[last] - positions[first] - inside);
      add_between(positions, first, middle);
      first = middle;
    }
  }

  /// Fills the last byte with zeros and returns the byte after it.
  [[nodiscard]] char* finish() {
    if (count_ > 0) *out_++ = static_cast<char>(gathered_);
    return out_;
  }

 private:
  char* out_;
  std::uint64_t gathered_ = 0;  // Fewer than 8 bits between two codes.
  unsigned count_ = 0;
};

}  // namespace

char* put_positions(char* out, std::span<const std::uint32_t> positions) {
  const std::uint32_t first = positions.front();
  const std::uint32_t last = positions.back();
  out = put_varint(out, last);
  if (positions.size() == 1) return out;
  BitWriter writer(out);
  writer.add(first, last);
  writer.add(static_cast<std::uint32_t>(positions.size() - 2), last - first);
  writer.add_between(positions, 0, positions.size() - 1);
  return writer.finish();
}

}  // namespace broadsheet::glass
