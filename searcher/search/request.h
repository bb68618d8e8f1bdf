// What is asked of a search: the query and which part of its answer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace broadsheet::searcher::search {

enum class Sort : unsigned char { kRelevance, kNewest, kOldest };

/// How much of each hit is wanted.
enum class Detail : unsigned char {
  kSentences,  ///< Everything of a Hit.
  kArticles,   ///< Only Hit::rank, score and stored.
  kCount,      ///< No hits, just the exact total.
};

struct Request {
  std::string query;
  bool any = false;      ///< Articles with any of the words, not all.
  bool lexis = false;    ///< The query is read as LexisNexis reads it.
  bool explain = false;  ///< Tell how the query is answered.
  /// Seconds after which the answer is what has been found; 0: no end.
  std::uint64_t timeout = 10;
  std::uint64_t limit = 10;  ///< Hits of a page; 0: all.
  std::uint64_t offset = 0;  ///< Results before the page.
  /// Each story once; then limit and offset count stories.
  bool by_story = false;
  Sort sort = Sort::kRelevance;
  /// At most this many matching sentences a hit; 0: all.
  std::size_t sentences = 3;
  std::size_t context = 0;  ///< Sentences shown before and after each.
  Detail detail = Detail::kSentences;
  std::int64_t now = 0;  ///< For dates such as 30d: seconds since 1970 UTC.
  std::vector<std::string> notes;  ///< On how the query came; told with others.
};

}  // namespace broadsheet::searcher::search
