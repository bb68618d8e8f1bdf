// Whether a segment holds together: what each of its tables says of an article,
// the others have to say too. xapian-check looks at the tables one by one; that
// postings, term lists and positions agree, only this sees.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::indexer::segment {

struct SegmentCheck {
  /// Whether a stored article, as the segment has it, can be read.
  std::function<bool(std::string_view)> readable;
  /// Called now and then; ends the check by throwing.
  std::function<void()> go_on;
};

/// What is wrong with the segment at `path`, a sentence each: what xapian-check
/// finds; postings, term lists, lengths, counts, positions and values that do
/// not agree; stored articles that can't be read. Its files should be known to
/// be what was published: Xapian may end the program over a damaged one.
[[nodiscard]] std::vector<std::string> faults_of(const std::string& path,
                                                 const SegmentCheck& check);

}  // namespace broadsheet::indexer::segment
