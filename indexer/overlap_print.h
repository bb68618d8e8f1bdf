// A quick no: whether two articles can have enough in common to be compared.
// Most that agree in a band of their sketches share one sentence and nothing
// else, and a sketch is too coarse to tell. A print is finer: the triples'
// hashes fall into 256 buckets, and of the smallest of each bucket four bits
// are kept (one permutation hashing, as in corpus/schema/story_sketch.h, with
// b-bit minwise hashing: Li, König, 2010). Of the buckets that either article
// has, the share in which both agree is the share of triples that they have in
// common, and a fifteenth of the others that both have. Of the same bytes, 128
// buckets of eight bits, or 512 of two, tell less. A fine print has 512
// buckets: it takes twice the room and lets through a tenth.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace broadsheet::indexer {

template <unsigned bucket_bits>
class BasicOverlapProbe;

/// A print of 2^bucket_bits buckets: half as many bytes, and two.
template <unsigned bucket_bits>
class BasicOverlapPrint {
 public:
  /// Of an article without triples.
  BasicOverlapPrint() = default;

  /// Of the article with these triples (Wording), in any order and repeated or
  /// not.
  explicit BasicOverlapPrint(std::span<const std::uint32_t> triples);

  friend bool operator==(const BasicOverlapPrint&,
                         const BasicOverlapPrint&) = default;

  static constexpr std::size_t kBuckets = std::size_t{1} << bucket_bits;

 private:
  friend class BasicOverlapProbe<bucket_bits>;
  friend struct OverlapPrints;

  // Of each bucket the smallest hash, or kEmpty.
  using Smallest = std::array<std::uint32_t, kBuckets>;
  explicit BasicOverlapPrint(const Smallest& smallest);

  // Two buckets in each: the second half of them in the upper bits. 0 where no
  // triple fell.
  std::array<std::uint8_t, kBuckets / 2> pairs_{};
  std::uint16_t filled_ = 0;  // Buckets into which one fell.
};

/// A print made ready to be compared with many.
template <unsigned bucket_bits>
class BasicOverlapProbe {
 public:
  using Print = BasicOverlapPrint<bucket_bits>;

  explicit BasicOverlapProbe(const Print& print);

  /// Whether the articles may share kLeastOverlap of their triples: false says
  /// that they share less, but for one pair in 160 that share just so much.
  /// Says the same either way round.
  [[nodiscard]] bool may_overlap(const Print& other) const;

 private:
  using Half = std::array<std::uint8_t, Print::kBuckets / 2>;

  // Of either half of the buckets: the value in its bits of a pair, and what no
  // print has where no triple fell.
  Half low_;
  Half high_;
  unsigned filled_;
};

/// 130 bytes: kept of every article.
using OverlapPrint = BasicOverlapPrint<8>;
using OverlapProbe = BasicOverlapProbe<8>;

/// 258 bytes: for those whose prints say maybe.
using FineOverlapPrint = BasicOverlapPrint<9>;
using FineOverlapProbe = BasicOverlapProbe<9>;

/// Both of one article, made at one go.
struct OverlapPrints {
  explicit OverlapPrints(std::span<const std::uint32_t> triples);

  OverlapPrint print;
  FineOverlapPrint fine;
};

extern template class BasicOverlapPrint<8>;
extern template class BasicOverlapProbe<8>;
extern template class BasicOverlapPrint<9>;
extern template class BasicOverlapProbe<9>;

}  // namespace broadsheet::indexer
