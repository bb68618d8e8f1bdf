#include "indexer/story_joiner.h"

#include <cstddef>

namespace broadsheet::indexer {
namespace {

// 512 KB.
constexpr std::size_t kMostPutOff = std::size_t{64} << 10;

// So many pairs ahead, wordings are asked for.
constexpr std::size_t kAsked = 32;

}  // namespace

StoryJoiner::StoryJoiner(StoryComparison& comparison, JoinedRows& joined)
    : comparison_(comparison), joined_(joined) {}

void StoryJoiner::add(std::uint32_t first, std::uint32_t second) {
  if (comparison_.are_kept(first, second)) {
    if (!comparison_.prints_may_overlap(first, second)) return;
    put_off_.emplace_back(first, second);
    if (put_off_.size() == kMostPutOff) finish();
    return;
  }
  // At once, as what it takes to tell comes of one analysis of the text.
  if (!joined_.are_joined(first, second) &&
      comparison_.prints_may_overlap(first, second) &&
      comparison_.fine_prints_may_overlap(first, second)) {
    join_if_one_story(first, second);
  }
}

void StoryJoiner::finish() {
  std::erase_if(put_off_, [this](const auto& pair) {
    return !comparison_.fine_prints_may_overlap(pair.first, pair.second);
  });
  for (std::size_t i = 0; i < put_off_.size(); ++i) {
    if (i + kAsked < put_off_.size()) {
      const auto& [first, second] = put_off_[i + kAsked];
      if (!joined_.are_joined(first, second)) {
        comparison_.will_compare(first, second);
      }
    }
    join_if_one_story(put_off_[i].first, put_off_[i].second);
  }
  put_off_.clear();
}

void StoryJoiner::join_if_one_story(std::uint32_t first, std::uint32_t second) {
  if (joined_.are_joined(first, second)) return;
  if (comparison_.is_one_story(first, second)) joined_.join(first, second);
}

}  // namespace broadsheet::indexer
