#include "corpus/base/nearest.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace broadsheet {
namespace {

TEST_CASE("a distance counts letters added, removed, changed and swapped") {
  CHECK(edit_distance("limit", "limit") == 0);
  CHECK(edit_distance("limt", "limit") == 1);
  CHECK(edit_distance("limits", "limit") == 1);
  CHECK(edit_distance("lomit", "limit") == 1);
  CHECK(edit_distance("limti", "limit") == 1);
  CHECK(edit_distance("", "limit") == 5);
  CHECK(edit_distance("limit", "") == 5);
  CHECK(edit_distance("sort", "json") == 3);
}

TEST_CASE("a misspelt name is the nearest one, or none") {
  const std::vector<std::string> names{"limit",     "offset", "sort",
                                       "sentences", "color",  "count"};
  CHECK(nearest("limt", names) == "limit");
  CHECK(nearest("colour", names) == "color");
  CHECK(nearest("sentence", names) == "sentences");
  CHECK(nearest("sent", names) == "sentences");
  CHECK(nearest("srot", names) == "sort");
  CHECK(nearest("x", names) == "");
  CHECK(nearest("gas", names) == "");
  CHECK(nearest("", names) == "");
  CHECK(nearest(std::string(100'000, 'a'), names) == "");
}

}  // namespace
}  // namespace broadsheet
