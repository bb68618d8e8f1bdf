// The wordings of the articles that a run indexes, until their stories are
// known: analysing them gave the words already. They take more room than the
// articles' words and few are needed, so they lie in a file without a name, and
// their fine prints in another; in memory is the print of each, which says no
// for most, and what its segment will say of it, so that stories can be found
// before that is written.
#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "corpus/base/checksum.h"
#include "corpus/schema/wording.h"
#include "indexer/overlap_print.h"
#include "indexer/paged_list.h"
#include "indexer/segment/article_rows.h"
#include "indexer/segment/spill_file.h"

namespace broadsheet::indexer {

/// One article's wording among many.
struct KeptWording {
  segment::ArticleRow article;  ///< The docid as in a segment of the run alone.
  std::uint64_t offset = 0;     ///< In the file; and how many there.
  std::uint32_t bytes = 0;
  std::uint32_t number = 0;  ///< Of its fine print, from 0.
  OverlapPrint print;
};

/// The wordings of some articles, to be added together.
class WordingBatch {
 public:
  /// The wording need not be settled.
  void add(const segment::ArticleRow& article, const schema::Wording& wording);

  /// Is of no articles then, but keeps its memory for the next.
  void clear();

 private:
  friend class Wordings;
  std::string bytes_;
  std::string fine_prints_;
  std::vector<KeptWording> articles_;  // Offsets are those in bytes_.
};

class Wordings {
 public:
  /// Keeps them in files on the disk of `directory`.
  explicit Wordings(const std::string& directory)
      : file_(directory), fine_prints_(directory) {}

  /// For several threads. Throws Error.
  void add(const WordingBatch& batch);

  /// No more are added; find() is allowed from now on.
  void close();

  /// What is kept of an article that the run indexed, null of any other. Of one
  /// that came several times the last docid counts, in whatever order they were
  /// added. Lives as long as this.
  [[nodiscard]] const KeptWording* find(const Hash128& identity) const;

  /// Those that find() gives, of all articles, by ascending docid.
  [[nodiscard]] std::vector<const KeptWording*> all() const;

  /// Bytes of memory taken. For several threads.
  [[nodiscard]] std::size_t memory() const;

  /// Of the triples of read(), but much sooner there. Throws Error.
  [[nodiscard]] FineOverlapPrint read_print(const KeptWording& kept) const;

  /// Settled. Throws Error.
  [[nodiscard]] schema::Wording read(const KeptWording& kept) const;

  /// Asks the system for what read() needs. A hint.
  void will_read(const KeptWording& kept) const {
    file_.will_read(kept.offset, kept.bytes);
  }

 private:
  mutable std::mutex mutex_;
  segment::SpillFile file_;
  segment::SpillFile fine_prints_;
  PagedList<KeptWording> kept_;

  struct Entry {
    std::uint64_t half = 0;     // Of the identity.
    std::uint32_t article = 0;  // In kept_.
  };
  std::vector<Entry> by_identity_;  // Of one, by docid.
};

}  // namespace broadsheet::indexer
