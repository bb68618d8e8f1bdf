// The intake: from the files of a run to chunks of articles that need indexing.
// All decisions about articles fall here, in input order and in one thread, so
// that a run's result never depends on how many threads work or how fast.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "corpus/article/article.h"
#include "corpus/read/reader.h"
#include "corpus/schema/identity.h"
#include "indexer/article_stream.h"
#include "indexer/catalog.h"
#include "indexer/file_stamps.h"
#include "indexer/input.h"
#include "indexer/lasting_path.h"
#include "indexer/progress.h"
#include "indexer/report.h"
#include "indexer/tally.h"

namespace broadsheet::indexer {

/// Articles that are written together: article i gets docid i + 1.
struct Chunk {
  std::uint32_t number = 0;  ///< From 0, without gaps.
  std::vector<article::Article> articles;
  std::vector<schema::Identity> identities;  ///< Of each of them.
  std::size_t bytes = 0;           ///< Of text, counting some for each article.
  std::size_t catalog_memory = 0;  ///< Bytes it took when this was complete.
};

/// A chunk is complete with this many bytes of text, counting some for each
/// article: enough that a segment is worth making, few enough that several fit
/// into memory and all threads have work to the end.
inline constexpr std::size_t kChunkBytes = std::size_t{2} << 20;

/// Not for two threads.
class Intake {
 public:
  /// The references must outlive the intake.
  Intake(const Input& input, const read::ReadOptions& reading, Catalog& catalog,
         FileStamps& stamps, Report& report, Progress& progress);

  /// The next chunk, never empty; nothing at the end. Throws Error, with kind
  /// kInterrupted between two articles.
  [[nodiscard]] std::optional<Chunk> next();

  /// The accounts so far.
  [[nodiscard]] Tally tally() const;

  /// The paths at which something was skipped so far, as they were given.
  [[nodiscard]] const std::set<std::string>& skipped_paths() const {
    return skipped_paths_;
  }

  /// The articles, in chunks given out already, that came again later.
  [[nodiscard]] const std::vector<ChunkPlace>& superseded() const {
    return superseded_;
  }

 private:
  [[nodiscard]] bool pass_over(const InputFile& file);
  void meet(const Hash128& article, Verdict verdict,
            const article::Origin& origin, const ChunkPlace& place);
  void take(article::Article article, Chunk& chunk);
  void take(article::Problem problem);

  ArticleStream stream_;
  LastingPaths lasting_paths_;
  Catalog& catalog_;
  FileStamps& stamps_;
  Report& report_;
  Progress& progress_;
  Tally tally_;
  std::vector<ChunkPlace> superseded_;
  std::set<std::string> skipped_paths_;
  Hash128 last_article_;           // Identity::id.
  std::uint64_t passed_over_ = 0;  // Bytes of files.
  std::uint32_t chunk_ = 0;
  std::size_t chunk_bytes_ = 0;
};

}  // namespace broadsheet::indexer
