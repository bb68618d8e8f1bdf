#include "corpus/schema/story_sketch.h"

#include <algorithm>
#include <limits>

namespace broadsheet::schema {
namespace {

constexpr std::size_t kValueBytes = kSketchBands * kSketchBits / 8;
static_assert(kSketchBands * kSketchBits % 8 == 0);
constexpr std::uint32_t kEmpty = std::numeric_limits<std::uint32_t>::max();
constexpr std::uint32_t kMask = (1U << kSketchBits) - 1;

// From the smallest hash of a band to bits that are evenly spread: small
// ones alone would agree by chance.
std::uint32_t spread(std::uint32_t hash) {
  const std::uint64_t mixed = std::uint64_t{hash} * 0x9E3779B97F4A7C15;
  return static_cast<std::uint32_t>(mixed >> (64 - kSketchBits));
}

}  // namespace

std::optional<Sketch> sketch_of(std::span<const std::uint32_t> triples) {
  if (triples.empty()) return std::nullopt;
  Sketch smallest;
  smallest.fill(kEmpty);
  for (const std::uint32_t hash : triples) {
    const auto band =
        static_cast<std::size_t>(std::uint64_t{hash} * kSketchBands >> 32);
    smallest[band] = std::min(smallest[band], hash);
  }
  Sketch sketch{};
  for (std::size_t band = 0; band < kSketchBands; ++band) {
    std::size_t from = band;
    while (smallest[from] == kEmpty) from = (from + 1) % kSketchBands;
    sketch[band] = spread(smallest[from]);
  }
  return sketch;
}

double likeness(const Sketch& first, const Sketch& second) {
  std::size_t equal = 0;
  for (std::size_t band = 0; band < kSketchBands; ++band) {
    if (first[band] == second[band]) ++equal;
  }
  return static_cast<double>(equal) / kSketchBands;
}

std::string sketch_value(const Sketch& sketch) {
  std::string value;
  std::uint64_t bits = 0;  // The lowest `waiting` of them.
  unsigned waiting = 0;
  for (const std::uint32_t number : sketch) {
    bits = bits << kSketchBits | number;
    for (waiting += kSketchBits; waiting >= 8; waiting -= 8) {
      value += static_cast<char>(bits >> (waiting - 8) & 0xFF);
    }
  }
  return value;
}

std::optional<Sketch> parse_sketch(std::string_view value) {
  if (value.size() != kValueBytes) return std::nullopt;
  Sketch sketch{};
  std::uint64_t bits = 0;
  unsigned waiting = 0;
  auto byte = value.begin();
  for (std::uint32_t& number : sketch) {
    for (; waiting < kSketchBits; waiting += 8) {
      bits = bits << 8 | static_cast<unsigned char>(*byte++);
    }
    waiting -= kSketchBits;
    number = static_cast<std::uint32_t>(bits >> waiting) & kMask;
  }
  return sketch;
}

}  // namespace broadsheet::schema
