// Claims about what is wrong with a text that is not JSON.
#include "corpus/read/json_fault.h"

#include <doctest/doctest.h>
#include <simdjson.h>

#include <random>
#include <string>

#include "tests/support/effort.h"

namespace broadsheet::read {
namespace {

/// "BYTE: WHAT", or "" for JSON.
std::string fault(std::string_view text) {
  const std::optional<JsonFault> found = find_json_fault(text);
  if (!found) return {};
  return std::to_string(found->byte) + ": " + found->what;
}

TEST_CASE("JSON has no fault") {
  for (const std::string_view text :
       {R"({})", R"([])", R"( {"a": [1, -2.5e+3, 0, 0.1, true, false, null]} )",
        R"("\u00e9\\\"\/\b\f\n\r\t")", "1", R"({"a":{"b":[[],{}]}})"}) {
    CAPTURE(text);
    CHECK(fault(text) == "");
  }
}

TEST_CASE("each fault is named where it stands") {
  struct Row {
    std::string_view text, fault;
  };
  for (const Row& row : {
           Row{"", "0: nothing but white space"},
           Row{R"({"a": "b)", "6: a quotation mark that no other closes"},
           Row{R"({"a": 1)", "7: the line ends before the object's \"}\""},
           Row{R"([1, 2)", "5: the line ends before the array's \"]\""},
           Row{R"({"a": 1 "b": 2})", "8: a comma or \"}\" is missing"},
           Row{R"([1 2])", "3: a comma or \"]\" is missing"},
           Row{R"({"a": 1,})", "8: a comma with nothing behind it"},
           Row{R"({a: 1})", "1: a key must start with a quotation mark"},
           Row{R"({"a" 1})", "5: a colon is missing behind the key"},
           Row{R"({"a": NaN})",
               "6: NaN and Infinity are no JSON numbers; write null"},
           Row{R"({"a": -Infinity})", "7: Infinity is no JSON number"},
           Row{R"({"a": 'b'})", "6: strings stand in double quotation marks"},
           Row{R"({"a": 01})", "6: a number that starts with 0"},
           Row{R"({"a": 1.})", "8: a digit is missing in a number"},
           Row{R"({"a": "\x"})", "8: an escape that JSON does not know"},
           Row{R"({"a": "\u12"})", "8: \\u without four hexadecimal digits"},
           Row{"{\"a\": \"b\tc\"}",
               "8: a control character in a string; JSON writes \\t, \\n or "
               "\\u00XX"},
           Row{R"({} {})", "3: more text behind the end of the value"},
           Row{R"({"a":)", "5: the line ends where a value should stand"},
           Row{R"({"a": nul})", "6: no JSON value"},
           Row{"hello", "0: no JSON value"},
       }) {
    const auto& [text, expected] = row;

    CAPTURE(row.text);
    CHECK(fault(text) == expected);
  }
}

TEST_CASE("a million open brackets cost no stack") {
  CHECK(fault(std::string(1000000, '[')) ==
        "1000000: the line ends where a value should stand");
}

TEST_CASE("what simdjson refuses has a fault, what it takes has none") {
  const unsigned seed = std::random_device{}();
  CAPTURE(seed);
  std::mt19937 random(seed);
  simdjson::dom::parser parser;
  const std::string whole =
      R"({"id": 17, "a": [1.5, -0.2e3, true, null], "b": "x\u00e9\n", "c": {}})";
  constexpr std::string_view kSigns = "{}[]\",:\\u0019-+.eEtrnafl \t";
  for (int round = 0; round < tests::effort(20000); ++round) {
    std::string text = whole;
    for (std::size_t changes = 1 + random() % 3; changes > 0; --changes) {
      const std::size_t at = random() % text.size();
      switch (random() % 3) {
        case 0:
          text.erase(at, 1);
          break;
        case 1:
          text.insert(at, 1, kSigns[random() % kSigns.size()]);
          break;
        default:
          text[at] = kSigns[random() % kSigns.size()];
      }
    }
    simdjson::dom::element element;
    const simdjson::error_code error = parser.parse(text).get(element);
    CAPTURE(text);
    // Numbers out of range, deep nesting and half surrogates are beyond
    // what a grammar says.
    if (error == simdjson::SUCCESS) {
      CHECK(fault(text) == "");
    } else if (error != simdjson::NUMBER_ERROR &&
               error != simdjson::STRING_ERROR) {
      CHECK(fault(text) != "");
    }
  }
}

TEST_CASE("half surrogate pairs are replaced, whole ones kept") {
  struct Row {
    std::string_view text, replaced;
  };
  for (const Row& row : {
           Row{R"("\ud83d\ude00")", ""},
           Row{R"("\ud83d")", R"("\uFFFD")"},
           Row{R"("\ude00")", R"("\uFFFD")"},
           Row{R"("\ud83dx\ude00")", R"("\uFFFDx\uFFFD")"},
           Row{R"("\ud83d\ud83d\ude00")", R"("\uFFFD\ud83d\ude00")"},
           Row{R"("\\ud83d")", ""},
           Row{R"("\\\ud83d")", R"("\\\uFFFD")"},
           Row{R"("\uD83D\n")", R"("\uFFFD\n")"},
           Row{R"("\ud83)", ""},
           Row{"plain", ""},
       }) {
    const auto& [text, replaced] = row;

    CAPTURE(row.text);
    CHECK(with_surrogates_replaced(text).value_or("") == replaced);
  }
}

}  // namespace
}  // namespace broadsheet::read
