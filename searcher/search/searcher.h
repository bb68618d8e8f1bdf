// A search: opens the published index, compiles the query, ranks, and fills a
// page of hits with their sentences and marks.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "searcher/query/parser.h"
#include "searcher/search/page.h"

namespace broadsheet::searcher::search {

enum class Sort : unsigned char { kRelevance, kNewest, kOldest };

struct Request {
  std::string query;
  bool any = false;
  std::uint64_t limit = 10;
  std::uint64_t offset = 0;
  Sort sort = Sort::kRelevance;
  std::size_t sentences = 3;  ///< At most this many matching ones a hit; 0: all.
  std::size_t context = 0;    ///< Sentences shown before and after each.
  bool only_count = false;    ///< No hits, just the exact total.
};

/// One open generation of an index. Not for two threads.
class Searcher {
 public:
  /// Throws Error (kIndex) if there is no index, or it is damaged, of another
  /// version, or held open by nobody's fault.
  explicit Searcher(const std::string& index_directory);
  ~Searcher();
  Searcher(Searcher&&) noexcept;
  Searcher& operator=(Searcher&&) noexcept;

  [[nodiscard]] std::variant<Page, query::QueryError> search(
      const Request& request);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace broadsheet::searcher::search
