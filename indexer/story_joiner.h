// Joins the pairs of articles that are of one story. Those whose prints let
// them be are put off until there are many: then the wordings that it takes to
// tell can be asked for ahead, and come from the disk while others are
// compared.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "indexer/joined_rows.h"
#include "indexer/story_comparison.h"

namespace broadsheet::indexer {

/// Not for two threads.
class StoryJoiner {
 public:
  /// Both outlive this.
  StoryJoiner(StoryComparison& comparison, JoinedRows& joined);

  /// Takes a pair of rows. Soonest done with one `second` after the other.
  /// Throws Error.
  void add(std::uint32_t first, std::uint32_t second);

  /// Is done with all that were added. Throws Error.
  void finish();

 private:
  void join_if_one_story(std::uint32_t first, std::uint32_t second);

  StoryComparison& comparison_;
  JoinedRows& joined_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> put_off_;
};

}  // namespace broadsheet::indexer
