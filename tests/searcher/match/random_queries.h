// Random queries of all operators, of given words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace broadsheet::searcher::match {

using Random = std::mt19937_64;

/// Of BROADSHEET_TEST_SEED, or always the same.
[[nodiscard]] std::uint64_t seed();

[[nodiscard]] std::size_t below(Random& random, std::size_t limit);

[[nodiscard]] const std::string& one_of(const std::vector<std::string>& list,
                                        Random& random);

[[nodiscard]] std::string in_capitals(std::string text);

/// What a query asks for.
struct AskedWords {
  std::vector<std::string> words;
  std::vector<std::string> speakers;  ///< Mostly, behind said:.
};

/// A query of `asked`, with groups nested up to `depth`. Now and then it has an
/// error, such as a date beside w/5.
[[nodiscard]] std::string random_query(Random& random, const AskedWords& asked,
                                       std::size_t depth);

}  // namespace broadsheet::searcher::match
