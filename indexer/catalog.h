// Which articles the live index holds, and which this run has met: what makes a
// second run cheap, updates possible and duplicates visible.
#pragma once

#include <tsl/robin_map.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "corpus/article/origin.h"
#include "corpus/base/checksum.h"
#include "corpus/schema/identity.h"
#include "indexer/segment/segment_contents.h"
#include "indexer/tally.h"

namespace broadsheet::indexer {

/// Where an article of this run is written: which chunk, and its docid there.
struct ChunkPlace {
  std::uint32_t chunk = 0;
  std::uint32_t docid = 0;

  friend bool operator==(const ChunkPlace&, const ChunkPlace&) = default;
};

/// One article of the run, as far as it matters when it comes again.
struct Encounter {
  Verdict verdict = Verdict::kNew;
  ChunkPlace place;  ///< Meaningless for kUnchanged: it is not written.
  article::Origin origin;
};

/// Some 100 bytes an article. Not for two threads.
class Catalog {
 public:
  /// Enters the articles of the next live segment, counting from 0. Throws
  /// Error (kIndex) if an article is there twice.
  void add_segment(const std::vector<segment::Holding>& holdings);

  /// What the run has to do with an article.
  [[nodiscard]] Verdict judge(const schema::Identity& identity) const;

  /// Notes that the run met the article; the last encounter counts. Returns the
  /// one before, if the run met it already.
  std::optional<Encounter> meet(const schema::Identity& identity,
                                const Encounter& encounter);

  /// How many articles the live index holds.
  [[nodiscard]] std::uint64_t held() const { return held_; }

  /// For each live segment, the ascending docids of its articles that the run
  /// replaces.
  [[nodiscard]] std::vector<std::vector<std::uint32_t>> replaced() const;

  /// For each live segment, the ascending docids of its articles that the run
  /// has not met.
  [[nodiscard]] std::vector<std::vector<std::uint32_t>> unmet() const;

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  struct Entry {
    Hash128 content;                // As the live index holds it.
    std::uint32_t segment = kNone;  // kNone: the live index does not.
    std::uint32_t docid = 0;
    std::uint32_t path = kNone;  // Into paths_; kNone: not met in this run.
    ChunkPlace place;
    Verdict verdict = Verdict::kNew;
    std::uint64_t record = 0;
    std::uint64_t offset = 0;
  };

  template <typename Wanted>
  [[nodiscard]] std::vector<std::vector<std::uint32_t>> docids_of(
      Wanted is_wanted) const;

  // The hashes are evenly spread already.
  struct HalfOfHash {
    std::size_t operator()(Hash128 hash) const { return hash.low; }
  };

  tsl::robin_map<Hash128, Entry, HalfOfHash> entries_;
  std::vector<std::string> paths_;
  std::uint32_t segments_ = 0;
  std::uint64_t held_ = 0;
};

}  // namespace broadsheet::indexer
