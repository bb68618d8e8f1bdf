// Which articles the live index holds, and which this run has met: what makes a
// second run cheap, updates possible and duplicates visible.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "corpus/article/origin.h"
#include "corpus/base/checksum.h"
#include "corpus/schema/identity.h"
#include "indexer/identity_table.h"
#include "indexer/paged_list.h"
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

/// Some 60 bytes of memory an article. Not for two threads.
class Catalog {
 public:
  /// Enters the articles of the next live segment, counting from 0; before the
  /// first meet(). Throws Error (kIndex) if an article is there twice.
  void add_segment(const std::vector<segment::Holding>& holdings);

  /// What the run has to do with an article.
  [[nodiscard]] Verdict judge(const schema::Identity& identity) const;

  /// Whether the live index holds the article (Identity::id).
  [[nodiscard]] bool holds(const Hash128& article) const {
    return numbers_.find(article) < live_.size();
  }

  /// The same, or the run has met it.
  [[nodiscard]] bool knows(const Hash128& article) const {
    return numbers_.find(article) != IdentityTable::kNone;
  }

  /// Notes that the run met the article (Identity::id); the last encounter
  /// counts. Returns the one before, if the run met it already.
  std::optional<Encounter> meet(const Hash128& article,
                                const Encounter& encounter);

  /// How many articles the live index holds.
  [[nodiscard]] std::uint64_t held() const { return live_.size(); }

  /// Bytes of memory taken, about.
  [[nodiscard]] std::size_t memory() const;

  /// For each live segment, the ascending docids of its articles that the run
  /// replaces.
  [[nodiscard]] std::vector<std::vector<std::uint32_t>> replaced() const;

  /// For each live segment, the ascending docids of its articles that the run
  /// has not met.
  [[nodiscard]] std::vector<std::vector<std::uint32_t>> unmet() const;

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  // An article that the live index holds.
  struct Live {
    Hash128 content;
    std::uint32_t segment = 0;
    std::uint32_t docid = 0;
  };
  // What the run knows of an article, if it has met it.
  struct Met {
    std::uint32_t path = kNone;  // Into paths_; kNone: not met.
    ChunkPlace place;
    Verdict verdict = Verdict::kNew;
    std::uint64_t record = 0;
    std::uint64_t offset = 0;
  };

  template <typename Wanted>
  [[nodiscard]] std::vector<std::vector<std::uint32_t>> docids_of(
      Wanted is_wanted) const;
  [[nodiscard]] Met met(std::uint32_t number) const {
    return number < met_.size() ? met_[number] : Met();
  }

  IdentityTable numbers_;
  PagedList<Live> live_;  // By number: those of live articles come first.
  PagedList<Met> met_;    // By number; what is beyond it was not met.
  std::vector<std::string> paths_;
  std::size_t path_bytes_ = 0;
  std::uint32_t segments_ = 0;
};

}  // namespace broadsheet::indexer
