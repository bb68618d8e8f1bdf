// File stamps: what the file system said of a file when it was read, and which
// article it held. A file of which it still says the same is not read again, so
// that a run over an archive that has not changed costs a walk over its
// directories. Only of files that hold one article each, and no fault: what a
// file of many holds is known only by reading it.
#pragma once

#include <tsl/robin_map.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/base/checksum.h"
#include "indexer/input.h"

namespace broadsheet::indexer {

/// Not for two threads.
class FileStamps {
 public:
  /// `reading` says in any words how files are read: stamps made while it said
  /// something else are of no use.
  explicit FileStamps(std::string reading) : reading_(std::move(reading)) {}

  /// Takes the stamps that encode() gave; those that are not whole are left
  /// out. Before any note.
  void load(std::string_view bytes);

  /// From now on, every file is read again.
  void distrust_all() { loaded_.clear(); }

  /// The article (Identity::id) of `file`, whose lasting path is `path`, if it
  /// is as it was when a stamp was made.
  [[nodiscard]] std::optional<Hash128> article_of(
      const InputFile& file, const std::string& path) const;

  /// `article` was met, and is all that `file` holds. Without a stamp from now
  /// on if `file` may yet change without a sign.
  void note(const Hash128& article, const InputFile& file,
            const std::string& path);

  /// `article` was met, wherever.
  void forget(const Hash128& article);

  /// All stamps, of articles for which `is_held` gives true: those noted, and
  /// those loaded of articles that were not met. Empty if there are none.
  template <typename IsHeld>
  [[nodiscard]] std::string encode(const IsHeld& is_held) const {
    std::vector<std::pair<std::uint64_t, Hash128>> stamps;
    for (const auto& [article, stamp] : by_article_) {
      if (is_held(article)) stamps.emplace_back(stamp, article);
    }
    return encode(std::move(stamps));
  }

  /// Bytes of memory taken, about.
  [[nodiscard]] std::size_t memory() const;

 private:
  struct HashOfArticle {
    std::size_t operator()(const Hash128& article) const { return article.low; }
  };
  using Stamp = std::pair<std::uint64_t, Hash128>;

  [[nodiscard]] std::uint64_t stamp_of(const InputFile& file,
                                       const std::string& path) const;
  [[nodiscard]] static std::string encode(std::vector<Stamp> stamps);

  std::string reading_;
  std::vector<Stamp> loaded_;  // Ascending.
  tsl::robin_map<Hash128, std::uint64_t, HashOfArticle> by_article_;
};

}  // namespace broadsheet::indexer
