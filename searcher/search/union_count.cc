#include "searcher/search/union_count.h"

#include <cstddef>
#include <string>
#include <vector>

#include "searcher/search/union_words.h"

namespace broadsheet::searcher::search {
std::optional<std::uint64_t> union_count(const Xapian::Database& database,
                                         const Xapian::Query& query) {
  const auto words = union_words(query);
  if (!words) return std::nullopt;
  std::vector<bool> found(std::size_t{database.get_lastdocid()} + 1);
  std::uint64_t articles = 0;
  for (const UnionWord& word : *words) {
    for (const std::string& term : word) {
      const auto end = database.postlist_end(term);
      for (auto posting = database.postlist_begin(term); posting != end;
           ++posting) {
        if (found[*posting]) continue;
        found[*posting] = true;
        ++articles;
      }
    }
  }
  return articles;
}

}  // namespace broadsheet::searcher::search
