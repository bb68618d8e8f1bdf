// A search: opens the published index, reads the query and answers it.
#pragma once

#include <memory>
#include <string>
#include <variant>

#include "searcher/query/query_error.h"
#include "searcher/search/answer.h"
#include "searcher/search/index_info.h"

namespace broadsheet::searcher::search {

/// One open generation of an index. Not for two threads.
class Searcher {
 public:
  /// Throws Error (kIndex) if there is no index in `index_directory`, or it is
  /// damaged or of another version; the message says which, and what to do.
  explicit Searcher(const std::string& index_directory);

  /// The answer to `request`, which may outlive this, or what is wrong with its
  /// query. Throws Error (kIndex) if the index turns out to be damaged.
  [[nodiscard]] std::variant<Answer, query::QueryError> search(
      const Request& request) const;

  /// What the index holds. Throws Error (kIndex) as `search` does.
  [[nodiscard]] IndexInfo info() const;

 private:
  std::shared_ptr<OpenIndex> index_;
};

}  // namespace broadsheet::searcher::search
