// Finished segments into one, table by table, each read once from its beginning
// to its end: articles keep their order, those to be removed are left out, and
// nothing is taken apart that can be copied.
//
//   docdata, termlist   the entries of one source after those of the other,
//                       under new docids
//   position            for each term the entries of one source after those of
//                       the other
//   postlist            for each term, slot, and for the lengths, the chunks of
//                       one source after those of the other; a chunk is cut
//                       anew only where two meet or an article is left out
//   synonym             for each term the synonyms of all
//
// What comes out is what SegmentAssembler would have made of the same articles,
// byte for byte but for the version file.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "corpus/schema/manifest.h"
#include "indexer/segment/removed_articles.h"

namespace broadsheet::indexer::segment {

struct MergeSource {
  std::string path;         ///< Of a finished segment; it is only read.
  RemovedArticles removed;  ///< Its docids.
};

struct MergeOptions {
  bool in_parallel = false;  ///< With a second thread.
  /// Called now and then, by both threads; ends the merge by throwing.
  std::function<void()> go_on = [] {};
};

/// Merges `sources` (at least one; some article must be left) in this order
/// into the new directory `destination`. The articles of each get docids above
/// those of the sources before it; those of the first
/// keep theirs. A source whose tables stock Xapian has left out of order is
/// compacted first. Returns the files, which are not synced. Throws Error.
std::vector<schema::SegmentFile> merge_tables(
    const std::vector<MergeSource>& sources, const std::string& destination,
    const MergeOptions& options);

}  // namespace broadsheet::indexer::segment
