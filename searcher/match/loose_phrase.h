// Phrases with slop, "oil price"~3: all their words in any order, with a few
// others among them. An occurrence is a shortest run of words that holds them
// all, one word of the run for each of the phrase. In a shortest run, every
// word that may be one of the phrase takes part in some way to assign them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace broadsheet::searcher::match {

/// A word of a sentence that may be some of the phrase's.
struct LooseWord {
  std::size_t index = 0;     ///< Ordinal in the sentence.
  std::uint32_t may_be = 0;  ///< A bit for each word of the phrase.
};

/// A half-open range of such words.
struct LooseRun {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The shortest runs of `words`, which are in order, that hold all `count`
/// words of a phrase (at most 32), take at most `longest` words of the
/// sentence, and lie within one of its stretches of `stretch` words.
[[nodiscard]] std::vector<LooseRun> shortest_runs(
    const std::vector<LooseWord>& words, std::size_t count, std::size_t longest,
    std::size_t stretch);

}  // namespace broadsheet::searcher::match
