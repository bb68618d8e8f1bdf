// Claims about searcher/search/positions.cc.
#include "searcher/search/positions.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace broadsheet::searcher::search {
namespace {

using Xapian::Query;

Query together(Query::op type, const std::vector<Query>& parts) {
  return {type, parts.begin(), parts.end()};
}

Query phrase(const std::string& a, const std::string& b) {
  return together(Query::OP_PHRASE, {Query(a), Query(b)});
}

std::string loose(const Query& query) {
  return without_positions(query).get_description();
}

TEST_CASE("without positions, of phrases and connectors their words are left") {
  const Query of_the = phrase("of", "the");
  const Query near =
      together(Query::OP_NEAR,
               {Query("oil"),
                together(Query::OP_OR, {Query("price"), Query("prices")})});
  CHECK(loose(of_the) == "Query((of AND the))");
  CHECK(loose(near) == "Query((oil AND (price OR prices)))");
  CHECK(loose(together(Query::OP_AND, {of_the, Query("gas")})) ==
        "Query(((of AND the) AND gas))");
  CHECK(loose(together(Query::OP_FILTER, {Query("gas"), of_the})) ==
        "Query((gas FILTER (of AND the)))");
  CHECK(loose(together(Query::OP_AND_NOT, {of_the, Query("gas")})) ==
        "Query(((of AND the) AND_NOT gas))");
}

TEST_CASE("what is excluded, and what would score more, keeps its positions") {
  const Query of_the = phrase("of", "the");
  const Query excluded = together(Query::OP_AND_NOT, {Query("gas"), of_the});
  CHECK(loose(excluded) == excluded.get_description());
  CHECK(asks_for_positions(without_positions(excluded)));
  const Query either = together(Query::OP_OR, {of_the, Query("gas")});
  CHECK(loose(either) == either.get_description());
  // As a filter it scores nothing.
  CHECK(loose(together(Query::OP_FILTER, {Query("oil"), either})) ==
        "Query((oil FILTER ((of AND the) OR gas)))");
  const Query scaled(Query::OP_SCALE_WEIGHT, of_the, 0.5);
  CHECK(asks_for_positions(without_positions(scaled)));
}

TEST_CASE("only phrases and connectors ask for positions") {
  CHECK(asks_for_positions(phrase("of", "the")));
  CHECK(asks_for_positions(
      together(Query::OP_OR, {Query("gas"), phrase("of", "the")})));
  CHECK_FALSE(asks_for_positions(Query("gas")));
  CHECK_FALSE(asks_for_positions(Query()));
  CHECK_FALSE(asks_for_positions(Query::MatchAll));
  CHECK_FALSE(asks_for_positions(
      together(Query::OP_SYNONYM, {Query("gas"), Query("gases")})));
}

TEST_CASE("no query finds more articles than its words allow") {
  Xapian::WritableDatabase database(std::string(), Xapian::DB_BACKEND_INMEMORY);
  for (const char* words : {"oil", "oil gas", "oil coal", "coal", ""}) {
    Xapian::Document document;
    const std::string text = words;
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find(' ', begin), text.size());
      document.add_term(text.substr(begin, end - begin));
      begin = end + 1;
    }
    database.add_document(document);
  }
  const auto most = [&](const Query& query) {
    return most_found(database, query);
  };
  CHECK(most(Query("oil")) == 3);
  CHECK(most(Query("rain")) == 0);
  CHECK(most(Query()) == 0);
  CHECK(most(Query::MatchAll) == 5);
  CHECK(most(phrase("oil", "gas")) == 1);
  CHECK(most(together(Query::OP_AND, {Query("oil"), Query("coal")})) == 2);
  CHECK(most(together(Query::OP_OR, {Query("gas"), Query("coal")})) == 3);
  CHECK(most(together(Query::OP_OR,
                      {Query("oil"), Query("coal"), Query("gas")})) == 5);
  CHECK(most(together(Query::OP_FILTER, {Query("oil"), Query("gas")})) == 1);
  CHECK(most(together(Query::OP_AND_NOT, {Query("oil"), Query("gas")})) == 3);
}

}  // namespace
}  // namespace broadsheet::searcher::search
