// Claims about lines and paragraphs.
#include "corpus/read/paragraphs.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "corpus/read/lines.h"

namespace broadsheet::read {
namespace {

/// Paragraphs, joined by '|', with '/' for the line breaks within them.
std::string joined(std::string_view text, const std::vector<Span>& spans) {
  std::string all;
  for (const Span span : spans) {
    if (!all.empty()) all += '|';
    for (const char c : span.of(text)) all += c == '\n' ? '/' : c;
  }
  return all;
}

std::string prose(std::string_view text) {
  return joined(text, prose_paragraphs(text, {0, text.size()}));
}

std::string wire(std::string_view text) {
  return joined(text, wire_paragraphs(text, {0, text.size()}));
}

TEST_CASE("lines end at any line break and know their indent") {
  const std::string_view text = "a\r\n\n  b \rc\td";
  std::string all;
  LineCursor lines(text, {0, text.size()});
  while (const std::optional<Line> line = lines.next()) {
    all += std::to_string(line->indent) + '[' +
           std::string(line->bytes.of(text)) + ']';
  }
  CHECK(all == "0[a]0[]2[b]0[c\td]");
  CHECK_FALSE(LineCursor(text, {0, 0}).next());
  CHECK(LineCursor("\tx", {0, 2}).next()->indent == 8);
  CHECK(LineCursor("　日本", {0, 9}).next()->indent == 2);
  CHECK(LineCursor("ab\ncd", {0, 2}).next()->bytes == Span{0, 2});
}

TEST_CASE("white space is trimmed in any script") {
  CHECK(trimmed(" \t\n x y \r\n") == "x y");
  CHECK(trimmed("\u3000日本\u3000\u00A0") == "日本");
  CHECK(trimmed("\uFEFFx") == "x");
  CHECK(trimmed(" \n ").empty());
}

TEST_CASE("the end of a sentence is seen behind quotation marks") {
  for (const std::string_view text :
       {"Rain fell.", "\"Rain fell.\"", "Rain?\u201D", "雨が降った。",
        "「雨だ。」", "He left (at noon.)", "Rain…", "Stop! "}) {
    CAPTURE(text);
    CHECK(ends_sentence(text));
  }
  for (const std::string_view text : {"", "Rain", "Rain:", "(Kyodo)", "\""}) {
    CAPTURE(text);
    CHECK_FALSE(ends_sentence(text));
  }
}

TEST_CASE("texts are compared by their words") {
  CHECK(same_words("a b", "a\n b"));
  CHECK(same_words("", ""));
  CHECK(same_words("a ", "a\n"));
  CHECK_FALSE(same_words("ab", "a b"));
  CHECK_FALSE(same_words("a b", "a c"));
  CHECK_FALSE(same_words("a", "a b"));
}

TEST_CASE("blank lines part paragraphs") {
  CHECK(prose("One.\n\nTwo.\n \t\n\nThree.\n") == "One.|Two.|Three.");
  CHECK(prose("One.\r\n\r\nTwo.") == "One.|Two.");
  CHECK(prose("") == "");
  CHECK(prose(" \n \n") == "");
}

TEST_CASE("lines that hold whole paragraphs are paragraphs") {
  const std::string longer(60, 'x');
  CHECK(prose("The ferry left at noon with " + longer + longer + ".\nIt " +
              longer + longer + ".") == "The ferry left at noon with " +
                                            longer + longer + ".|It " + longer +
                                            longer + ".");
  CHECK(prose("Pack it in.\nStir it well.\nServe it cold.") ==
        "Pack it in.|Stir it well.|Serve it cold.");
  CHECK(prose("Red\nGreen\nBlue") == "Red|Green|Blue");
}

TEST_CASE("wrapped lines are one paragraph") {
  CHECK(prose("The ferry to Tarn, which had been laid up since the\n"
              "storm of January, left the harbor at noon with forty\n"
              "people on board and a band.\n") ==
        "The ferry to Tarn, which had been laid up since the/"
        "storm of January, left the harbor at noon with forty/"
        "people on board and a band.");
  CHECK(prose("Short lines also\nbelong together where\na sentence goes on.") ==
        "Short lines also/belong together where/a sentence goes on.");
}

TEST_CASE("in wrapped text an indent or an early end parts paragraphs") {
  CHECK(prose("  The ferry to Tarn, which had been laid up since the\n"
              "storm of January, left the harbor at noon.\n"
              "  It carried forty people, a band, and the mayor, who\n"
              "was seasick.\n") ==
        "The ferry to Tarn, which had been laid up since the/"
        "storm of January, left the harbor at noon.|"
        "It carried forty people, a band, and the mayor, who/"
        "was seasick.");
  CHECK(prose("The ferry to Tarn, which had been laid up since the\n"
              "storm of January, left.\n"
              "It carried forty people, a band, and the mayor, who\n"
              "was seasick.\n") ==
        "The ferry to Tarn, which had been laid up since the/"
        "storm of January, left.|"
        "It carried forty people, a band, and the mayor, who/"
        "was seasick.");
}

TEST_CASE("rows of tables are paragraphs of their own") {
  CHECK(prose("The ferry to Tarn was late on most days of the week\n"
              "and full on all of them:\n"
              "Monday     12     40\nTuesday    15     38\n"
              "The company said that it would buy another ferry at\n"
              "the end of the year.") ==
        "The ferry to Tarn was late on most days of the week/"
        "and full on all of them:|"
        "Monday     12     40|Tuesday    15     38|"
        "The company said that it would buy another ferry at/"
        "the end of the year.");
  CHECK(prose("a\tb\nc\td") == "a\tb|c\td");
}

TEST_CASE("wire copy starts its paragraphs with an indent") {
  CHECK(wire("TARN, Feb 26 - The ferry left\nat noon.\n"
             "    It was full.  Nobody was\nsick.\n Reuter\n") ==
        "TARN, Feb 26 - The ferry left/at noon.|"
        "It was full.  Nobody was/sick.|Reuter");
  CHECK(wire("Prices were:\n WHEAT   12   13\nCORN    9    8\nEnd of it.") ==
        "Prices were:|WHEAT   12   13|CORN    9    8|End of it.");
  CHECK(wire("One,  two,  three and so\non.") ==
        "One,  two,  three and so/on.");
  CHECK(wire("One.\n\nTwo.") == "One.|Two.");
}

}  // namespace
}  // namespace broadsheet::read
