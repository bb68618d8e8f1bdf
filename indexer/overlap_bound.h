// A quick no: how much of two articles can be the same at most. Most articles
// that agree in a band have next to nothing else in common, and to know that,
// nothing need be sorted: the triples of one are bits of a small filter, in
// which those of the other are looked up.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <span>

namespace broadsheet::indexer {

/// The triples of one article (Wording), in any order and repeated or not.
class TripleFilter {
 public:
  /// Holds these triples from now on.
  void hold(std::span<const std::uint32_t> triples) {
    bits_.reset();
    for (const std::uint32_t triple : triples) bits_.set(bit(triple));
  }

  /// How many different triples are held at least.
  [[nodiscard]] std::size_t distinct() const { return bits_.count(); }

  /// How many different ones of `triples` are among those held at most.
  [[nodiscard]] std::size_t common(
      std::span<const std::uint32_t> triples) const {
    std::size_t count = 0;
    for (const std::uint32_t triple : triples) {
      count += static_cast<std::size_t>(bits_[bit(triple)]);
    }
    return count;
  }

 private:
  // 2 KB: a long article fills a twentieth of it, and it stays in the cache.
  static constexpr unsigned kBits = 14;

  static std::size_t bit(std::uint32_t triple) {
    return triple >> (32U - kBits);
  }

  std::bitset<std::size_t{1} << kBits> bits_;
};

}  // namespace broadsheet::indexer
