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

/// How many buckets of two prints are alike.
struct Agreement {
  double equal = 0;   // The empty ones too.
  double filled = 0;  // By either.
  double both = 0;    // By both.
};

// Of those half bytes that `mask` leaves. Counted in bytes, as there are fewer
// than 256, so that the compiler takes many at a time.
template <std::size_t n>
Agreement agreement(const std::array<std::uint8_t, n>& first,
                    const std::array<std::uint8_t, n>& second,
                    std::uint8_t mask) {
  static_assert(n < 256);
  std::uint8_t equal = 0;
  std::uint8_t empty = 0;
  std::uint8_t lacking = 0;  // In one or both.
  for (std::size_t i = 0; i < n; ++i) {
    const auto a = static_cast<std::uint8_t>(first[i] & mask);
    const auto b = static_cast<std::uint8_t>(second[i] & mask);
    equal = static_cast<std::uint8_t>(equal + int{a == b});
    empty = static_cast<std::uint8_t>(empty + int{(a | b) == 0});
    lacking = static_cast<std::uint8_t>(lacking + int{std::min(a, b) == 0});
  }
  const auto all = static_cast<double>(n);
  return {static_cast<double>(equal), all - empty, all - lacking};
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
}

bool OverlapPrint::may_overlap(const OverlapPrint& other) const {
  const Agreement low = agreement(pairs_, other.pairs_, 0x0F);
  const Agreement high = agreement(pairs_, other.pairs_, 0xF0);
  const double filled = low.filled + high.filled;
  const double empty = static_cast<double>(kBuckets) - filled;
  const double agreeing = low.equal + high.equal - empty;
  // Of `filled` buckets, each agrees with this probability: binomial.
  const double shared = kLeastOverlap * filled;
  const double by_chance =
      std::max(0.0, low.both + high.both - shared) / kValues;
  const double expected = shared + by_chance;
  if (agreeing >= expected) return true;
  const double variance = expected * (1 - expected / filled);
  const double short_by = expected - agreeing;
  return short_by * short_by <= kDeviations * kDeviations * variance;
}

}  // namespace broadsheet::indexer
