// Whether the files of a published index are still what was published, byte for
// byte.
#pragma once

#include <string>
#include <vector>

#include "corpus/schema/manifest.h"

namespace broadsheet::indexer {

/// What is wrong with the files of `segment` of the index `directory`: a
/// sentence for each that is missing, of another size, or of another content.
/// Reads all of them. Throws Error (kInterrupted).
[[nodiscard]] std::vector<std::string> changed_files(
    const std::string& directory, const schema::Segment& segment);

/// Throws Error (kIndex) with the first such sentence: before a segment is
/// copied from, so that damage is never published anew under a fresh hash.
void verify(const std::string& directory, const schema::Segment& segment);

/// What is wrong with the file `file` of `directory`, or "".
[[nodiscard]] std::string change_of(const std::string& directory,
                                    const schema::SegmentFile& file);

}  // namespace broadsheet::indexer
