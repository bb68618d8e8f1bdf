// Claims about Reuters-21578 records.
#include <doctest/doctest.h>

#include <string>

#include "corpus/read/reader.h"
#include "tests/corpus/read/reading.h"

namespace broadsheet::read {
namespace {

using tests::fields_of;
using tests::only_article;
using tests::outlines_of;
using tests::paragraphs_of;
using tests::read_all;

/// A record with `text` as its TEXT element.
std::string record(const std::string& text, const std::string& places = "") {
  return "<REUTERS TOPICS=\"YES\" LEWISSPLIT=\"TRAIN\" OLDID=\"5\" "
         "NEWID=\"17\">\n"
         "<DATE>26-FEB-1987 15:01:01.79</DATE>\n"
         "<TOPICS><D>cocoa</D><D>trade</D></TOPICS>\n<PLACES>" +
         places +
         "</PLACES>\n<PEOPLE></PEOPLE>\n<ORGS></ORGS>\n"
         "<UNKNOWN> \n&#5;&#5;&#5;C "
         "T\n&#22;&#22;&#1;f0704&#31;reute</UNKNOWN>\n" +
         text + "\n</REUTERS>\n";
}

article::Article story(const std::string& text,
                       const std::string& places = "") {
  return only_article(read_all(record(text, places), "a.sgm"));
}

TEST_CASE("a story has its fields, headline, paragraphs and closing word") {
  const article::Article article = story(
      "<TEXT>&#2;\n<TITLE>TARN &lt;TRN> COCOA REVIEW</TITLE>\n"
      "<AUTHOR>    By Ada Quill, Reuters</AUTHOR>\n"
      "<DATELINE>    TARN, Kelmar, Feb 26 - </DATELINE><BODY>Showers went on "
      "in\nthe cocoa zone.\n    The R&amp;D board said it was dry.  It\nrained."
      "\n Reuter\n&#3;</BODY></TEXT>");
  CHECK(fields_of(article) ==
        "id: 17\ndate: 1987-02-26T15:01:01Z\nplace: TARN, Kelmar\n"
        "source: Reuters\nlanguage: en\nauthor: Ada Quill\n"
        "topic: cocoa\ntopic: trade\n");
  CHECK(paragraphs_of(article) ==
        "headline: TARN <TRN> COCOA REVIEW\n"
        "body: TARN, Kelmar, Feb 26 - Showers went on in/the cocoa zone.\n"
        "body: The R&D board said it was dry.  It/rained.\n"
        "trailer: Reuter\n");
  CHECK(article.text.find("COCOA REVIEW\n\nTARN, Kelmar, Feb 26 - Showers") !=
        std::string::npos);
}

TEST_CASE("a brief has a headline, stars before it and a line behind it") {
  const article::Article article = story(
      "<TEXT TYPE=\"BRIEF\">&#2;\n******<TITLE>TARN CUTS RATES\n</TITLE>"
      "Blah blah blah.\n&#3;\n\n</TEXT>",
      "<D>kelmar</D><D>usa</D>");
  CHECK(article.text == "******TARN CUTS RATES\n\nBlah blah blah.");
  CHECK(paragraphs_of(article) ==
        "headline: TARN CUTS RATES\nbody: Blah blah blah.\n");
  CHECK(article.place == "kelmar, usa");
}

TEST_CASE("an unprocessed text is headed by its first line, if it heads it") {
  const auto unprocessed = [](const std::string& lines) {
    return paragraphs_of(
        story("<TEXT TYPE=\"UNPROC\">&#2;\n" + lines + "\n&#3;\n</TEXT>"));
  };
  CHECK(unprocessed("TARN GOLD FIXING - APR 7\n Spot     419.50\n REUTER") ==
        "headline: TARN GOLD FIXING - APR 7\nbody: Spot     419.50\n"
        "trailer: REUTER\n");
  CHECK(unprocessed("TARN INDEX AT 1030\n\n 208.78 UP  1.30") ==
        "headline: TARN INDEX AT 1030\nbody: 208.78 UP  1.30\n");
  CHECK(unprocessed("TARN BANK EXPECTS KELMAR TO REACH DEBT ACCORD TARN, "
                    "March 5\n- The bank said so.") ==
        "body: TARN BANK EXPECTS KELMAR TO REACH DEBT ACCORD TARN, March 5/- "
        "The bank said so.\n");
  CHECK(unprocessed("N.Y. COFFEE SPOT - April 7\n quiet") ==
        "headline: N.Y. COFFEE SPOT - April 7\nbody: quiet\n");
  CHECK(unprocessed("TARN RESUMES TRADING IN FERRIES") ==
        "headline: TARN RESUMES TRADING IN FERRIES\n");
  CHECK(unprocessed("TARN   419.50   420.00\n ELM   418") ==
        "body: TARN   419.50   420.00\nbody: ELM   418\n");
  CHECK(unprocessed("TARN RATES APR 7\nWHEAT\nMAY7  286 3/4 UP   1/2") ==
        "headline: TARN RATES APR 7\nbody: WHEAT\n"
        "body: MAY7  286 3/4 UP   1/2\n");
}

TEST_CASE("rows of tables are no sentences") {
  CHECK(paragraphs_of(
            story("<TEXT><TITLE>T</TITLE><DATELINE>    ELM, April 7  - "
                  "</DATELINE><BODY>Values are\neffective on Friday.    \n"
                  "    WHEAT       HRW   HRS\n Elm        ---   3.03\nTarn/\n"
                  " Norf.      ---   3.07\n Reuter\n</BODY></TEXT>")) ==
        "headline: T\n"
        "body: ELM, April 7  - Values are/effective on Friday.\n"
        "body: WHEAT       HRW   HRS\nbody: Elm        ---   3.03\n"
        "body: Tarn/\nbody: Norf.      ---   3.07\ntrailer: Reuter\n");
}

TEST_CASE("what a wrong tag made a dateline stays a row of its table") {
  const article::Article article = story(
      "<TEXT>&#2;\n<TITLE>GRAIN FUTURES</TITLE>\nELM WHEAT\n"
      " MAY7 273 1/2       OFF   1/2\n"
      "<DATELINE> MAR8  --     --</DATELINE><BODY>TARN WHEAT\n"
      " MAY7 284 1/2       UP    1\n&#3;</BODY></TEXT>",
      "<D>kelmar</D>");
  CHECK(article.place == "kelmar");
  CHECK(paragraphs_of(article) ==
        "headline: GRAIN FUTURES\nbody: ELM WHEAT\n"
        "body: MAY7 273 1/2       OFF   1/2\nbody: MAR8  --     --\n"
        "body: TARN WHEAT\nbody: MAY7 284 1/2       UP    1\n");
}

TEST_CASE("closing words are known in their many spellings") {
  for (const char* closing : {" Reuter", " REUTER...", "REUTER\r", " REUITER",
                              " More", "    REUTER", " Northwire"}) {
    CAPTURE(closing);
    const std::string shown =
        paragraphs_of(story("<TEXT><TITLE>T</TITLE><BODY>It rained.\n" +
                            std::string(closing) + "\n&#3;</BODY></TEXT>"));
    CHECK(shown.find("headline: T\nbody: It rained.\ntrailer: ") == 0);
  }
  CHECK(paragraphs_of(story("<TEXT><TITLE>T</TITLE><BODY>It rained. "
                            "REUTER\n&#3;</BODY></TEXT>")) ==
        "headline: T\nbody: It rained.\ntrailer: REUTER\n");
}

TEST_CASE("control characters are blanks, Latin-1 is read") {
  const article::Article article = story(
      "<TEXT><TITLE>G\xFCtersloh</TITLE><BODY>Growth.\xFC&#5;&#30;side "
      "measures&#127;</BODY></TEXT>");
  CHECK(article.text == "Gütersloh\n\nGrowth.ü  side measures");
  CHECK(article.encoding == "ISO-8859-1");
  CHECK(story("<TEXT><TITLE>Gütersloh</TITLE></TEXT>").text == "Gütersloh");
}

TEST_CASE("junk behind a date is no matter; a date that is none is told") {
  std::string text = record("<TEXT><TITLE>T</TITLE></TEXT>");
  const std::string date = "26-FEB-1987 15:01:01.79";
  const std::size_t at = text.find(date);
  const auto dated = [&](const std::string& other) {
    std::string changed = text;
    changed.replace(at, date.size(), other);
    return read_all(changed, "a.sgm");
  };
  CHECK(
      article::to_iso(*only_article(dated("27-MAR-1987 00:02:59.13&#5;&#5;RM"))
                           .published) == "1987-03-27T00:02:59Z");
  CHECK(article::to_iso(
            *only_article(dated("9-APR-1987 00:00:00.00    # date a guess"))
                 .published) == "1987-04-09T00:00:00Z");
  CHECK(outlines_of(dated("soon")) ==
        "warning: its date is not understood and left unknown: \"soon\"\n"
        "headline: T\n");
}

TEST_CASE("broken records cost no others") {
  const std::string good = record("<TEXT><TITLE>GOOD</TITLE></TEXT>");
  std::string open = good;
  open.erase(open.find("</REUTERS>"), 10);
  CHECK(outlines_of(read_all(good + open + good, "a.sgm")) ==
        "headline: GOOD\n"
        "skipped: <REUTERS> without </REUTERS>: the record does not end\n"
        "headline: GOOD\n");
  CHECK(outlines_of(read_all(good + "<REUTERS NEWID=\"2\"></REUTERS>\n" + good,
                             "a.sgm")) ==
        "headline: GOOD\nskipped: no <TEXT> in the record\nheadline: GOOD\n");
  CHECK(outlines_of(read_all(good + "lost words\n" + good, "a.sgm")) ==
        "headline: GOOD\n"
        "skipped: 12 bytes of text outside of any <REUTERS> record\n"
        "headline: GOOD\n");
  CHECK(outlines_of(read_all(record("<TEXT TYPE=\"UNPROC\">&#2;\n&#3;</TEXT>"),
                             "a.sgm")) == "warning: no text in the record\n");
}

TEST_CASE("records know their number and their first byte") {
  const std::string good = record("<TEXT><TITLE>GOOD</TITLE></TEXT>");
  const std::string head = "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n";
  const auto results = read_all(head + good + good, "a.sgm");
  REQUIRE(results.size() == 2);
  const auto& second = std::get<article::Article>(results[1]).origin;
  CHECK(second.record == 2);
  CHECK(second.offset == head.size() + good.size());
}

TEST_CASE("it is told in which element each field was found") {
  CHECK(
      tests::sources_of(tests::only_article(tests::read_all(
          "<REUTERS NEWID=\"7\"><DATE>26-FEB-1987 15:01:01.79</DATE>"
          "<TOPICS><D>tin</D></TOPICS><PLACES><D>kelmar</D></PLACES><TEXT>"
          "<TITLE>TIN ROSE</TITLE><BODY>Tin rose.</BODY></TEXT></REUTERS>"))) ==
      "id: NEWID\ntopics: TOPICS\nplace: PLACES\nsource: collection\n"
      "lang: collection\ndate: DATE (26-FEB-1987 15:01:01.79)\n");
}

}  // namespace
}  // namespace broadsheet::read
