// Pruning (--prune): which articles of the live index came from the paths of
// this run and are no longer there. Only what is known to be gone goes: what
// could not be read may come back.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/schema/published.h"

namespace broadsheet::indexer {

/// Where articles may be missed: at and below some paths, but for those where
/// something could not be read. All paths are lasting ones (lasting_path.h).
class PruningScope {
 public:
  /// `paths` are those of the command line.
  explicit PruningScope(const std::vector<std::string>& paths);

  /// Something at `path` was skipped: a directory, an archive, a file or a
  /// record of one.
  void leave_out(const std::string& path);

  /// Whether an article of `path`, if the run has not met it, is gone.
  [[nodiscard]] bool contains(std::string_view path) const;

 private:
  std::set<std::string, std::less<>> paths_;
  std::set<std::string, std::less<>> left_out_;
};

/// Of `unmet`, which holds for each live segment the ascending docids of the
/// articles that the run has not met, those that came from within `scope`.
/// Throws Error (kIndex; kInterrupted).
[[nodiscard]] std::vector<std::vector<std::uint32_t>> vanished(
    const schema::Published& live, const PruningScope& scope,
    const std::vector<std::vector<std::uint32_t>>& unmet);

}  // namespace broadsheet::indexer
