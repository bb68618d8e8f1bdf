#include "corpus/schema/story_sketch.h"

#include <algorithm>
#include <limits>

namespace broadsheet::schema {
namespace {

constexpr std::size_t kBandBytes = 3;
constexpr std::uint32_t kEmpty = std::numeric_limits<std::uint32_t>::max();
constexpr std::uint32_t kMask = 0xFFFFFF;

// From the smallest hash of a band to 24 bits that are evenly spread: small
// ones alone would agree by chance.
std::uint32_t spread(std::uint32_t hash) {
  const std::uint64_t mixed = std::uint64_t{hash} * 0x9E3779B97F4A7C15;
  return static_cast<std::uint32_t>(mixed >> 40) & kMask;
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
  for (const std::uint32_t number : sketch) {
    for (const unsigned shift : {16U, 8U, 0U}) {
      value += static_cast<char>(number >> shift & 0xFF);
    }
  }
  return value;
}

std::optional<Sketch> parse_sketch(std::string_view value) {
  if (value.size() != kSketchBands * kBandBytes) return std::nullopt;
  Sketch sketch{};
  for (std::size_t i = 0; i < value.size(); ++i) {
    std::uint32_t& number = sketch[i / kBandBytes];
    number = number << 8 | static_cast<unsigned char>(value[i]);
  }
  return sketch;
}

}  // namespace broadsheet::schema
