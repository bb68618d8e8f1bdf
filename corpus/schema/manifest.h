// The published index on disk: names, manifest, CURRENT. Both programs read
// it here; only the indexer writes it.
//
//   INDEX/CURRENT             "generation-000007 <XXH3-128 of that file>\n"
//   INDEX/generation-000007   the manifest: JSON, one object
//   INDEX/segment-000012/     a glass database, immutable once published
//   INDEX/dictionary-000001   what stored articles are compressed with
//   INDEX/stories-000007      which articles tell the same story
//   INDEX/lock                held by a writer; its pid in decimal
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/base/checksum.h"
#include "corpus/base/file.h"
#include "corpus/schema/story_table.h"

namespace broadsheet::schema {

/// Changes whenever terms, positions, slots, the stored article or the manifest
/// are laid out differently.
inline constexpr int kFormatVersion = 3;

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
};

[[nodiscard]] std::string to_json(const Manifest& manifest);

/// The inverse. Throws Error (kIndex) naming `path` if it is malformed, or if a
/// name in it would leave the index directory.
[[nodiscard]] Manifest parse_manifest(std::string_view json,
                                      const std::string& path);

/// What CURRENT says: which generation is live, and the hash of its manifest.
struct Current {
  std::string generation;  ///< "generation-000007".
  Hash128 hash;

  friend bool operator==(const Current&, const Current&) = default;
};

/// The line that CURRENT holds.
[[nodiscard]] std::string to_text(const Current& current);

/// The inverse. Throws Error (kIndex) naming `path` if it is not such a line.
[[nodiscard]] Current parse_current(std::string_view text,
                                    const std::string& path);

/// "generation-000007", "segment-000012", "dictionary-000001" and
/// "stories-000007" (the number of the generation that made it): at least six
/// digits, so that they sort; and whether `name` is one.
[[nodiscard]] std::string generation_name(std::uint64_t number);
[[nodiscard]] std::string segment_name(std::uint64_t number);
[[nodiscard]] std::string dictionary_name(std::uint64_t generation);
[[nodiscard]] std::string stories_name(std::uint64_t generation);
[[nodiscard]] bool is_generation_name(std::string_view name);
[[nodiscard]] bool is_segment_name(std::string_view name);
[[nodiscard]] bool is_dictionary_name(std::string_view name);
[[nodiscard]] bool is_stories_name(std::string_view name);

/// Throws Error (kIndex): `path` `what`, the index is damaged, and what to do.
[[noreturn]] void throw_damaged_index(const std::string& path,
                                      const std::string& what);

/// A generation that is open for reading, and stays on disk for as long as this
/// lives: a shared lock on its manifest says so to writers.
struct Published {
  std::string directory;  ///< The index directory, without a final '/'.
  Manifest manifest;
  FileDescriptor hold;
};

/// Opens the live generation of `directory`: reads CURRENT, checks the
/// manifest's hash, versions, and the presence and size of every file. Retries
/// if a writer replaced the generation meanwhile. Throws Error (kIndex) saying
/// which of these failed, both versions, and how to rebuild.
[[nodiscard]] Published open_published(const std::string& directory);

/// The dictionary of `published`, or "" if it has none. Throws Error (kIndex)
/// if the file is not what was published.
[[nodiscard]] std::string read_dictionary(const Published& published);

/// The stories of `published`, a table of none if it has no such file. Throws
/// Error (kIndex) if the file is not what was published.
[[nodiscard]] StoryTable read_stories(const Published& published);

/// Whether `directory` holds a CURRENT file.
[[nodiscard]] bool is_index(const std::string& directory);

}  // namespace broadsheet::schema
