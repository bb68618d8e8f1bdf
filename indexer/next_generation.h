// The next generation: from the live segments, what the run replaced in them,
// and the segment it wrote, to the segments that are to be published. Published
// files are only read.
//
// A segment that loses few articles stays as it is; the manifest says which of
// them are removed, and no reader counts these. One that has lost many is
// copied without them. Segments are merged when one is not much larger than all
// that follow it, so that there are few of them and each article is copied a
// few times only: a search opens every segment, and a merge reads and writes
// all it takes.
//
//   articles in the segments        and a run that adds 100
//   50,000                          50,000 100
//   50,000 100                      50,000 200
//   50,000 900                      50,000 900 100
//   50,000 900 200                  50,000 900 300
//   50,000 900 300                  50,000 900 300 100
//   50,000 900 300 100              50,000 1,400
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/schema/published.h"
#include "indexer/catalog.h"
#include "indexer/pipeline.h"
#include "indexer/publish.h"

namespace broadsheet::indexer {

/// There are never more segments than these.
inline constexpr std::size_t kMostSegments = 8;

/// A segment is merged with those behind it if it has at most this many times
/// their articles.
inline constexpr std::uint64_t kMergedRatio = 2;

/// A segment is copied without its removed articles once they are more than
/// these, or once there are fewer than this many others for each of them. Till
/// then they cost room, a look at each article found, and what they weigh in
/// the statistics that ranking goes by.
inline constexpr std::uint64_t kMostRemoved = 10000;
inline constexpr std::uint64_t kRemovedRatio = 16;

/// What a run changes.
struct Changes {
  Built built;
  /// For each live segment, the docids that the run replaces.
  std::vector<std::vector<std::uint32_t>> replaced;
};

/// How many segments there may be.
enum class Layout : unsigned char {
  kFew,  ///< As the first lines of this file say.
  kOne,  ///< All are merged into one.
};

struct GenerationPlan {
  std::string directory;  ///< Of the index.
  std::string private_directory;
  Layout layout = Layout::kFew;
  bool in_parallel = true;  ///< Whether a second thread may be used.
};

/// The segments of the next generation, in order: what is left of the live
/// ones, then what the run wrote; what is removed of a live one is in its
/// entry, whether the run removed it or one before. New ones are built below
/// the plan's private directory. Files that are copied from are verified first.
/// Throws Error, with kind kInterrupted now and then.
[[nodiscard]] std::vector<NextSegment> next_generation(
    const GenerationPlan& plan, const std::vector<schema::Segment>& live,
    const Changes& changes);

/// Whether a segment with `removed` articles that are no longer counted, and
/// `articles` others, may stay.
[[nodiscard]] bool stays_as_it_is(std::uint64_t articles,
                                  std::uint64_t removed);

/// How many of the last segments, which have `articles`, are to be merged; 0 or
/// 1: none.
[[nodiscard]] std::size_t merged_at_end(
    const std::vector<std::uint64_t>& articles);

}  // namespace broadsheet::indexer
