#include "searcher/search/word_ranking.h"

#include <algorithm>
#include <array>
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
#include "searcher/search/top_articles.h"
#include "searcher/search/word_query.h"

namespace broadsheet::searcher::search {
namespace {

std::uint64_t postings_of(const Xapian::Database& database,
                          const AnyOf& words) {
  std::uint64_t postings = 0;
  for (const QueryWord& word : words) {
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
  for (const AnyOf& words : all) {
    const std::uint64_t of_these = postings_of(database, words);
    postings += of_these;
    least = std::min(least, of_these);
  }
  return kCostOfXapian * least >= postings + database.get_doccount();
}

/// The part of a score's divisor that is the article's, by its length.
class LengthParts {
 public:
  explicit LengthParts(double average) : average_(average) {
    for (std::size_t length = 0; length < parts_.size(); ++length) {
      parts_[length] = bm25::length_part(static_cast<double>(length), average);
    }
  }

  [[nodiscard]] double operator[](std::uint32_t length) const {
    if (length < parts_.size()) return parts_[length];
    return bm25::length_part(length, average_);
  }

 private:
  double average_;
  std::array<double, 2048> parts_{};  // Of most articles.
};

/// A word in one part of the index.
struct WordLists {
  double weight = 0;
  std::vector<PostingList> terms;
};

/// Articles of one part of the index, a window of docids after the other: what
/// is noted of those in it stays in the processor's cache.
class Window {
 public:
  Window(const PostingLists& lists, std::size_t part, const LengthParts& parts)
      : length_parts_(parts), article_lengths_(lists.lengths(part)) {}

  /// Goes to the articles with docids in [begin, end), at most kArticles, that
  /// are behind all before.
  void go_to(Xapian::docid begin, Xapian::docid end) {
    begin_ = begin;
    end_ = end;
    needed_ = 0;
    having_.fill(0);
    scores_.fill(0);
    article_lengths_.each_below(
        end, [this](Xapian::docid article, std::uint32_t length) {
          lengths_[article - begin_] = length;
        });
  }

  /// Articles go on that have any of `words`, and had all given before.
  void need(std::vector<WordLists>& words) {
    for (WordLists& word : words) {
      if (word.terms.size() == 1) {
        word.terms.front().each_below(
            end_, [&](Xapian::docid article, std::uint32_t wdf) {
              add(article - begin_, word.weight, wdf);
            });
      } else {
        add_as_one(word);
      }
    }
    ++needed_;
  }

  /// The article is none of them.
  void leave_out(Xapian::docid article) { having_[article - begin_] = kNever; }

  /// How many articles have all.
  [[nodiscard]] std::uint64_t count() const {
    return static_cast<std::uint64_t>(
        std::count(having_.begin(), having_.begin() + (end_ - begin_),
                   static_cast<std::uint8_t>(needed_)));
  }

  /// Calls take(docid, score) for each that has all and scores `least` or more,
  /// which may change meanwhile; ascending.
  template <typename Least, typename Take>
  void each_of_best(const Least& least, const Take& take) const {
    for (Xapian::docid i = 0; i < end_ - begin_; ++i) {
      if (scores_[i] >= least() && having_[i] == needed_) {
        take(begin_ + i, scores_[i]);
      }
    }
  }

  static constexpr Xapian::docid kArticles = 8192;
  static constexpr std::size_t kMostNeeds = 254;

 private:
  static constexpr std::uint8_t kNever = 255;

  void add(std::size_t i, double weight, double wdf) {
    if (having_[i] < needed_) return;
    const double score = bm25::score(weight, wdf, length_parts_[lengths_[i]]);
    scores_[i] += score;
    having_[i] = static_cast<std::uint8_t>(needed_ + 1);
  }

  // Without a branch on what is there already: whether a second term of the
  // word has an article that the first one has is anybody's guess.
  void add_as_one(WordLists& word) {
    std::size_t found = 0;
    for (PostingList& list : word.terms) {
      list.each_below(end_, [&](Xapian::docid article, std::uint32_t wdf) {
        const std::size_t i = article - begin_;
        const std::uint32_t is_new = wdfs_[i] == 0 ? 1 : 0;
        found_[found] = static_cast<std::uint16_t>(i);
        found += is_new;
        wdfs_[i] += wdf + is_new;
      });
    }
    for (std::size_t n = 0; n < found; ++n) {
      const std::size_t i = found_[n];
      add(i, word.weight, std::exchange(wdfs_[i], 0) - 1);
    }
  }

  const LengthParts& length_parts_;
  PostingList article_lengths_;
  Xapian::docid begin_ = 0;
  Xapian::docid end_ = 0;
  std::size_t needed_ = 0;
  // By docid, from begin_.
  std::array<std::uint32_t, kArticles> lengths_{};
  std::array<std::uint8_t, kArticles> having_{};  // How many needs are met.
  std::array<double, kArticles> scores_{};
  // Of one word: its wdf and 1 where it is found, else 0; and where it is.
  std::array<std::uint32_t, kArticles> wdfs_{};
  std::array<std::uint16_t, kArticles + 1> found_{};
};

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
                            const AnyOf& words) {
  std::vector<WordLists> opened;
  for (const QueryWord& word : words) {
    WordLists& added = opened.emplace_back();
    added.weight = weight_of(word, lists.database());
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
  for (const AnyOf& words : all) opened.push_back(open(lists, part, words));
  const auto window = std::make_unique<Window>(lists, part, length_parts);
  auto next_left_out = left_out.begin();
  std::uint64_t total = 0;
  const std::uint64_t last_end = std::uint64_t{lists.last_docid(part)} + 1;
  for (std::uint64_t begin = 1; begin < last_end; begin += Window::kArticles) {
    const std::uint64_t end = std::min(begin + Window::kArticles, last_end);
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
  if (!words || words->all.size() > Window::kMostNeeds ||
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
