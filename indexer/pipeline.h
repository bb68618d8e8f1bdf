// The pipeline: one thread takes articles in, several analyse them and write
// small segments, one for each chunk. Chunk k is the same whichever thread
// writes it, so the result does not depend on their number.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/intake.h"

namespace broadsheet::indexer {

/// A small segment, written and closed.
struct BuiltChunk {
  std::string path;
  std::uint32_t articles = 0;
};

/// What a pipeline made.
struct BuiltChunks {
  std::vector<BuiltChunk> chunks;  ///< In order.
  /// What their stored articles are compressed with: the one given, or one
  /// trained on the first chunk; "" if that was too small.
  std::string dictionary;
};

/// Writes the chunks of `intake` into new directories below `directory`, with
/// `threads` threads beside the calling one, at least one, their stored
/// articles compressed with `dictionary`, or one of their own if it is "". At
/// most 2 × `threads` + 1 chunks are in memory at a time. Throws Error; all
/// threads have ended then.
[[nodiscard]] BuiltChunks build_chunks(Intake& intake,
                                       const std::string& directory,
                                       unsigned threads,
                                       const std::string& default_language,
                                       std::string dictionary);

}  // namespace broadsheet::indexer
