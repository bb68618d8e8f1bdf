#include "indexer/overlap_print.h"

#include <algorithm>
#include <limits>

#include "indexer/same_story.h"

namespace broadsheet::indexer {
namespace {

constexpr double kDeviations = 2.5;
constexpr std::uint32_t kEmpty = std::numeric_limits<std::uint32_t>::max();

// From the smallest hash of a bucket to 1 to 255, evenly spread.
std::uint8_t spread(std::uint32_t hash) {
  const std::uint32_t mixed = hash * 0x9E3779B1U;
  return static_cast<std::uint8_t>(std::max(1U, mixed >> 24));
}

}  // namespace

OverlapPrint::OverlapPrint(std::span<const std::uint32_t> triples) {
  std::array<std::uint32_t, std::size_t{1} << kBucketBits> smallest;
  smallest.fill(kEmpty);
  for (const std::uint32_t triple : triples) {
    std::uint32_t& least = smallest[triple >> (32U - kBucketBits)];
    least = std::min(least, triple);
  }
  for (std::size_t i = 0; i < smallest.size(); ++i) {
    if (smallest[i] != kEmpty) buckets_[i] = spread(smallest[i]);
  }
}

bool OverlapPrint::may_overlap(const OverlapPrint& other) const {
  // Bytes, so that the compiler takes many buckets at a time.
  std::uint8_t equal = 0;
  std::uint8_t empty = 0;
  for (std::size_t i = 0; i < buckets_.size(); ++i) {
    equal += static_cast<std::uint8_t>(buckets_[i] == other.buckets_[i]);
    empty += static_cast<std::uint8_t>((buckets_[i] | other.buckets_[i]) == 0);
  }
  const double agreeing = equal - empty;
  const auto filled = static_cast<double>(buckets_.size() - empty);
  // Of `filled` buckets, each agrees with this probability: binomial.
  const double expected = kLeastOverlap * filled;
  if (agreeing >= expected) return true;
  const double variance = expected * (1 - kLeastOverlap);
  const double short_by = expected - agreeing;
  return short_by * short_by <= kDeviations * kDeviations * variance;
}

}  // namespace broadsheet::indexer
