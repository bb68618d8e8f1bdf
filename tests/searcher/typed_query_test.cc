#include "searcher/typed_query.h"

#include <doctest/doctest.h>

#include <cstddef>
#include <string>

#include "corpus/base/error.h"
#include "tests/support/temporary_directory.h"

namespace broadsheet::searcher {
namespace {

TEST_CASE("arguments are joined by blanks, and keep their own") {
  CHECK(query_of({}).empty());
  CHECK(query_of({"oil"}) == "oil");
  CHECK(query_of({"oil", "OR", "\"crude  oil\""}) == "oil OR \"crude  oil\"");
}

TEST_CASE("a query in a file is read as it is, line ends and all") {
  const tests::TemporaryDirectory scratch;
  const std::string name = scratch.write("query", "oil OR\ngas\n");
  CHECK(query_in(name) == "oil OR\ngas\n");
  CHECK_THROWS_AS(static_cast<void>(query_in(scratch / "none")), Error);
}

TEST_CASE("of a file that is no query, no more is read than is refused") {
  const tests::TemporaryDirectory scratch;
  const std::string name =
      scratch.write("large", std::string(std::size_t{3} << 20, 'x'));
  CHECK(query_in(name).size() == std::size_t{1} << 20);
}

TEST_CASE("a field before several words may have lost its quotation marks") {
  struct Case {
    const char* argument;
    bool lost;
  };
  for (const Case& it : {Case{"title:tax cut", true},
                         {"title:tax", false},
                         {"title:\"tax cut\"", false},
                         {"title:tax OR author:silva", false},
                         {"title: tax", false},
                         {"title:tax ", false},
                         {"tax cut", false},
                         {":tax cut", false},
                         {"12:30 today", false}}) {
    CAPTURE(it.argument);
    CHECK(may_have_lost_quotes(it.argument) == it.lost);
  }
}

}  // namespace
}  // namespace broadsheet::searcher
