// Claims about corpus/text/sentence_lists.cc: items and lines.
#include "corpus/text/sentence_lists.h"

#include <doctest/doctest.h>

#include "tests/corpus/text/cut_sentences.h"

namespace broadsheet::text {
namespace {

TEST_CASE("a wrapped line is no boundary, an empty one is") {
  CHECK(cut("en", "Rain fell on\nArdan. Roads\n   closed.") ==
        "Rain fell on\nArdan.|Roads\n   closed.");
  CHECK(cut("en", "It was a cold \nnight in the city.") ==
        "It was a cold \nnight in the city.");
  CHECK(cut("en", "They went to the U.S.\nTreasury in the U.S.\nHe left.") ==
        "They went to the U.S.\nTreasury in the U.S.|He left.");
  CHECK(cut("en", "Rain on Ardan\n \nRoads closed") ==
        "Rain on Ardan|Roads closed");
  CHECK(cut("en", "the firm said it would cut\n5 of its 20 shops by\n1 May.") ==
        "the firm said it would cut\n5 of its 20 shops by\n1 May.");
  CHECK(cut("en", "It rained - a lot\n- and then it\nstopped.") ==
        "It rained - a lot\n- and then it\nstopped.");
}

TEST_CASE("items of a list are sentences") {
  check_cuts("en", {
                       "1. The wheat|2. The oats|3. The rye",
                       "1. The wheat.|2. The oats.",
                       "1) The wheat|2) The oats",
                       "1.) The wheat.|2.) The oats.",
                       "(1) The wheat|(2) The oats",
                       "a. The wheat|b. The oats|c. The rye",
                       "• Wheat|• Oats",
                       "• 9. Wheat|• 10. Oats",
                       "⁃9. Wheat|⁃10. Oats",
                   });
  CHECK(cut("en", "- Wheat\n- Oats") == "- Wheat|- Oats");
  CHECK(cut("en", "Grown here:\n1. Wheat\n2. Oats") ==
        "Grown here:|1. Wheat|2. Oats");
  CHECK(cut("en", "wheat\nmixed oats\nrye, barley\n") ==
        "wheat|mixed oats|rye, barley");
}

TEST_CASE("prose with numbers in it is no list") {
  check_cuts("en", {
                       "U.S. 1. FC Koeln lost in the 2. Bundesliga.",
                       "It has (1) a hall and (2) a Tower of stone.",
                       "It (a) A hall had and (b) A tower lost.",
                   });
}

}  // namespace
}  // namespace broadsheet::text
