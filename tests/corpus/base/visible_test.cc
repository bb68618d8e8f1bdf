// Claims about what may reach a terminal.
#include "corpus/base/visible.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

#include "corpus/base/utf8.h"

namespace broadsheet {
namespace {

TEST_CASE("text that only shows itself is not changed") {
  for (const char* text :
       {"", "Plain prose, 3.5%.", "Zürich – “quoted” €5", "日本語の見出し",
        "שלום עולם", "नमस्ते\u200Dक", "👩\u200D🚒", "e\u0301"}) {
    CHECK(visible(text) == text);
  }
}

TEST_CASE("what moves the cursor, hides or turns text is spelled out") {
  struct Row {
    std::string_view text, shown;
  };
  using namespace std::string_view_literals;
  for (const Row& row : {
           Row{"\x1B[31mred"sv, "␛[31mred"},
           Row{"\x1B]0;title\x07"sv, "␛]0;title␇"},
           Row{"a\0b"sv, "a␀b"},
           Row{"back\b\x7F"sv, "back␈␡"},
           Row{"line\nbreak\ttab\rreturn"sv, "line break tab return"},
           Row{"\xC2\x9B"
               "31m"sv,
               "\\x9b31m"},
           Row{"caf\xE9"sv, "caf\\xe9"},
           Row{"\xE2\x80"sv, "\\xe2\\x80"},
           Row{"abc\u202Edef"sv, "abc\\u{202e}def"},
           Row{"zero\u200Bwidth"sv, "zero\\u{200b}width"},
           Row{"\uFEFFmark"sv, "\\u{feff}mark"},
           Row{"\U000E0041tag"sv, "\\u{e0041}tag"},
           Row{"line\u2028separator"sv, "line\\u{2028}separator"},
       }) {
    const auto& [text, shown] = row;

    CAPTURE(row.shown);
    CHECK(visible(text) == shown);
  }
}

TEST_CASE("no bytes from outside give control bytes or malformed UTF-8") {
  const unsigned seed = std::random_device{}();
  CAPTURE(seed);
  std::mt19937 random(seed);
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (std::size_t i = random() % 20; i > 0; --i) {
      text += static_cast<char>(random() % 256);
    }
    const std::string shown = visible(text);
    CHECK(is_valid_utf8(shown));
    for (std::size_t i = 0; i < shown.size();) {
      const CodePoint point = code_point_at(shown, i);
      CHECK(point.value >= 0x20);
      CHECK((point.value < 0x7F || point.value >= 0xA0));
      i += point.bytes;
    }
  }
}

}  // namespace
}  // namespace broadsheet
