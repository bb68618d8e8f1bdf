// Publishing: from segments in a private directory to the live generation, in
// an order in which a crash at any moment leaves the old one or the new one.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "corpus/schema/manifest.h"
#include "indexer/segment/segment_contents.h"

namespace broadsheet::indexer {

/// A segment of the next generation: a live one that stays as it is, or a new
/// one.
struct NextSegment {
  /// Of no meaning if it is new. `removed` may have grown; `articles` is made
  /// right when it is published.
  schema::Segment published;
  std::string built_at{};  ///< Its private path if it is new; else "".
  /// Of a new one, files whose hashes are known from their writing: they need
  /// not be read again.
  std::vector<schema::SegmentFile> written{};
};

/// What the next generation's stored articles are compressed with.
struct NextDictionary {
  std::string bytes;                             ///< "" for none.
  std::optional<schema::SegmentFile> published;  ///< Of the live one, if kept.
};

/// `segment` of the index `directory`, as what reads segments takes it.
[[nodiscard]] segment::LiveSegment live_segment(const std::string& directory,
                                                const schema::Segment& segment);

/// What lies beside the segments of the next generation.
struct NextFiles {
  NextDictionary dictionary;
  std::string stories{};  ///< encode_stories of its articles; "" for none.
  std::string stamps{};   ///< FileStamps::encode of its articles; "" for none.
};

/// 32 random hexadecimal digits.
[[nodiscard]] std::string new_index_id();

/// Makes `segments` the live generation of `directory`, whose WriterLock the
/// caller holds, and returns its manifest: checks that they hold
/// `expected_articles`, syncs the files of built segments, moves these, a new
/// dictionary, stories and stamps into place, writes the manifest, and renames
/// CURRENT; each step is on disk before the next. Old generations are not
/// removed. Throws Error; the old generation is live then, unless the very last
/// sync failed, which the message says.
schema::Manifest publish(const std::string& directory,
                         const std::string& index_id,
                         const std::vector<NextSegment>& segments,
                         const NextFiles& beside,
                         std::uint64_t expected_articles);

/// The sizes of all files of a generation, in bytes.
[[nodiscard]] std::uint64_t bytes_of(const schema::Manifest& manifest);

}  // namespace broadsheet::indexer
