// What stands for several words of the index: wildcards, wrong letters, phrases
// with gaps.
#include "searcher/query/patterns.h"

#include <doctest/doctest.h>

#include "tests/searcher/query/check_trees.h"

namespace broadsheet::searcher::query {
namespace {

TEST_CASE("wildcards and wrong letters stand for words of the index") {
  check_trees({
      {"resign*", "resign*"},
      {"resign!", "resign*"},
      {"wom?n", "wom?n"},
      {"*burger **ton", "(*burger AND *ton)"},
      {"title:Res\u00edgn*", "resign*"},
      {"\"prime minist* said\"", "[prime minist* said]"},
      {"~\"prime minist*\"", "[Zprime minist*]"},
      {"rule*-based", "[rule* Zbase]"},
      {"storm~ storm~1 storm~2", "(storm~1 AND storm~1 AND storm~2)"},
      {"\"storm~\"", "storm"},
      {"oil w/5 pric*", "(Zoil w/5 pric*)"},
      {"\"oil price\"~3", "[oil price]~3"},
      {"~\"oil prices\"~0", "[Zoil Zprice]~0"},
      {"\"oil\"~3", "oil"},
  });
}

TEST_CASE("the letters that stand for wildcards inside are letters outside") {
  check_trees({
      {"\u1681\u1682 a\u1682", "(Z\u1681\u1682 AND Za\u1682)"},
      {"a\u1682~", "a\u1682~1"},
      {"a\u1681\u1682b*", "a\u1681\u1682b*"},
  });
}

TEST_CASE("wildcards, wrong letters and gaps have their bounds") {
  check_trees({
      {"\"oil gas\"~256", "bad-slop @9-13"},
      {"\"oil gas\"~x", "bad-slop @9-11"},
      {"storm~3", "bad-slop @0-7"},
      {"rules-based~", "bad-slop @0-12"},
      {"stor*~", "bad-slop @0-6"},
      {"a*", "wildcard-too-wide @0-2"},
      {"*a*", "wildcard-too-wide @0-3"},
      {"title:*", "wildcard-too-wide @6-7"},
      {"\"oil * price\"", "wildcard-too-wide @0-13"},
      {"\"oil a*\"", "wildcard-too-wide @0-8"},
  });
}

}  // namespace
}  // namespace broadsheet::searcher::query
