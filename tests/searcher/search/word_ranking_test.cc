// Claims about ranking articles that have certain words, word by word.
#include "searcher/search/word_ranking.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "searcher/search/enquiry.h"
#include "tests/support/temporary_directory.h"

namespace broadsheet::searcher::search {
namespace {

using Xapian::Query;

class RandomUnions {
 public:
  explicit RandomUnions(unsigned seed) : random_(seed) {}

  [[nodiscard]] unsigned below(unsigned limit) {
    return std::uniform_int_distribution<unsigned>(0, limit - 1)(random_);
  }

  /// Up to 120 articles of one-letter words, some empty, in up to 3 segments,
  /// in memory.
  [[nodiscard]] PostingLists small_index() {
    Xapian::Database database;
    for (unsigned segment = 1 + below(3); segment > 0; --segment) {
      Xapian::WritableDatabase part(std::string(), Xapian::DB_BACKEND_INMEMORY);
      add_articles(part, below(40));
      database.add_database(part);
    }
    return PostingLists(database);
  }

  /// Up to 10,000 in 2 or 3 segments, whose tables are as the indexer leaves
  /// them; those are in `directory`.
  [[nodiscard]] PostingLists index_on_disk(const std::string& directory) {
    Xapian::Database database;
    std::vector<std::string> segments;
    for (unsigned segment = 2 + below(2); segment > 0; --segment) {
      const std::string path = directory + '/' + std::to_string(segment);
      const std::string raw = path + "-raw";
      Xapian::WritableDatabase part(
          raw, Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
      add_articles(part, below(10'000) / 3);
      part.commit();
      part.compact(path);
      segments.push_back(path);
      database.add_database(Xapian::Database(path, Xapian::DB_BACKEND_GLASS));
    }
    return PostingLists(database, segments);
  }

  /// A few words of up to `most_terms` terms each; at times without another.
  [[nodiscard]] Query query(unsigned most_terms) {
    std::vector<Query> words;
    for (unsigned count = 1 + below(9); count > 0; --count) {
      std::set<std::string> terms;
      for (unsigned forms = 1 + below(most_terms); forms > 0; --forms) {
        terms.insert(letter());
      }
      words.emplace_back(Query::OP_SYNONYM, terms.begin(), terms.end());
    }
    Query joined(Query::OP_OR, words.begin(), words.end());
    if (below(2) == 0) {
      joined = Query(Query::OP_AND, Query(Query::OP_OR, words.front(), joined),
                     Query(letter()));
    }
    if (below(3) == 0) {
      joined = Query(Query::OP_FILTER, joined,
                     Query(Query::OP_OR, Query(letter()), Query(letter())));
    }
    if (below(4) > 0) return joined;
    return {Query::OP_AND_NOT, joined, Query(letter())};
  }

 private:
  void add_articles(Xapian::WritableDatabase& database, unsigned count) {
    for (; count > 0; --count) {
      Xapian::Document article;
      for (unsigned words = below(30); words > 0; --words) {
        article.add_term(letter(), 1 + below(below(20) == 0 ? 20'000 : 4));
      }
      database.add_document(article);
    }
  }

  [[nodiscard]] std::string letter() {
    return std::string(1, static_cast<char>('a' + below(12)));
  }

  std::mt19937 random_;
};

/// Checks that `lists` are ranked, scored and counted as Xapian does; false if
/// it is left to Xapian.
bool compare(RandomUnions& unions, const PostingLists& lists) {
  const Xapian::Database& database = lists.database();
  const Query query = unions.query(2);
  Request request;
  request.offset = unions.below(4);
  request.limit = unions.below(12);
  CAPTURE(query.get_description());
  const auto ranking = rank_words(lists, query, request);
  if (!ranking) return false;
  const Xapian::MSet all = enquire_for(database, query, request.sort)
                               .get_mset(0, database.get_doccount());
  CHECK(ranking->total == all.size());
  CHECK(ranking->total_is_exact);
  // Sums in another order differ in their last bits, so that articles of the
  // same score may change places.
  std::map<Xapian::docid, double> scores;
  for (auto hit = all.begin(); hit != all.end(); ++hit) {
    scores[*hit] = hit.get_weight();
  }
  const std::size_t begin = std::min<std::size_t>(request.offset, all.size());
  const std::size_t left = all.size() - begin;
  REQUIRE(
      ranking->articles.size() ==
      (request.limit == 0 ? left : std::min<std::size_t>(request.limit, left)));
  for (std::size_t i = 0; i < ranking->articles.size(); ++i) {
    const RankedArticle& article = ranking->articles[i];
    const auto hit = all[static_cast<Xapian::doccount>(begin + i)];
    CHECK(article.score == doctest::Approx(hit.get_weight()));
    CHECK(article.score == doctest::Approx(scores[article.document]));
    if (i > 0) CHECK(ranking->articles[i - 1].score >= article.score);
  }
  return true;
}

TEST_CASE("it ranks, scores and counts as Xapian does") {
  RandomUnions unions(21578);
  int ranked = 0;
  for (int round = 0; round < 300; ++round) {
    CAPTURE(round);
    if (compare(unions, unions.small_index())) ++ranked;
  }
  CHECK(ranked > 100);
}

TEST_CASE("it does so from the tables of segments") {
  RandomUnions unions(1987);
  for (int round = 0; round < 4; ++round) {
    CAPTURE(round);
    const tests::TemporaryDirectory directory;
    const PostingLists lists = unions.index_on_disk(directory.path());
    CHECK(lists.parts() > 1);  // Else all would be read through Xapian.
    int ranked = 0;
    for (int query = 0; query < 20; ++query) {
      if (compare(unions, lists)) ++ranked;
    }
    CHECK(ranked > 10);
  }
}

// Xapian estimates how many articles have one of the terms two by two, rounded
// each time, in an order of its own.
TEST_CASE("a word of many terms weighs within a tenth of what Xapian gives") {
  RandomUnions unions(1987);
  for (int round = 0; round < 100; ++round) {
    const PostingLists lists = unions.small_index();
    const Xapian::Database& database = lists.database();
    const Query query = unions.query(6);
    Request request;
    request.limit = 0;
    CAPTURE(round);
    CAPTURE(query.get_description());
    const auto ranking = rank_words(lists, query, request);
    // Among few articles, one more or less is much.
    if (!ranking || database.get_doccount() < 60) continue;
    const Xapian::MSet all = enquire_for(database, query, request.sort)
                                 .get_mset(0, database.get_doccount());
    REQUIRE(ranking->articles.size() == all.size());
    std::map<Xapian::docid, double> scores;
    for (const RankedArticle& article : ranking->articles) {
      scores[article.document] = article.score;
    }
    for (auto hit = all.begin(); hit != all.end(); ++hit) {
      CHECK(scores[*hit] == doctest::Approx(hit.get_weight()).epsilon(0.1));
    }
  }
}

TEST_CASE("what is not of words alone, or not by relevance, is Xapian's") {
  Xapian::WritableDatabase database(std::string(), Xapian::DB_BACKEND_INMEMORY);
  Xapian::Document article;
  for (const char* word : {"a", "b", "c"}) article.add_term(word);
  database.add_document(article);
  const PostingLists lists(database);
  const Query a("a");
  const Query b("b");
  const Query either(Query::OP_OR, a, b);
  const Query both(Query::OP_AND, a, b);
  Request request;
  for (const Query& query :
       {a, either, both, Query(Query::OP_SYNONYM, a, b),
        Query(Query::OP_AND, either, Query("c")),
        Query(Query::OP_FILTER, either, Query("c")),
        Query(Query::OP_AND_NOT, both, Query(Query::OP_PHRASE, a, b))}) {
    CAPTURE(query.get_description());
    CHECK(rank_words(lists, query, request));
  }
  for (const Query& query :
       {Query(), Query::MatchAll, Query(Query::OP_PHRASE, a, b),
        Query(Query::OP_OR, both, Query("c")),
        Query(Query::OP_AND, a, Query(Query::OP_PHRASE, a, b)),
        Query(Query::OP_FILTER, either, Query(Query::OP_PHRASE, a, b)),
        Query(Query::OP_FILTER, a, Query::MatchAll),
        Query(Query::OP_SCALE_WEIGHT, a, 3.0)}) {
    CAPTURE(query.get_description());
    CHECK_FALSE(rank_words(lists, query, request));
  }
  request.sort = Sort::kNewest;
  CHECK_FALSE(rank_words(lists, either, request));
}

TEST_CASE("words that few of many articles have are Xapian's") {
  Xapian::WritableDatabase database(std::string(), Xapian::DB_BACKEND_INMEMORY);
  for (int i = 0; i < 100; ++i) {
    Xapian::Document article;
    article.add_term("all");
    if (i < 2) article.add_term("two");
    if (i < 3) article.add_term("three");
    database.add_document(article);
  }
  const PostingLists lists(database);
  const Query all("all");
  const Query two("two");
  const Query three("three");
  CHECK(rank_words(lists, all, {}));
  CHECK(rank_words(lists, three, {}));
  CHECK(rank_words(lists, Query(Query::OP_OR, all, two), {}));
  CHECK_FALSE(rank_words(lists, two, {}));
  CHECK_FALSE(rank_words(lists, Query(Query::OP_AND, all, three), {}));
}

}  // namespace
}  // namespace broadsheet::searcher::search
