// Claims about sentences that hold for whole collections and for any text.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/base/file.h"
#include "corpus/text/sentences.h"
#include "tests/corpus/text/cut_sentences.h"
#include "tests/support/effort.h"
#include "tests/support/shared_data.h"

namespace broadsheet::text {
namespace {

/// Runs of white space as one blank, and no backslashes before quotes.
std::string plain(std::string_view text) {
  std::string result;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n';
    if (c == '\\' || (blank && result.ends_with(' '))) continue;
    result += blank ? ' ' : c;
  }
  return result;
}

TEST_CASE("spans are in order, disjoint and without outer white space") {
  const std::vector<std::string> pieces = {
      "A",    ".",  "!",  "?",  " ",     "\n",   "\"",      "'",
      "“",    "”",  "(",  ")",  "1",     "a",    "The",     "U.S.",
      "Mr.",  "…",  "。", "」", "と",    "•",    "- ",      "\xff",
      "\xE2", "1)", "é",  "\\", "[...]", "said", "\xC2\xA0"};
  const SentenceSplitter splitter("en");
  std::uint32_t random = 1;
  for (int round = 0; round < tests::effort(20000); ++round) {
    std::string text;
    for (int i = 0; i < 12; ++i) {
      random = random * 1664525 + 1013904223;
      text += pieces[(random >> 8) % pieces.size()];
    }
    std::size_t end = 0;
    std::string covered;
    for (const Span sentence : splitter.split(text)) {
      REQUIRE(sentence.begin >= end);
      REQUIRE(sentence.end > sentence.begin);
      REQUIRE(sentence.end <= text.size());
      REQUIRE_MESSAGE(
          std::string(" \n").find(text[sentence.begin]) == std::string::npos,
          text);
      REQUIRE_MESSAGE(
          std::string(" \n").find(text[sentence.end - 1]) == std::string::npos,
          text);
      covered += text.substr(end, sentence.begin - end) + "<" +
                 std::string(sentence.of(text)) + ">";
      end = sentence.end;
    }
    covered += text.substr(end);
    // Nothing but white space lies outside the sentences.
    bool inside = false;
    for (std::size_t i = 0; i < covered.size(); ++i) {
      if (covered[i] == '<')
        inside = true;
      else if (covered[i] == '>')
        inside = false;
      else if (!inside)
        REQUIRE_MESSAGE(std::string_view(" \n\xC2\xA0").find(covered[i]) !=
                            std::string_view::npos,
                        text);
    }
  }
}

TEST_CASE("text of any shape is cut in linear time") {
  // Each of these took minutes with a rule that looks back or ahead without
  // bound.
  const SentenceSplitter splitter("en");
  for (const std::string piece :
       {".", "a.", "A. ", "(", ".\"A", "1. A 2. ", "• ", "\n", "- x\n", "$ . ",
        "\"?\" A ", ".\xCC\x81", "x.y@", "[...] ", "\"a. "}) {
    std::string text;
    while (text.size() < 300000) text += piece;
    CHECK(splitter.split(text).size() <= text.size());
  }
}

TEST_CASE("the golden rules for English hold") {
  const auto path = tests::shared_data("sentences/golden_rules_en.jsonl");
  if (!path) return;
  std::ifstream lines(*path);
  std::string line;
  int rules = 0;
  while (std::getline(lines, line)) {
    const auto rule = nlohmann::json::parse(line);
    const std::string text = rule["text"];
    std::string expected;
    for (const std::string sentence : rule["sentences"]) {
      expected += (expected.empty() ? "" : "|") + plain(sentence);
    }
    CHECK_MESSAGE(plain(cut("en", text)) == expected, rule["name"]);
    ++rules;
  }
  CHECK(rules == 49);
}

TEST_CASE("no sentence of Reuters begins in the middle of a name") {
  const auto path = tests::shared_data("reuters21578/reut2-000.sgm");
  if (!path) return;
  const std::string file = read_file(*path);
  const SentenceSplitter splitter("en");
  std::size_t sentences = 0;
  for (std::size_t at = file.find("<BODY>"); at != std::string::npos;
       at = file.find("<BODY>", at + 1)) {
    const std::string_view body = std::string_view(file).substr(
        at + 6, file.find("</BODY>", at) - at - 6);
    for (const Span sentence : splitter.split(body)) {
      ++sentences;
      if (sentence.begin == 0) continue;
      const std::string_view before = body.substr(0, sentence.begin);
      const std::size_t last = before.find_last_not_of(" \n");
      const std::string_view shown = before.substr(
          last < 20 ? 0 : last - 20, std::min<std::size_t>(last + 1, 21));
      for (const std::string_view title :
           {" Mr.", " Dr.", " Gov.", " Sen.", " Rep.", " Lt.", " Col.", " vs.",
            " St.", " Adm.", " Gen.", " Sens.", " J.", " E.F.", " S.G."}) {
        CHECK_MESSAGE(!shown.ends_with(title), sentence.of(body));
      }
    }
  }
  CHECK(sentences > 5000);
}

}  // namespace
}  // namespace broadsheet::text
