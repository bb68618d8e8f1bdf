// Columns as a terminal counts them.
#include "corpus/base/width.h"

#include <doctest/doctest.h>

#include <string>

namespace broadsheet {
namespace {

TEST_CASE("text takes the columns that a terminal gives it") {
  struct Row {
    std::string text;
    std::size_t columns;
  };
  for (const Row& row : {
           Row{"", 0},
           Row{"oil price", 9},
           Row{"Café", 4},
           Row{"Cafe\u0301", 4},  // the accent stands on the e
           Row{"軽井沢", 6},
           Row{"ｶﾙｲｻﾞﾜ", 6},  // halfwidth kana
           Row{"Ｇ７", 4},    // fullwidth Latin
           Row{"서울", 4},
           Row{"\u1112\u1161\u11ab", 2},  // one syllable in three parts
           Row{"“quoted” – …", 12},       // ambiguous width: one each
           Row{"🙂", 2},
           Row{"a\u200db", 2},
           Row{"\xff", 1},
       }) {
    CAPTURE(row.text);
    CHECK(display_width(row.text) == row.columns);
  }
}

TEST_CASE("a code point takes no column, one or two") {
  CHECK(display_width(U'\0') == 0);
  CHECK(display_width(U'\x1b') == 0);
  CHECK(display_width(char32_t{0x00AD}) == 1);
  CHECK(display_width(char32_t{0x0301}) == 0);
  CHECK(display_width(U'a') == 1);
  CHECK(display_width(U'語') == 2);
  CHECK(display_width(char32_t{0x110000}) == 1);
}

}  // namespace
}  // namespace broadsheet
