#include "searcher/search/spelling.h"

#include <doctest/doctest.h>

#include <string>
#include <variant>
#include <vector>

#include "searcher/query/parser.h"

namespace broadsheet::searcher::search {
namespace {

/// An index in which each word is in as many articles as its number says.
Xapian::WritableDatabase known() {
  struct Word {
    const char* term;
    int articles;
  };
  Xapian::WritableDatabase database(std::string(), Xapian::DB_BACKEND_INMEMORY);
  for (const Word& word : {Word{"minister", 3},
                           {"minster", 1},
                           {"ministry", 5},
                           {"government", 4},
                           {"governor", 9},
                           {"oil", 4},
                           {"café", 2},
                           {"cafe", 2},
                           {"Alindqvist", 1},
                           {"Sbudget", 2},
                           {"budget", 2},
                           {"rain", 1},
                           {"train", 8},
                           {"rail", 2}}) {
    for (int i = 0; i < word.articles; ++i) {
      Xapian::Document document;
      document.add_term(word.term);
      document.add_term(std::string("Z") + word.term);
      database.add_document(document);
    }
  }
  return database;
}

std::string mended(const std::string& query) {
  static const Xapian::WritableDatabase database = known();
  const auto parsed = query::parse_query(query, {});
  REQUIRE(std::holds_alternative<query::ParsedQuery>(parsed));
  return respelt(database, std::get<query::ParsedQuery>(parsed).root, query);
}

TEST_CASE("a word that no article has is spelt as the nearest that one has") {
  struct Row {
    const char* query;
    const char* expected;
  };
  for (const Row& row : std::vector<Row>{
           {"minitser", "minister"},
           {"Minitser", "minister"},
           {"\"the minitser\"", ""},  // "the" is no word of this index either.
           {"\"oil minitser\"", "\"oil minister\""},
           {"oil AND (minitser OR rain)", "oil AND (minister OR rain)"},
           {"oil w/5 minitser", "oil w/5 minister"},
           {"author:lindqvst", "author:lindqvist"},
           {"title:budgt", "title:budget"},
           {"oil minitser governmemt", "oil minister government"},
       }) {
    CAPTURE(row.query);
    CHECK(mended(row.query) == row.expected);
  }
}

TEST_CASE("of two that are as near, the more common one is meant") {
  CHECK(mended("ministe") == "minister");
}

TEST_CASE("one wrong letter comes before two, and only long words have two") {
  CHECK(mended("goverment") == "government");
  CHECK(mended("gouvernmimt") == "");
  CHECK(mended("govermmemt") == "government");
  CHECK(mended("budgxx") == "");
}

TEST_CASE("the first letter is never wrong, and short words are left alone") {
  CHECK(mended("brain") == "");
  CHECK(mended("oli") == "");
}

TEST_CASE("where nothing is wrong, or a word cannot be mended, there is none") {
  CHECK(mended("oil rain") == "");
  CHECK(mended("minitser zzyzx") == "");
  CHECK(mended("minitser OR zzyzx") == "minister OR zzyzx");
  CHECK(mended("minitser -zzyzx") == "minister -zzyzx");
  CHECK(mended("minitser zz*") == "");
}

}  // namespace
}  // namespace broadsheet::searcher::search
