// Names of fields, in any case, and the misspellings that are taken for one.
#include "searcher/query/fields.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace broadsheet::searcher::query {
namespace {

std::string nearest(const std::string& name) {
  const auto field = nearest_field(name);
  return field ? std::string(field->name) : "none";
}

TEST_CASE("a field is found in any case") {
  CHECK(find_field("title"));
  CHECK(find_field("TITLE"));
  CHECK(find_field("Hd"));
  CHECK_FALSE(find_field("titles"));
  CHECK_FALSE(find_field(""));
}

TEST_CASE("a near-miss is a field, a word of its own is not") {
  struct Row {
    std::string typed;
    std::string field;
  };
  for (const Row& row : std::vector<Row>{
           {"auther", "author"},
           {"tilte", "title"},
           {"Titel", "title"},
           {"titl", "title"},
           {"soruce", "source"},
           {"datelin", "dateline"},
           {"headlien", "headline"},
           {"hedline", "headline"},
           {"palce", "place"},
           {"dat", "none"},
           {"data", "date"},
           {"befor", "before"},
           {"intitle", "title"},
           {"inauthor", "author"},
           {"title", "none"},
           {"http", "none"},
           {"https", "none"},
           {"note", "none"},
           {"update", "none"},
           {"mailto", "none"},
           {"site", "none"},
           {"re", "none"},
           {"id", "none"},
           {"x", "none"},
           {"", "none"},
           {std::string(70'000, 'a'), "none"},
       }) {
    CAPTURE(row.typed.substr(0, 20));
    CHECK(nearest(row.typed) == row.field);
  }
}

}  // namespace
}  // namespace broadsheet::searcher::query
