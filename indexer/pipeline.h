// The pipeline: one thread takes articles in, several analyse them, and what
// they make becomes a segment. The result does not depend on how many they are.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "corpus/schema/manifest.h"
#include "indexer/catalog.h"
#include "indexer/intake.h"
#include "indexer/memory_shares.h"
#include "indexer/wordings.h"

namespace broadsheet::indexer {

/// By what segments are written.
enum class Writer : unsigned char {
  kOwn,     ///< Tables straight from inverted chunks; see segment/inverter.h.
  kXapian,  ///< Xapian's API: the reference, many times slower.
};

struct BuildPlan {
  std::string directory;  ///< Where new directories are made.
  std::string default_language;
  std::string dictionary;  ///< For stored articles; "" to train one.
  Writer writer = Writer::kOwn;
  MemoryShares memory;
  Wordings& wordings;  ///< Gets those of all articles.
  /// Called when all articles are read and what was made of them is merged.
  std::function<void()> merging;
};

/// A segment that waits to be merged or published, written and closed.
struct BuiltChunk {
  std::string path;
  std::uint32_t articles = 0;
  std::vector<schema::SegmentFile> files{};  ///< If they are known already.
};

struct Built {
  std::vector<BuiltChunk> chunks;  ///< In order.
  /// Whether `chunks` is one segment that is as it should be.
  bool complete = false;
  /// Articles of the chunks that came again later and are still to be removed.
  std::vector<ChunkPlace> superseded;
  /// What the stored articles are compressed with: the one given, or one
  /// trained on the first chunk; "" if that was too small.
  std::string dictionary;
};

/// Writes what `intake` gives as `plan` says. Throws Error; all threads have
/// ended then.
[[nodiscard]] Built build(Intake& intake, const BuildPlan& plan);

}  // namespace broadsheet::indexer
