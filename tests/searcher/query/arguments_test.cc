// Queries as a shell hands them over.
#include "searcher/query/arguments.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace broadsheet::searcher::query {
namespace {

using Arguments = std::vector<std::string>;

TEST_CASE("arguments are joined by blanks") {
  CHECK(join_arguments(Arguments{}) == "");
  CHECK(join_arguments(Arguments{"oil"}) == "oil");
  CHECK(join_arguments(Arguments{"oil", "", "\"gas price\""}) ==
        "oil  \"gas price\"");
}

TEST_CASE("quotation marks that a shell has taken are noticed") {
  const auto note = [](const Arguments& arguments) {
    const auto notes = notes_on_arguments(arguments);
    return notes.empty() ? "" : notes.front();
  };
  CHECK(note({"title:tax cut"}) ==
        "the shell may have removed quotation marks: only \"tax\" is searched "
        "in title: Write 'title:\"tax cut\"'");
  CHECK(note({"budget", "-byline:Mara Olsen"}) ==
        "the shell may have removed quotation marks: only \"Mara\" is "
        "searched in byline: Write '-byline:\"Mara Olsen\"'");
  for (const std::string argument :
       {"title:tax", "tax cut", "http:a b", "title:\"tax cut\"", "title: tax",
        "title:tax OR cut", "title:tax -cut", "title:(tax cut)",
        "title:tax author:Olsen"}) {
    CAPTURE(argument);
    CHECK(note({argument}) == "");
  }
}

}  // namespace
}  // namespace broadsheet::searcher::query
