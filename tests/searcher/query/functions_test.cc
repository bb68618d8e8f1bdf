// How functions are read, and what they refuse.
#include "searcher/query/functions.h"

#include <doctest/doctest.h>

#include "tests/searcher/query/check_trees.h"

namespace broadsheet::searcher::query {
namespace {

TEST_CASE("functions say how words are printed and how often they stand") {
  check_trees({
      {"caps(Oil)", "caps:Zoil"},
      {"allcaps(\"oil price\")", "allcaps:[oil price]"},
      {"nocaps(a OR b) c", "((nocaps:Za OR nocaps:Zb) AND Zc)"},
      {"title:caps(Oil)", "caps:ZSoil"},
      {"caps(title:Oil)", "caps:ZSoil"},
      {"exact(oils)", "oils"},
      {"exact(~\"oil prices\")", "[oil prices]"},
      {"singular(cities)", "(city|city's)"},
      {"plural(city)", "(cities|cities's)"},
      {"atleast5(oil)", "atleast5(Zoil)"},
      {"atleast5 oil gas", "(atleast5(Zoil) AND Zgas)"},
      {"ATLEAST3(oil OR \"gas price\")", "atleast3((Zoil OR [gas price]))"},
      {"s(oil gas -coal)", "s((Zoil AND Zgas AND NOT Zcoal))"},
      {"P(oil OR gas)", "p((Zoil OR Zgas))"},
      {"caps oil s p", "(Zcap AND Zoil AND Zs AND Zp)"},
      {"atleast5", "[Zatleast 5]"},
  });
}

TEST_CASE("functions take what they can count or find in a sentence") {
  check_trees({
      {"atleast5(oil gas)", "bad-operand @0-8"},
      {"atleast5(author:olsen)", "bad-operand @0-8"},
      {"s(oil date:2020)", "bad-operand @0-16"},
      {"s(-oil)", "negated-operand @0-7"},
      {"p(*)", "bad-operand @0-4"},
      {"caps()", "empty-group @4-6"},
      {"said:olsen w/5 oil", "bad-operand @11-14"},
      {"atleast0(oil)", "bad-number @0-8"},
      {"atleast99999(oil)", "bad-number @0-12"},
  });
}

}  // namespace
}  // namespace broadsheet::searcher::query
