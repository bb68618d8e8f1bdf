#include "searcher/search/word_ranking.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "searcher/search/bm25.h"
#include "searcher/search/enquiry.h"
#include "searcher/search/score_window.h"
#include "searcher/search/top_articles.h"
#include "searcher/search/word_query.h"

namespace broadsheet::searcher::search {
namespace {

std::uint64_t postings_of(const Xapian::Database& database, const AnyOf& any) {
  std::uint64_t postings = 0;
  for (const QueryWord& word : any.words) {
    for (const std::string& term : word) {
      postings += database.get_termfreq(term);
    }
  }
  return postings;
}

// What a posting costs that Xapian has to look at, in postings that are read
// here: in an index of 1,000,000 articles a word of some 20,000 takes either
// the same time.
constexpr std::uint64_t kCostOfXapian = 50;

// Something is done here for each posting, and for each article of the index;
// Xapian looks at those that have the rarest words, and at few others.
bool pays(const Xapian::Database& database, const std::vector<AnyOf>& all) {
  std::uint64_t postings = 0;
  std::uint64_t least = std::numeric_limits<std::uint64_t>::max();
  for (const AnyOf& any : all) {
    const std::uint64_t of_these = postings_of(database, any);
    postings += of_these;
    least = std::min(least, of_these);
  }
  return kCostOfXapian * least >= postings + database.get_doccount();
}

// How many articles have the word is estimated as Xapian does, as if its terms
// knew nothing of each other.
double weight_of(const QueryWord& word, const Xapian::Database& database) {
  const auto all = static_cast<double>(database.get_doccount());
  double having = 0;
  for (const std::string& term : word) {
    const auto more = static_cast<double>(database.get_termfreq(term));
    having = std::floor(having + more - having * more / all + 0.5);
  }
  return bm25::word_weight(having, all);
}

std::vector<WordLists> open(const PostingLists& lists, std::size_t part,
                            const AnyOf& any) {
  std::vector<WordLists> opened;
  for (const QueryWord& word : any.words) {
    WordLists& added = opened.emplace_back();
    if (any.scores) added.weight = weight_of(word, lists.database());
    for (const std::string& term : word) {
      added.terms.push_back(lists.list(part, term));
    }
  }
  return opened;
}

/// Those of `documents` that are in a part, ascending, by its own docids.
std::vector<Xapian::docid> in_part(const std::vector<Xapian::docid>& documents,
                                   std::size_t part, std::size_t parts) {
  std::vector<Xapian::docid> docids;
  for (const Xapian::docid document : documents) {
    if ((document - 1) % parts != part) continue;
    docids.push_back(static_cast<Xapian::docid>((document - 1) / parts + 1));
  }
  return docids;
}

/// Adds the articles of a part that have `all` to `top`, but for `left_out`,
/// docids of the part. Returns how many there are.
std::uint64_t rank_part(const PostingLists& lists, std::size_t part,
                        const std::vector<AnyOf>& all,
                        const std::vector<Xapian::docid>& left_out,
                        TopArticles& top) {
  const LengthParts length_parts(lists.database().get_avlength());
  std::vector<std::vector<WordLists>> opened;
  for (const AnyOf& any : all) opened.push_back(open(lists, part, any));
  const auto window = std::make_unique<ScoreWindow>(lists, part, length_parts);
  auto next_left_out = left_out.begin();
  std::uint64_t total = 0;
  const std::uint64_t last_end = std::uint64_t{lists.last_docid(part)} + 1;
  for (std::uint64_t begin = 1; begin < last_end;
       begin += ScoreWindow::kArticles) {
    const std::uint64_t end =
        std::min(begin + ScoreWindow::kArticles, last_end);
    window->go_to(static_cast<Xapian::docid>(begin),
                  static_cast<Xapian::docid>(end));
    for (std::vector<WordLists>& words : opened) window->need(words);
    for (; next_left_out != left_out.end() && *next_left_out < end;
         ++next_left_out) {
      window->leave_out(*next_left_out);
    }
    total += window->count();
    window->each_of_best([&] { return top.least_score(); },
                         [&](Xapian::docid docid, double score) {
                           top.add(lists.document(part, docid), score);
                         });
  }
  return total;
}

}  // namespace

std::optional<Ranking> rank_words(const PostingLists& lists,
                                  const Xapian::Query& query,
                                  const Request& request) {
  if (request.sort != Sort::kRelevance) return std::nullopt;
  std::optional<WordQuery> words = word_query(query);
  if (!words || words->all.size() > ScoreWindow::kMostNeeds ||
      !pays(lists.database(), words->all)) {
    return std::nullopt;
  }
  // The fewer are left, the less is to be done.
  std::ranges::stable_sort(words->all, {}, [&](const AnyOf& any) {
    return postings_of(lists.database(), any);
  });
  const std::vector<Xapian::docid> left_out =
      found_by(lists.database(), words->left_out);

  constexpr std::uint64_t kAll = std::numeric_limits<std::uint64_t>::max();
  const std::uint64_t limit = request.limit == 0 ? kAll : request.limit;
  TopArticles top(request.offset + std::min(limit, kAll - request.offset));
  Ranking ranking;
  for (std::size_t part = 0; part < lists.parts(); ++part) {
    ranking.total += rank_part(lists, part, words->all,
                               in_part(left_out, part, lists.parts()), top);
  }
  ranking.articles = top.take_from(request.offset);
  return ranking;
}

}  // namespace broadsheet::searcher::search
