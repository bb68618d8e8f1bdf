// A search: opens the published index, compiles the query, ranks, and fills a
// page of hits with their sentences and marks.
#pragma once

#include <memory>
#include <string>
#include <variant>

#include "searcher/query/query_error.h"
#include "searcher/search/index_info.h"
#include "searcher/search/page.h"

namespace broadsheet::searcher::search {

/// One open generation of an index. Not for two threads.
class Searcher {
 public:
  /// Throws Error (kIndex) if there is no index in `index_directory`, or it is
  /// damaged or of another version; the message says which, and what to do.
  explicit Searcher(const std::string& index_directory);
  ~Searcher();
  Searcher(Searcher&&) noexcept;
  Searcher& operator=(Searcher&&) noexcept;

  /// The answer to `request`, or what is wrong with its query. Throws Error
  /// (kIndex) if the index turns out to be damaged.
  [[nodiscard]] std::variant<Page, query::QueryError> search(
      const Request& request);

  /// What the index holds. Throws Error (kIndex) as `search` does.
  [[nodiscard]] IndexInfo info();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace broadsheet::searcher::search
