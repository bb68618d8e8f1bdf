// Finding stories: which articles of the next generation tell the same one.
//
// Two articles are of one story if they tell it in much the same words
// (same_story.h), or if others lie between them that do, each the next. That
// depends only on which articles there are, not on when they came in: an update
// gives the stories that a fresh build gives. So it goes on from the live
// generation's:
//
//   - Articles of a live story stay together if all of them are still there and
//     unchanged.
//   - All others of a live story, and those that the run indexed, are open:
//     they are compared with whatever their sketches agree with.
//
// Sketches lie in the segments; wordings of what the run indexed are kept, and
// others are read from the stored articles: few, as only what agrees with an
// open article is looked at.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "corpus/schema/story_table.h"
#include "indexer/interruption.h"
#include "indexer/publish.h"
#include "indexer/wordings.h"

namespace broadsheet::indexer {

/// How they are looked for.
struct StorySearch {
  unsigned threads = 1;  ///< At least 1.
  /// Called now and then, by all threads; ends the search by throwing.
  std::function<void()> go_on = stop_if_interrupted;
};

struct StoryPlan {
  std::string directory;         ///< Of the index.
  std::string default_language;  ///< As the articles were analysed.
  std::string dictionary;        ///< Of stored articles; may be "".
  StorySearch search;
};

/// The stories of the articles in `segments`, given those of the live
/// generation and the wordings of what the run indexed, closed. Stories are in
/// the order of their first article; within one, the earliest article leads,
/// then the longest. Throws Error.
[[nodiscard]] std::vector<schema::Story> find_stories(
    const StoryPlan& plan, const std::vector<NextSegment>& segments,
    const schema::StoryTable& live, const Wordings& wordings);

/// The same of the articles that the run indexed, where there are no others and
/// they are the one segment of the next generation, which need not be written.
[[nodiscard]] std::vector<schema::Story> find_first_stories(
    const StorySearch& search, const Wordings& wordings);

}  // namespace broadsheet::indexer
