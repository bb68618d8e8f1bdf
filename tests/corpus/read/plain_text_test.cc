// Claims about plain texts: what a reader of papers sees in them.
#include <doctest/doctest.h>

#include <string>

#include "corpus/read/credits.h"
#include "corpus/read/reader.h"
#include "tests/corpus/read/reading.h"

namespace broadsheet::read {
namespace {

using tests::fields_of;
using tests::only_article;
using tests::paragraphs_of;
using tests::read_all;

std::string paragraphs(std::string text) {
  return paragraphs_of(only_article(read_all(std::move(text), "a.txt")));
}

std::string fields(std::string text) {
  return fields_of(only_article(read_all(std::move(text), "a.txt")));
}

TEST_CASE("the whole file is the text, byte for byte") {
  const std::string text =
      "\n  Ferry runs again \r\n\r\nThe ferry left at "
      "noon.\r\n\r\n==Northwire\r\n";
  const article::Article article = only_article(read_all(text, "a.txt"));
  CHECK(article.text == text);
  CHECK(paragraphs_of(article) ==
        "headline: Ferry runs again\nbody: The ferry left at noon.\n"
        "trailer: ==Northwire\n");
  CHECK(article.origin.path == "a.txt");
  CHECK(article.origin.record == 0);
  CHECK(article.id.empty());
}

TEST_CASE("a headline is a first line of its own that is no sentence") {
  const std::string body = "\n\nThe ferry to Tarn left the harbor at noon.\n";
  for (const char* headline :
       {"Ferry runs again", "Will the ferry run?", "Storm heads for the U.S.",
        "CORRECTION: Ferry runs again", "“We sail,” captain says",
        "雨で船が止まる"}) {
    CAPTURE(headline);
    CHECK(paragraphs(headline + body).find("headline: ") == 0);
  }
  for (const char* first :
       {"The ferry ran again.", "TARN - The ferry ran", "By Ada Quill",
        "Ferries:", "The ferry. (Pool photo)",
        "Related coverage:", "(Northwire)"}) {
    CAPTURE(first);
    CHECK(paragraphs(first + body).find("headline: ") == std::string::npos);
  }
  CHECK(paragraphs("Ferry runs again\nThe ferry to Tarn left at noon with "
                   "forty people on board, and nobody was sick.\n") ==
        "headline: Ferry runs again\nbody: The ferry to Tarn left at noon with "
        "forty people on board, and nobody was sick.\n");
  CHECK(paragraphs("Ferry runs again") == "body: Ferry runs again\n");
}

TEST_CASE("a date line gives the date; the caption behind it is one") {
  const std::string text =
      " date 2023-05-08 Envoy Ilse Harrow (R) shakes hands with Tom Ash in "
      "Elm, Kelmar, 08 May 2023. The talks run through 9 May. EPN-EFN/KELMAR "
      "POOL\n\nELM, Kelmar - Envoys agreed on Monday to meet again.\n";
  CHECK(fields(text) == "date: 2023-05-08\nplace: ELM, Kelmar\n");
  CHECK(paragraphs(text) ==
        "caption: Envoy Ilse Harrow (R) shakes hands with Tom Ash in Elm, "
        "Kelmar, 08 May 2023. The talks run through 9 May. EPN-EFN/KELMAR "
        "POOL\nbody: ELM, Kelmar - Envoys agreed on Monday to meet again.\n");
}

TEST_CASE("date line, headline and byline make the head") {
  const std::string text =
      "date 1956-11-03\n\nHarbor pilots end strike\n\nBy Ada Quill and Bo "
      "Reed\n\nTARN (Northwire) - The pilots went back on Friday.\n";
  CHECK(fields(text) ==
        "date: 1956-11-03\nplace: TARN\nsource: Northwire\n"
        "author: Ada Quill\nauthor: Bo Reed\n");
  CHECK(paragraphs(text) ==
        "headline: Harbor pilots end strike\n"
        "caption: By Ada Quill and Bo Reed\n"
        "body: TARN (Northwire) - The pilots went back on Friday.\n");
  CHECK(fields("Pilots end strike\n\nPublished: Nov. 3, 1956\n\nThe pilots "
               "went back to work on Friday.\n") == "date: 1956-11-03\n");
}

TEST_CASE("a date in a caption is not the article's") {
  CHECK(fields("Envoys met in Elm for a second day of talks.\n\nTwo envoys "
               "pose in Elm on May 8, 2023. (Pool photo)(Northwire)\n\nThey "
               "agreed to meet again.\n") == "source: Northwire\n");
}

TEST_CASE("a caption ends in a picture's credit") {
  for (const char* caption :
       {"Two envoys (R) shake hands. (Pool photo)(Northwire)",
        "Two envoys shake hands. (Pool photo)(Northwire) ==Northwire",
        "Two envoys shake hands. (Photo courtesy of Kelmar's ministry)",
        "Two envoys shake hands. EPN-EFN/KELMAR POOL",
        "Two envoys shake hands. NORTHWIRE/Ada Quill",
        "Two envoys shake hands. Ada Quill/Getty Images",
        "Two envoys shake hands. [Photo/Northwire]",
        "Ilse Harrow (L) and Tom Ash pose in Elm. (Northwire)",
        "File photo: two envoys shake hands", "(Pool photo)(Northwire)",
        "Foto: Ada Quill/dpa", "会談する両外相（代表撮影、写真）"}) {
    CAPTURE(caption);
    CHECK(paragraphs("Envoys met in Elm on Monday.\n\n" + std::string(caption) +
                     "\n\nThey will meet again.\n") ==
          "body: Envoys met in Elm on Monday.\ncaption: " +
              std::string(caption) + "\nbody: They will meet again.\n");
  }
}

TEST_CASE("prose with brackets and strokes at its end is no caption") {
  for (const char* prose :
       {"Senator Tom Ash (R) said so on Monday.",
        "He swam in the pool (and out again).", "The price was 12/13 crowns.",
        "It was his last word (in English)",
        "The match ended 3-2 (after extra time).", "See page 4/5",
        "The rate is 7.25 pct (7.50 pct)", "He read the Kelmar/Tarn treaty"}) {
    CAPTURE(prose);
    CHECK(paragraphs("Envoys met in Elm on Monday.\n\n" + std::string(prose) +
                     "\n\nThey will meet again.\n") ==
          "body: Envoys met in Elm on Monday.\nbody: " + std::string(prose) +
              "\nbody: They will meet again.\n");
  }
}

TEST_CASE("a trailer reaches to the end, or to the next prose") {
  CHECK(paragraphs("Rain fell on Elm.\n\n\nRelated coverage:\n\nFerry runs "
                   "again\n\nEnvoys call storm \"an insult\"\n") ==
        "body: Rain fell on Elm.\ntrailer: Related coverage:\n"
        "trailer: Ferry runs again\n"
        "trailer: Envoys call storm \"an insult\"\n");
  CHECK(paragraphs("Rain fell on Elm.\n\nRead more: Ferry runs again\n\nThe "
                   "mayor said that it would rain until Friday.\n") ==
        "body: Rain fell on Elm.\ntrailer: Read more: Ferry runs again\n"
        "body: The mayor said that it would rain until Friday.\n");
  CHECK(paragraphs("Rain fell on Elm.\n\nRelated stories\n\nFerry runs "
                   "again\n\nThe mayor said that it would rain.\n") ==
        "body: Rain fell on Elm.\ntrailer: Related stories\n"
        "trailer: Ferry runs again\n"
        "body: The mayor said that it would rain.\n");
  CHECK(paragraphs("Rain fell on Elm.\n\nRelated stories of rain were told by "
                   "the mayor.\n") ==
        "body: Rain fell on Elm.\n"
        "body: Related stories of rain were told by the mayor.\n");
}

TEST_CASE("signatures and notices close an article, and name its source") {
  for (const char* closing :
       {"==Northwire", "(Northwire)", "(END)", "###", "-30-",
        "(Reporting by Ada Quill; Editing by Bo Reed)",
        "© 2023 Northwire. All rights reserved.",
        "Correction: An earlier text had the wrong day."}) {
    CAPTURE(closing);
    CHECK(paragraphs("Rain fell on Elm.\n\n" + std::string(closing) + '\n') ==
          "body: Rain fell on Elm.\ntrailer: " + std::string(closing) + '\n');
  }
  CHECK(fields("Rain fell on Elm.\n\n(Northwire)\n") == "source: Northwire\n");
  CHECK(fields("Es regnete in Elm.\n\n(nwd)\n") == "source: nwd\n");
  CHECK(paragraphs("Correction: The mayor of Elm is Tom Ash.\n") ==
        "body: Correction: The mayor of Elm is Tom Ash.\n");
}

TEST_CASE("files in other encodings become UTF-8, and it is recorded") {
  const article::Article latin = only_article(
      read_all("Le caf\xE9 a ferm\xE9 apr\xE8s la f\xEAte de No\xEBl.\n", "a"));
  CHECK(latin.text == "Le café a fermé après la fête de Noël.\n");
  CHECK(latin.encoding == "ISO-8859-1");
  std::string wide = "\xFE\xFF";
  for (const char c : std::string_view("Rain fell on Elm.")) {
    wide += '\0';
    wide += c;
  }
  CHECK(only_article(read_all(wide, "a")).text == "Rain fell on Elm.");
  CHECK(only_article(read_all(wide, "a")).encoding == "UTF-16BE");
  CHECK(tests::outlines_of(
            read_all("Zürich, K\xF6ln and Genève stay dry.", "a")) ==
        "warning: not all of it is UTF-8: U+FFFD stands for what is not\n"
        "body: Zürich, K\uFFFDln and Genève stay dry.\n");
}

TEST_CASE("a text beyond the limit is cut between characters, and told") {
  ReadOptions options;
  options.max_article_bytes = 100;
  const auto results = read_all(
      "Rain fell. " + std::string(88, 'x') + "€ and more", "a", options);
  REQUIRE(results.size() == 2);
  CHECK(tests::outline_of(results[0]) ==
        "warning: an article of more than 100 bytes: the rest was cut off\n");
  CHECK(std::get<article::Article>(results[1]).text ==
        "Rain fell. " + std::string(88, 'x'));
}

TEST_CASE("a NUL far behind is a blank, and told") {
  std::string text = "Rain fell on Elm.\n\n";
  while (text.size() < (std::size_t{1} << 16)) text += "It rained on. ";
  text += std::string("and\0on.", 7);
  const auto results = read_all(text, "a");
  REQUIRE(results.size() == 2);
  CHECK(tests::outline_of(results[0]) ==
        "warning: NUL bytes in it became blanks\n");
  CHECK(std::get<article::Article>(results[1]).text.ends_with("and on."));
}

TEST_CASE("the fields of a plain text are told to be found in it") {
  CHECK(tests::sources_of(tests::only_article(tests::read_all(
            "Ferry runs again\n\nBy Ada Quill\n\nTARN, Kelmar, April 17, 2023 "
            "(Northwire) - The ferry left at noon.\n"))) ==
        "date: text\nplace: text\nsource: text\nauthor: text\n");
}

}  // namespace
}  // namespace broadsheet::read
