// The wordings of the articles that a run indexes, kept until their stories are
// known: analysing them gave the words already. What there is no memory for is
// dropped, and read from the stored articles if it is needed.
#pragma once

#include <tsl/robin_map.h>

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <vector>

#include "corpus/base/checksum.h"
#include "corpus/schema/wording.h"

namespace broadsheet::indexer {

/// An article that was analysed, and its place among all that the run took in.
struct WordedArticle {
  Hash128 identity;  ///< Identity::id.
  std::uint32_t place = 0;
  schema::Wording wording;
};

class Wordings {
 public:
  /// Keeps wordings of at most `memory` bytes, about.
  explicit Wordings(std::size_t memory) : memory_left_(memory) {}

  /// Adds articles; of one that comes several times the last place counts, in
  /// whatever order they are added. For several threads.
  void add(std::vector<WordedArticle> articles);

  /// Whether the run indexed the article. Not while others add.
  [[nodiscard]] bool has(const Hash128& identity) const;

  /// The article's wording; null if it was not kept. Not while others add;
  /// valid until then.
  [[nodiscard]] schema::Wording* find(const Hash128& identity);

 private:
  struct Entry {
    std::uint32_t place = 0;
    bool is_kept = false;
    schema::Wording wording;
  };
  struct HalfOfHash {
    std::size_t operator()(Hash128 hash) const { return hash.low; }
  };

  std::mutex mutex_;
  std::size_t memory_left_;
  tsl::robin_map<Hash128, Entry, HalfOfHash> entries_;
};

}  // namespace broadsheet::indexer
