#include "indexer/next_generation.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "indexer/interruption.h"
#include "indexer/segment/merge.h"
#include "indexer/segment/removal.h"
#include "indexer/segment/segment_merger.h"
#include "indexer/verify.h"

namespace broadsheet::indexer {
namespace {

bool keep_going() { return !interrupted(); }

// The chunks without what came again, and without those that are empty then.
std::vector<std::string> final_chunks(const Built& built) {
  std::vector<std::vector<std::uint32_t>> superseded(built.chunks.size());
  for (const ChunkPlace& place : built.superseded) {
    superseded[place.chunk].push_back(place.docid);
  }
  std::vector<std::string> paths;
  for (std::size_t i = 0; i < superseded.size(); ++i) {
    stop_if_interrupted();
    const BuiltChunk& chunk = built.chunks[i];
    if (superseded[i].size() == chunk.articles) continue;
    segment::remove_articles(chunk.path, superseded[i]);
    paths.push_back(chunk.path);
  }
  return paths;
}

// What the run wrote, as one segment; its path is "" if that is nothing.
NextSegment added_segment(const Built& built,
                          const std::string& private_directory) {
  NextSegment added;
  const std::vector<std::string> chunks = final_chunks(built);
  if (chunks.empty()) return added;
  if (built.complete) {
    added.built_at = chunks.front();
    added.written = built.chunks.front().files;
    return added;
  }
  added.built_at = private_directory + "/new";
  segment::merge_segments(chunks, added.built_at, keep_going);
  return added;
}

/// A segment of the next generation before it is made.
struct Part {
  NextSegment segment;
  std::uint64_t articles = 0;  // Those that are left.
};

class Generation {
 public:
  Generation(const GenerationPlan& plan,
             const std::vector<schema::Segment>& live, const Changes& changes)
      : plan_(plan) {
    for (std::size_t i = 0; i < live.size(); ++i) {
      std::vector<std::uint32_t> replaced;
      if (!changes.replaced.empty()) replaced = changes.replaced[i];
      const std::uint64_t left = live[i].articles - replaced.size();
      if (left == 0) continue;
      NextSegment next{live[i]};
      std::vector<std::uint32_t>& removed = next.published.removed;
      removed.insert(removed.end(), replaced.begin(), replaced.end());
      std::sort(removed.begin(), removed.end());
      parts_.push_back({std::move(next), left});
    }
    NextSegment added = added_segment(changes.built, plan.private_directory);
    if (added.built_at.empty()) return;
    std::uint64_t articles = 0;
    for (const BuiltChunk& chunk : changes.built.chunks) {
      articles += chunk.articles;
    }
    parts_.push_back({std::move(added), articles});
  }

  std::vector<NextSegment> make() {
    const std::size_t merged = merged_count();
    const std::size_t kept = parts_.size() - merged;
    std::vector<NextSegment> next;
    for (std::size_t i = 0; i < kept; ++i) {
      const Part& part = parts_[i];
      const bool stays =
          stays_as_it_is(part.articles, part.segment.published.removed.size());
      next.push_back(stays ? part.segment : rewritten(i, i + 1));
    }
    if (merged > 0) next.push_back(rewritten(kept, parts_.size()));
    return next;
  }

 private:
  [[nodiscard]] std::size_t merged_count() const {
    if (plan_.layout == Layout::kOne) return parts_.size();
    std::vector<std::uint64_t> articles;
    for (const Part& part : parts_) articles.push_back(part.articles);
    const std::size_t merged = merged_at_end(articles);
    return merged > 1 ? merged : 0;
  }

  // The parts [begin, end) as one segment.
  [[nodiscard]] NextSegment rewritten(std::size_t begin,
                                      std::size_t end) const {
    std::vector<segment::MergeSource> sources;
    for (std::size_t i = begin; i < end; ++i) {
      const NextSegment& from = parts_[i].segment;
      if (from.built_at.empty()) verify(plan_.directory, from.published);
      sources.push_back({from.built_at.empty()
                             ? plan_.directory + "/" + from.published.name
                             : from.built_at,
                         segment::RemovedArticles(from.published.removed)});
    }
    NextSegment next;
    next.built_at = fmt::format("{}/merged-{}", plan_.private_directory, begin);
    next.written = segment::merge_tables(
        sources, next.built_at,
        {.in_parallel = plan_.in_parallel, .go_on = stop_if_interrupted});
    return next;
  }

  const GenerationPlan& plan_;
  std::vector<Part> parts_;
};

}  // namespace

std::vector<NextSegment> next_generation(
    const GenerationPlan& plan, const std::vector<schema::Segment>& live,
    const Changes& changes) {
  return Generation(plan, live, changes).make();
}

bool stays_as_it_is(std::uint64_t articles, std::uint64_t removed) {
  return removed <= kMostRemoved && removed * kRemovedRatio <= articles;
}

std::size_t merged_at_end(const std::vector<std::uint64_t>& articles) {
  if (articles.empty()) return 0;
  std::size_t begin = articles.size() - 1;
  std::uint64_t behind = articles[begin];
  // One more that is small enough may bring in the next.
  while (begin > 0 && (begin >= kMostSegments ||
                       articles[begin - 1] <= kMergedRatio * behind)) {
    --begin;
    behind += articles[begin];
  }
  return articles.size() - begin;
}

}  // namespace broadsheet::indexer
