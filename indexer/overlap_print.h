// A quick no: whether two articles can have enough in common to be compared.
// Most that agree in a band of their sketches share one sentence and nothing
// else, and a sketch is too coarse to tell. A print is finer: the triples'
// hashes fall into 256 buckets, and of the smallest of each bucket four bits
// are kept (one permutation hashing, as in corpus/schema/story_sketch.h, with
// b-bit minwise hashing: Li, König, 2010). Of the buckets that either article
// has, the share in which both agree is the share of triples that they have in
// common, and a fifteenth of the others that both have. Of the same bytes, 128
// buckets of eight bits, or 512 of two, tell less.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace broadsheet::indexer {

class OverlapPrint {
 public:
  OverlapPrint() = default;

  /// Of the article with these triples (Wording), in any order and repeated or
  /// not.
  explicit OverlapPrint(std::span<const std::uint32_t> triples);

  friend bool operator==(const OverlapPrint&, const OverlapPrint&) = default;

  static constexpr unsigned kBucketBits = 8;
  static constexpr std::size_t kBuckets = std::size_t{1} << kBucketBits;

 private:
  friend class OverlapProbe;

  // Two buckets in each: the second half of them in the upper bits. 0 where no
  // triple fell.
  std::array<std::uint8_t, kBuckets / 2> pairs_{};
  std::uint16_t filled_ = 0;  // Buckets into which one fell.
};

/// A print made ready to be compared with many.
class OverlapProbe {
 public:
  explicit OverlapProbe(const OverlapPrint& print);

  /// Whether the articles may share kLeastOverlap of their triples: false says
  /// that they share less, but for one pair in 160 that share just so much.
  /// Says the same either way round.
  [[nodiscard]] bool may_overlap(const OverlapPrint& other) const;

 private:
  using Half = std::array<std::uint8_t, OverlapPrint::kBuckets / 2>;

  // Of either half of the buckets: the value in its bits of a pair, and what no
  // print has where no triple fell.
  Half low_;
  Half high_;
  unsigned filled_;
};

}  // namespace broadsheet::indexer
