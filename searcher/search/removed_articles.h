// Articles that a segment's files still hold, but that were removed or replaced
// since: the manifest names them, and no answer may hold them.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "corpus/schema/published.h"
#include "searcher/query/compile.h"

namespace broadsheet::searcher::search {

class RemovedArticles {
 public:
  /// Of no index.
  RemovedArticles() = default;

  /// Those of the open index `published`, whose segments are searched in their
  /// order. Opens the segments that have any. Throws Xapian::Error.
  explicit RemovedArticles(const schema::Published& published);

  [[nodiscard]] bool empty() const { return docids_.empty(); }

  /// Whether `docid`, of the database of all segments, is one of them.
  [[nodiscard]] bool contain(Xapian::docid docid) const;

  /// `query` without them.
  [[nodiscard]] query::CompiledQuery left_out_of(
      query::CompiledQuery query) const;

 private:
  Xapian::Query query_;                // Finds all of them; unless empty().
  std::vector<Xapian::docid> docids_;  // Ascending.
};

}  // namespace broadsheet::searcher::search
