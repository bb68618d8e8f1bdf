// Claims about ranking articles that have any of some words, word by word.
#include "searcher/search/union_ranking.h"

#include <doctest/doctest.h>

#include <cstddef>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "searcher/search/enquiry.h"

namespace broadsheet::searcher::search {
namespace {

using Xapian::Query;

class RandomUnions {
 public:
  explicit RandomUnions(unsigned seed) : random_(seed) {}

  [[nodiscard]] unsigned below(unsigned limit) {
    return std::uniform_int_distribution<unsigned>(0, limit - 1)(random_);
  }

  /// Up to 120 articles of one-letter words, some empty, in up to 3 segments.
  [[nodiscard]] Xapian::Database database() {
    Xapian::Database database;
    for (unsigned segment = 1 + below(3); segment > 0; --segment) {
      Xapian::WritableDatabase part(std::string(), Xapian::DB_BACKEND_INMEMORY);
      for (unsigned articles = below(40); articles > 0; --articles) {
        Xapian::Document article;
        for (unsigned words = below(30); words > 0; --words) {
          article.add_term(letter(), 1 + below(4));
        }
        part.add_document(article);
      }
      database.add_database(part);
    }
    return database;
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
    const Query any(Query::OP_OR, words.begin(), words.end());
    if (below(4) > 0) return any;
    return {Query::OP_AND_NOT, any, Query(letter())};
  }

 private:
  [[nodiscard]] std::string letter() {
    return std::string(1, static_cast<char>('a' + below(12)));
  }

  std::mt19937 random_;
};

TEST_CASE("it ranks, scores and counts as Xapian does") {
  RandomUnions unions(21578);
  int ranked = 0;
  for (int round = 0; round < 300; ++round) {
    const Xapian::Database database = unions.database();
    const Query query = unions.query(2);
    Request request;
    request.offset = unions.below(4);
    request.limit = unions.below(12);
    CAPTURE(round);
    CAPTURE(query.get_description());
    const auto ranking = rank_union(database, query, request);
    if (!ranking) continue;
    ++ranked;
    const Xapian::MSet all = enquire_for(database, query, request.sort)
                                 .get_mset(0, database.get_doccount());
    CHECK(ranking->total == all.size());
    CHECK(ranking->total_is_exact);
    const Xapian::MSet hits =
        enquire_for(database, query, request.sort)
            .get_mset(static_cast<Xapian::doccount>(request.offset),
                      request.limit == 0
                          ? database.get_doccount()
                          : static_cast<Xapian::doccount>(request.limit));
    REQUIRE(ranking->articles.size() == hits.size());
    for (std::size_t i = 0; i < ranking->articles.size(); ++i) {
      const auto hit = hits[static_cast<Xapian::doccount>(i)];
      CHECK(ranking->articles[i].score == doctest::Approx(hit.get_weight()));
      CHECK(ranking->articles[i].document == *hit);
    }
  }
  CHECK(ranked > 100);
}

// Xapian estimates how many articles have one of the terms two by two, rounded
// each time, in an order of its own.
TEST_CASE("a word of many terms weighs within a tenth of what Xapian gives") {
  RandomUnions unions(1987);
  for (int round = 0; round < 100; ++round) {
    const Xapian::Database database = unions.database();
    const Query query = unions.query(6);
    Request request;
    request.limit = 0;
    CAPTURE(round);
    CAPTURE(query.get_description());
    const auto ranking = rank_union(database, query, request);
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

TEST_CASE("what is not words joined by OR, or not by relevance, is Xapian's") {
  Xapian::WritableDatabase database(std::string(), Xapian::DB_BACKEND_INMEMORY);
  Xapian::Document article;
  for (const char* word : {"a", "b", "c"}) article.add_term(word);
  database.add_document(article);
  const Query a("a");
  const Query b("b");
  const std::vector<Query> words{a, b, Query("c")};
  const Query either(Query::OP_OR, words.begin(), words.end());
  Request request;
  CHECK(rank_union(database, either, request));
  CHECK(rank_union(
      database, Query(Query::OP_SYNONYM, words.begin(), words.end()), request));
  CHECK_FALSE(rank_union(database, a, request));
  CHECK_FALSE(rank_union(database, Query(), request));
  CHECK_FALSE(rank_union(database, Query::MatchAll, request));
  CHECK_FALSE(rank_union(database, Query(Query::OP_AND, a, b), request));
  CHECK_FALSE(rank_union(database,
                         Query(Query::OP_OR, a, Query(Query::OP_PHRASE, a, b)),
                         request));
  CHECK_FALSE(
      rank_union(database, Query(Query::OP_FILTER, either, a), request));
  request.sort = Sort::kNewest;
  CHECK_FALSE(rank_union(database, either, request));
}

TEST_CASE("with fewer than three postings for each article Xapian ranks") {
  Xapian::WritableDatabase database(std::string(), Xapian::DB_BACKEND_INMEMORY);
  std::vector<Query> words;
  for (const char* word : {"a", "b", "c", "d"}) words.emplace_back(word);
  const Query any(Query::OP_OR, words.begin(), words.end());
  for (int i = 0; i < 2; ++i) {
    Xapian::Document article;
    for (const char* word : {"a", "b", "c"}) article.add_term(word);
    database.add_document(article);
  }
  CHECK(rank_union(database, any, {}));
  database.add_document(Xapian::Document());
  CHECK_FALSE(rank_union(database, any, {}));
}

}  // namespace
}  // namespace broadsheet::searcher::search
