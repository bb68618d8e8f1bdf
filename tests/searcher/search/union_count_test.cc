// Claims about counting articles that have any of some words.
#include "searcher/search/union_count.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

namespace broadsheet::searcher::search {
namespace {

using Xapian::Query;

/// Articles of one-letter words: "ab" is one of a and b.
Xapian::WritableDatabase counted_articles(
    const std::vector<std::string>& texts) {
  Xapian::WritableDatabase database(std::string(), Xapian::DB_BACKEND_INMEMORY);
  for (const std::string& text : texts) {
    Xapian::Document article;
    for (const char word : text) article.add_term(std::string(1, word));
    database.add_document(article);
  }
  return database;
}

TEST_CASE("an article with several of the words counts once") {
  const auto database = counted_articles({"ab", "a", "c", "", "bc"});
  const auto any = [](const Query& a, const Query& b) {
    return Query(Query::OP_OR, a, b);
  };
  CHECK(union_count(PostingLists(database), Query("a")) == 2);
  CHECK(union_count(PostingLists(database), any(Query("a"), Query("b"))) == 3);
  CHECK(union_count(PostingLists(database),
                    Query(Query::OP_SYNONYM, Query("b"), Query("c"))) == 3);
  CHECK(union_count(PostingLists(database),
                    any(Query("a"), Query(Query::OP_SYNONYM, Query("b"),
                                          Query("c")))) == 4);
  CHECK(union_count(PostingLists(database), any(Query("x"), Query("y"))) == 0);
}

TEST_CASE("what is more than words is left to Xapian") {
  const auto database = counted_articles({"ab", "a"});
  const Query a("a");
  const Query b("b");
  CHECK_FALSE(union_count(PostingLists(database), Query(Query::OP_AND, a, b)));
  CHECK_FALSE(
      union_count(PostingLists(database), Query(Query::OP_AND_NOT, a, b)));
  CHECK_FALSE(
      union_count(PostingLists(database), Query(Query::OP_FILTER, a, b)));
  CHECK_FALSE(union_count(PostingLists(database), Query::MatchAll));
  CHECK_FALSE(
      union_count(PostingLists(database),
                  Query(Query::OP_OR, a, Query(Query::OP_PHRASE, a, b))));
}

TEST_CASE("it counts what a match counts, of one segment or of several") {
  std::mt19937 random(21578);
  const auto below = [&](unsigned limit) {
    return std::uniform_int_distribution<unsigned>(0, limit - 1)(random);
  };
  for (int round = 0; round < 50; ++round) {
    Xapian::Database database;
    for (unsigned segment = 1 + below(3); segment > 0; --segment) {
      std::vector<std::string> texts(below(40));
      for (std::string& text : texts) {
        for (unsigned words = below(4); words > 0; --words) {
          text += static_cast<char>('a' + below(8));
        }
      }
      database.add_database(counted_articles(texts));
    }
    std::vector<Query> words;
    for (unsigned count = 1 + below(5); count > 0; --count) {
      words.emplace_back(std::string(1, static_cast<char>('a' + below(9))));
    }
    const Query query(Query::OP_OR, words.begin(), words.end());
    Xapian::Enquire enquire(database);
    enquire.set_query(query);
    CAPTURE(query.get_description());
    CHECK(union_count(PostingLists(database), query) ==
          enquire.get_mset(0, 1000, 1000).size());
  }
}

}  // namespace
}  // namespace broadsheet::searcher::search
