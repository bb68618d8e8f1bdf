#include "indexer/overlap_print.h"

#include <algorithm>
#include <limits>

#include "indexer/same_story.h"

namespace broadsheet::indexer {
namespace {

constexpr double kDeviations = 2.5;
constexpr double kValues = 15;  // That a bucket may have.
constexpr std::uint32_t kEmpty = std::numeric_limits<std::uint32_t>::max();

// From the smallest hash of a bucket to 1 to 15, evenly spread.
std::uint8_t spread(std::uint32_t hash) {
  const std::uint64_t mixed = hash * 0x9E3779B1U;
  return static_cast<std::uint8_t>(1 + (mixed * 15 >> 32));
}

// What no print has in the upper or lower half of its bytes alone.
constexpr std::uint8_t kNothing = 0xFF;
constexpr std::uint8_t kLowBits = 0x0F;
constexpr std::uint8_t kHighBits = 0xF0;

// Whether so many buckets that agree, of `filled` that either article has and
// `both` that both have, are too few for kLeastOverlap.
constexpr bool are_too_few(unsigned agreeing, unsigned filled, unsigned both) {
  // Of `filled` buckets, each agrees with this probability: binomial.
  const double shared = kLeastOverlap * filled;
  const double by_chance = std::max(0.0, both - shared) / kValues;
  const double expected = shared + by_chance;
  if (agreeing >= expected) return false;
  const double variance = expected * (1 - expected / filled);
  const double short_by = expected - agreeing;
  return short_by * short_by > kDeviations * kDeviations * variance;
}

// Of articles one of which fills so many buckets, fewer that agree are too few,
// however many the other fills and both have: more of either ask for more.
constexpr auto kLeastAgreeing = [] {
  std::array<std::uint8_t, OverlapPrint::kBuckets + 1> least{};
  for (unsigned filled = 1; filled < least.size(); ++filled) {
    while (are_too_few(least[filled], filled, 0)) ++least[filled];
  }
  return least;
}();
static_assert(std::ranges::is_sorted(kLeastAgreeing));

// Whether the buckets that `value` and `pair` stand for agree, counted in
// bytes, as there are fewer than 256, so that the compiler takes many at a
// time.
template <std::size_t n>
unsigned count_equal(const std::array<std::uint8_t, n>& values,
                     const std::array<std::uint8_t, n>& pairs,
                     std::uint8_t bits) {
  static_assert(n < 256);
  std::uint8_t equal = 0;
  for (std::size_t i = 0; i < n; ++i) {
    const auto value = static_cast<std::uint8_t>(pairs[i] & bits);
    equal = static_cast<std::uint8_t>(equal + int{value == values[i]});
  }
  return equal;
}

template <std::size_t n>
unsigned count_lacking(const std::array<std::uint8_t, n>& values,
                       const std::array<std::uint8_t, n>& pairs,
                       std::uint8_t bits) {
  static_assert(n < 256);
  std::uint8_t lacking = 0;
  for (std::size_t i = 0; i < n; ++i) {
    const auto value = static_cast<std::uint8_t>(pairs[i] & bits);
    const bool lacks = (value == 0) | (values[i] == kNothing);
    lacking = static_cast<std::uint8_t>(lacking + int{lacks});
  }
  return lacking;
}

}  // namespace

OverlapPrint::OverlapPrint(std::span<const std::uint32_t> triples) {
  std::array<std::uint32_t, kBuckets> smallest;
  smallest.fill(kEmpty);
  for (const std::uint32_t triple : triples) {
    std::uint32_t& least = smallest[triple >> (32U - kBucketBits)];
    least = std::min(least, triple);
  }
  for (std::size_t i = 0; i < pairs_.size(); ++i) {
    const std::uint32_t low = smallest[i];
    const std::uint32_t high = smallest[i + pairs_.size()];
    if (low != kEmpty) pairs_[i] = spread(low);
    if (high != kEmpty) {
      pairs_[i] = static_cast<std::uint8_t>(pairs_[i] | spread(high) << 4);
    }
  }
  filled_ = static_cast<std::uint16_t>(
      kBuckets -
      static_cast<std::size_t>(std::ranges::count(smallest, kEmpty)));
}

OverlapProbe::OverlapProbe(const OverlapPrint& print) : filled_(print.filled_) {
  for (std::size_t i = 0; i < low_.size(); ++i) {
    const auto low = static_cast<std::uint8_t>(print.pairs_[i] & kLowBits);
    const auto high = static_cast<std::uint8_t>(print.pairs_[i] & kHighBits);
    low_[i] = low == 0 ? kNothing : low;
    high_[i] = high == 0 ? kNothing : high;
  }
}

bool OverlapProbe::may_overlap(const OverlapPrint& other) const {
  const unsigned agreeing = count_equal(low_, other.pairs_, kLowBits) +
                            count_equal(high_, other.pairs_, kHighBits);
  const unsigned most = std::max<unsigned>(filled_, other.filled_);
  if (agreeing < kLeastAgreeing[most]) return false;
  const auto buckets = static_cast<unsigned>(OverlapPrint::kBuckets);
  const unsigned both = buckets - count_lacking(low_, other.pairs_, kLowBits) -
                        count_lacking(high_, other.pairs_, kHighBits);
  return !are_too_few(agreeing, filled_ + other.filled_ - both, both);
}

}  // namespace broadsheet::indexer
