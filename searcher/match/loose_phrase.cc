#include "searcher/match/loose_phrase.h"

#include <optional>

namespace broadsheet::searcher::match {
namespace {

/// Assigns words to places of the phrase, one each, as long as it can.
class Assignment {
 public:
  Assignment(const std::vector<LooseWord>& words, std::size_t count)
      : words_(words), taken_by_(count) {}

  /// Adds the word `w`; others may move to another place for it.
  void add(std::size_t w) {
    std::uint32_t tried = 0;
    if (place(w, tried)) ++placed_;
  }

  [[nodiscard]] bool is_full() const { return placed_ == taken_by_.size(); }

 private:
  // As deep as there are places at most.
  bool place(std::size_t w, std::uint32_t& tried) {
    for (std::size_t p = 0; p < taken_by_.size(); ++p) {
      const std::uint32_t bit = std::uint32_t{1} << p;
      if ((words_[w].may_be & bit) == 0 || (tried & bit) != 0) continue;
      tried |= bit;
      if (!taken_by_[p] || place(*taken_by_[p], tried)) {
        taken_by_[p] = w;
        return true;
      }
    }
    return false;
  }

  const std::vector<LooseWord>& words_;
  std::vector<std::optional<std::size_t>> taken_by_;  ///< By place: the word.
  std::size_t placed_ = 0;
};

/// The end of the shortest run from `begin` on; nothing if there is none.
std::optional<std::size_t> run_end(const std::vector<LooseWord>& words,
                                   std::size_t begin, std::size_t count,
                                   std::size_t longest, std::size_t stretch) {
  Assignment assignment(words, count);
  for (std::size_t w = begin; w < words.size(); ++w) {
    if (words[w].index - words[begin].index >= longest ||
        words[w].index / stretch != words[begin].index / stretch) {
      break;
    }
    assignment.add(w);
    if (assignment.is_full()) return w + 1;
  }
  return std::nullopt;
}

}  // namespace

std::vector<LooseRun> shortest_runs(const std::vector<LooseWord>& words,
                                    std::size_t count, std::size_t longest,
                                    std::size_t stretch) {
  std::uint32_t all = 0;
  for (const LooseWord& word : words) all |= word.may_be;
  std::vector<LooseRun> runs;
  if (count == 0 || count > 32 || all != 0xFFFFFFFFU >> (32 - count)) {
    return runs;
  }
  for (std::size_t begin = 0; begin < words.size(); ++begin) {
    const auto end = run_end(words, begin, count, longest, stretch);
    if (!end) continue;
    // A run that ends where a later one does holds that one.
    if (!runs.empty() && runs.back().end == *end) runs.pop_back();
    runs.push_back({begin, *end});
  }
  return runs;
}

}  // namespace broadsheet::searcher::match
