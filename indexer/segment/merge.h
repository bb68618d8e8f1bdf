// Many segments into one, by Xapian's compaction: articles keep their order,
// tables are packed full, synonyms of all are united.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace broadsheet::indexer::segment {

/// Merges the private segments at `sources` (at least one; none without
/// articles), in this order, into the new directory `destination`. `keep_going`
/// is called now and then; once it returns false, the merge ends by throwing
/// Error (kInterrupted). The files are not synced. Throws Error.
///
/// More than kMostMergedAtOnce sources are merged in several passes, so that
/// open files stay few; sources are removed as soon as a pass has taken them.
void merge_segments(std::vector<std::string> sources,
                    const std::string& destination,
                    const std::function<bool()>& keep_going);

/// Copies the segment at `source` into the new directory `destination`, with
/// its tables in order and its docids as they are. Throws Error.
void compact_keeping_docids(const std::string& source,
                            const std::string& destination);

/// Each open segment takes seven file descriptors of the usual 1,024.
inline constexpr std::size_t kMostMergedAtOnce = 64;

}  // namespace broadsheet::indexer::segment
