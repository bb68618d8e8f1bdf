// Claims about sketches: how near they come to the truth, on random sets, and
// how often two articles agree in a band.
#include "corpus/schema/story_sketch.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

namespace broadsheet::schema {
namespace {

using Triples = std::vector<std::uint32_t>;

/// Two random sets of `size` that have the share `overlap` of all in common.
std::pair<Triples, Triples> random_pair(std::size_t size, double overlap,
                                        std::mt19937& random) {
  const auto both = static_cast<std::size_t>(
      std::lround(2 * static_cast<double>(size) * overlap / (1 + overlap)));
  std::pair<Triples, Triples> sets;
  for (std::size_t i = 0; i < size; ++i) {
    const auto triple = static_cast<std::uint32_t>(random());
    sets.first.push_back(triple);
    sets.second.push_back(i < both ? triple
                                   : static_cast<std::uint32_t>(random()));
  }
  return sets;
}

bool agree(const Sketch& first, const Sketch& second) {
  return likeness(first, second) > 0;
}

TEST_CASE("likeness is the overlap, on average") {
  std::mt19937 random(11);
  for (const double overlap : {0.0, 0.15, 0.4, 0.8, 1.0}) {
    CAPTURE(overlap);
    constexpr int kRounds = 1000;
    double sum = 0;
    int agreed = 0;
    for (int i = 0; i < kRounds; ++i) {
      const auto [first, second] = random_pair(150, overlap, random);
      sum += likeness(*sketch_of(first), *sketch_of(second));
      agreed += agree(*sketch_of(first), *sketch_of(second)) ? 1 : 0;
    }
    CHECK(sum / kRounds == doctest::Approx(overlap).epsilon(0.05).scale(1));
    // One row a band: 1 - (1 - overlap)^bands.
    CHECK(static_cast<double>(agreed) / kRounds ==
          doctest::Approx(1 - std::pow(1 - overlap, kSketchBands))
              .epsilon(0.05)
              .scale(1));
  }
}

TEST_CASE("order and repetition do not matter, and few triples do") {
  const Triples triples{7, 4000000000, 90, 123456789};
  Triples other{90, 7, 7, 123456789, 4000000000, 90};
  CHECK(sketch_of(triples) == sketch_of(other));
  CHECK_FALSE(sketch_of({}));
  CHECK(sketch_of(Triples{5}) != sketch_of(Triples{6}));
}

TEST_CASE("a sketch is read back as it was written, and nothing else") {
  const Sketch sketch = *sketch_of(Triples{1, 2000000000, 3, 4100000000});
  const std::string value = sketch_value(sketch);
  CHECK(value.size() == 27);
  CHECK(parse_sketch(value) == sketch);
  CHECK_FALSE(parse_sketch(""));
  CHECK_FALSE(parse_sketch(value + "x"));
  for (const std::uint32_t number : sketch) CHECK(number < 1U << kSketchBits);
}

}  // namespace
}  // namespace broadsheet::schema
