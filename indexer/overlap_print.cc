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
template <std::size_t buckets>
constexpr auto kLeastAgreeing = [] {
  std::array<std::uint8_t, buckets + 1> least{};
  for (unsigned filled = 1; filled < least.size(); ++filled) {
    while (are_too_few(least[filled], filled, 0)) ++least[filled];
  }
  return least;
}();
static_assert(std::ranges::is_sorted(kLeastAgreeing<OverlapPrint::kBuckets>));
static_assert(
    std::ranges::is_sorted(kLeastAgreeing<FineOverlapPrint::kBuckets>));

// So many pairs are counted in a byte, so that the compiler takes many at a
// time.
constexpr std::size_t kCountedInByte = 128;

/// The smallest hash in each bucket; kEmpty where there is none.
template <unsigned bucket_bits>
std::array<std::uint32_t, (std::size_t{1} << bucket_bits)> smallest_of_buckets(
    std::span<const std::uint32_t> triples) {
  std::array<std::uint32_t, (std::size_t{1} << bucket_bits)> smallest;
  smallest.fill(kEmpty);
  for (const std::uint32_t triple : triples) {
    std::uint32_t& least = smallest[triple >> (32U - bucket_bits)];
    least = std::min(least, triple);
  }
  return smallest;
}

/// How many of `values` are `is_counted` with what `pairs` have in `bits`.
template <std::size_t n, typename Predicate>
unsigned count(const std::array<std::uint8_t, n>& values,
               const std::array<std::uint8_t, n>& pairs, std::uint8_t bits,
               Predicate is_counted) {
  static_assert(n % kCountedInByte == 0);
  unsigned all = 0;
  for (std::size_t begin = 0; begin < n; begin += kCountedInByte) {
    std::uint8_t counted = 0;
    for (std::size_t i = begin; i < begin + kCountedInByte; ++i) {
      const auto value = static_cast<std::uint8_t>(pairs[i] & bits);
      counted = static_cast<std::uint8_t>(counted +
                                          int{is_counted(values[i], value)});
    }
    all += counted;
  }
  return all;
}

}  // namespace

template <unsigned bucket_bits>
BasicOverlapPrint<bucket_bits>::BasicOverlapPrint(
    std::span<const std::uint32_t> triples)
    : BasicOverlapPrint(smallest_of_buckets<bucket_bits>(triples)) {}

template <unsigned bucket_bits>
BasicOverlapPrint<bucket_bits>::BasicOverlapPrint(const Smallest& smallest) {
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

OverlapPrints::OverlapPrints(std::span<const std::uint32_t> triples) {
  const FineOverlapPrint::Smallest of_fine = smallest_of_buckets<9>(triples);
  fine = FineOverlapPrint(of_fine);
  OverlapPrint::Smallest smallest;
  for (std::size_t i = 0; i < smallest.size(); ++i) {
    smallest[i] = std::min(of_fine[2 * i], of_fine[2 * i + 1]);
  }
  print = OverlapPrint(smallest);
}

template <unsigned bucket_bits>
BasicOverlapProbe<bucket_bits>::BasicOverlapProbe(const Print& print)
    : filled_(print.filled_) {
  for (std::size_t i = 0; i < low_.size(); ++i) {
    const auto low = static_cast<std::uint8_t>(print.pairs_[i] & kLowBits);
    const auto high = static_cast<std::uint8_t>(print.pairs_[i] & kHighBits);
    low_[i] = low == 0 ? kNothing : low;
    high_[i] = high == 0 ? kNothing : high;
  }
}

template <unsigned bucket_bits>
bool BasicOverlapProbe<bucket_bits>::may_overlap(const Print& other) const {
  const auto count_pairs = [&](auto is_counted) {
    return count(low_, other.pairs_, kLowBits, is_counted) +
           count(high_, other.pairs_, kHighBits, is_counted);
  };
  const unsigned agreeing = count_pairs(
      [](std::uint8_t own, std::uint8_t value) { return own == value; });
  const unsigned most = std::max<unsigned>(filled_, other.filled_);
  if (agreeing < kLeastAgreeing<Print::kBuckets>[most]) return false;
  const unsigned lacking =
      count_pairs([](std::uint8_t own, std::uint8_t value) {
        return (own == kNothing) | (value == 0);
      });
  const unsigned both = static_cast<unsigned>(Print::kBuckets) - lacking;
  return !are_too_few(agreeing, filled_ + other.filled_ - both, both);
}

template class BasicOverlapPrint<8>;
template class BasicOverlapProbe<8>;
template class BasicOverlapPrint<9>;
template class BasicOverlapProbe<9>;

}  // namespace broadsheet::indexer
