#include "searcher/search/union_count.h"

#include <cstddef>
#include <string>
#include <vector>

#include "searcher/search/word_query.h"

namespace broadsheet::searcher::search {

std::optional<std::uint64_t> union_count(const PostingLists& lists,
                                         const Xapian::Query& query) {
  const auto words = word_query(query);
  if (!words || words->all.size() != 1 || !words->left_out.empty()) {
    return std::nullopt;
  }
  std::uint64_t articles = 0;
  for (std::size_t part = 0; part < lists.parts(); ++part) {
    const Xapian::docid last = lists.last_docid(part);
    std::vector<bool> found(std::size_t{last} + 1);
    for (const QueryWord& word : words->all.front().words) {
      for (const std::string& term : word) {
        lists.list(part, term)
            .each_below(last + 1,
                        [&](Xapian::docid article, std::uint32_t /*wdf*/) {
                          if (found[article]) return;
                          found[article] = true;
                          ++articles;
                        });
      }
    }
  }
  return articles;
}

}  // namespace broadsheet::searcher::search
