// The published index on disk, and its manifest: what a generation consists of.
// Both programs read it here; only the indexer writes it.
//
//   INDEX/CURRENT             "generation-000007 <XXH3-128 of that file>\n"
//   INDEX/generation-000007   the manifest: JSON, one object
//   INDEX/segment-000012/     a glass database, immutable once published
//   INDEX/dictionary-000001   what stored articles are compressed with
//   INDEX/stories-000007      which articles tell the same story
//   INDEX/stamps-000007       which input files need not be read again
//   INDEX/lock                held by a writer; its pid in decimal
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/base/checksum.h"

namespace broadsheet::schema {

/// Changes whenever terms, positions, slots, the stored article or the manifest
/// are laid out differently.
inline constexpr int kFormatVersion = 4;

/// A file of the index, as it was published.
struct SegmentFile {
  std::string name;        ///< Within its directory: "postlist.glass".
  std::uint64_t size = 0;  ///< Bytes.
  Hash128 hash;
};

struct Segment {
  std::string name;            ///< "segment-000012".
  std::uint64_t articles = 0;  ///< Without those removed.
  std::vector<SegmentFile> files;
  /// Docids, ascending: articles that its files still hold, but that were
  /// removed or replaced since. No answer may hold them.
  std::vector<std::uint32_t> removed{};
};

struct Manifest {
  int format = kFormatVersion;
  int analysis = 0;  ///< text::kAnalysisVersion of the build.
  std::uint64_t generation = 0;
  std::uint64_t articles = 0;
  std::int64_t created = 0;  ///< Seconds since 1970 UTC.
  std::string program;       ///< "broadsheet 0.1.0".
  std::string index_id;      ///< 32 hex digits, random, kept over updates.
  /// Articles by ISO 639-1 code: the languages a query is analysed in.
  std::map<std::string, std::uint64_t> languages;
  std::vector<Segment> segments;
  /// The dictionary of all stored articles (record_codec.h); none if the index
  /// was too small to train one.
  std::optional<SegmentFile> dictionary;
  /// The stories of several articles (story_table.h); none if there are none.
  std::optional<SegmentFile> stories;
  /// Which input files need not be read again (indexer/file_stamps.h); none if
  /// there are none. A search does without.
  std::optional<SegmentFile> stamps;
};

/// The files of the generation that lie beside its segments.
[[nodiscard]] std::vector<SegmentFile> files_beside(const Manifest& manifest);

[[nodiscard]] std::string to_json(const Manifest& manifest);

/// The inverse. Throws Error (kIndex) naming `path` if it is malformed, or if a
/// name in it would leave the index directory.
[[nodiscard]] Manifest parse_manifest(std::string_view json,
                                      const std::string& path);

}  // namespace broadsheet::schema
