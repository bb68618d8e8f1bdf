#include "indexer/next_generation.h"

#include <algorithm>

#include "indexer/interruption.h"
#include "indexer/segment/merge.h"
#include "indexer/segment/removal.h"

namespace broadsheet::indexer {
namespace {

// A copy with holes is packed again once they are this part of its articles:
// packing costs several times as much as copying.
constexpr std::uint64_t kWorthPacking = 8;

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

// What is left of the live `segment` without `replaced`.
NextSegment thinned(const std::string& directory,
                    const schema::Segment& segment,
                    const std::vector<std::uint32_t>& replaced,
                    const std::string& private_directory) {
  NextSegment next;
  next.built_at = private_directory + "/copy-of-" + segment.name;
  segment::copy_segment(directory + "/" + segment.name, next.built_at);
  segment::remove_articles(next.built_at, replaced);
  if (replaced.size() * kWorthPacking >= segment.articles) {
    const std::string packed = next.built_at + "-packed";
    segment::merge_segments({next.built_at}, packed, true, keep_going);
    next.built_at = packed;
  }
  return next;
}

}  // namespace

std::vector<NextSegment> next_generation(
    const std::string& directory, const std::vector<schema::Segment>& live,
    const Changes& changes, const std::string& private_directory) {
  std::vector<NextSegment> next;
  for (std::size_t i = 0; i < live.size(); ++i) {
    stop_if_interrupted();
    const std::vector<std::uint32_t>& replaced = changes.replaced[i];
    if (replaced.empty()) {
      next.push_back({live[i], {}});
    } else if (replaced.size() < live[i].articles) {
      next.push_back(thinned(directory, live[i], replaced, private_directory));
    }
  }

  const std::vector<std::string> chunks = final_chunks(changes.built);
  const bool merge_all = next.size() + (chunks.empty() ? 0 : 1) > kMostSegments;
  if (!chunks.empty()) {
    NextSegment added;
    if (changes.built.complete) {
      added.built_at = chunks.front();
    } else {
      added.built_at = private_directory + "/new";
      segment::merge_segments(chunks, added.built_at, true, keep_going);
    }
    next.push_back(added);
  }
  if (!merge_all) return next;

  std::vector<std::string> sources;
  for (const NextSegment& segment : next) {
    sources.push_back(segment.built_at.empty()
                          ? directory + "/" + segment.published.name
                          : segment.built_at);
  }
  NextSegment all;
  all.built_at = private_directory + "/all";
  segment::merge_segments(sources, all.built_at, false, keep_going);
  return {all};
}

}  // namespace broadsheet::indexer
