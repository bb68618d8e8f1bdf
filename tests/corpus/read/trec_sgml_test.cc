// Claims about TREC records, whose papers each name their fields another way.
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

article::Article document(const std::string& inside) {
  return only_article(read_all("<DOC>\n" + inside + "\n</DOC>\n", "a.sgml"));
}

TEST_CASE("a record has id, headline, date, byline, place, source and text") {
  const article::Article article = document(
      "<DOCNO> KC870226-0042 </DOCNO>\n<HL> Ferry Runs Again\n  to Tarn </HL>\n"
      "<DD> = 870226 </DD>\n<SO> KELMAR COURIER (KC), Page 1 </SO>\n"
      "<BYLINE>By ADA QUILL and BO REED, Times Staff</BYLINE>\n"
      "<SECTION>Metro</SECTION>\n<DATELINE>TARN, Kelmar </DATELINE>\n"
      "<TEXT>\n<P>The ferry left at noon.</P>\n<P>\nIt was full &amp;\nlate."
      "\n</P>\n</TEXT>");
  CHECK(fields_of(article) ==
        "id: KC870226-0042\ndate: 1987-02-26\nplace: TARN, Kelmar\n"
        "source: KELMAR COURIER\nsection: Metro\nauthor: ADA QUILL\n"
        "author: BO REED\n");
  CHECK(article.text ==
        "Ferry Runs Again to Tarn\n\nThe ferry left at noon.\n\nIt was full "
        "&\nlate.");
  CHECK(paragraphs_of(article) ==
        "headline: Ferry Runs Again to Tarn\nbody: The ferry left at noon.\n"
        "body: It was full &/late.\n");
}

TEST_CASE("dates are read as papers filed them") {
  struct Row {
    std::string_view element, iso;
  };
  for (const Row& row : {
           Row{"<DATE>910514</DATE>", "1991-05-14"},
           Row{"<DATE1>1991-05-14</DATE1>", "1991-05-14"},
           Row{"<DD>05/14/91</DD>", "1991-05-14"},
           Row{"<DATE><P>May 14, 1991, Tuesday, Home Edition</P></DATE>",
               "1991-05-14"},
           Row{"<PUBDATE>14 May 1991</PUBDATE>", "1991-05-14"},
       }) {
    const auto& [element, iso] = row;

    CAPTURE(row.element);
    const article::Article article =
        document(std::string(element) + "<TEXT>It rained.</TEXT>");
    REQUIRE(article.published);
    CHECK(article::to_iso(*article.published) == iso);
  }
  CHECK(outlines_of(read_all("<DOC><DATE>soon</DATE><TEXT>It rained.</TEXT>"
                             "</DOC>",
                             "a")) ==
        "warning: its date is not understood and left unknown: \"soon\"\n"
        "body: It rained.\n");
}

TEST_CASE("several texts, lead paragraphs and pictures come in their order") {
  const article::Article article = document(
      "<DOCNO>1</DOCNO><HEADLINE><P>Rain</P></HEADLINE><LP>Rain fell.</LP>\n"
      "<TEXT>It <B>fell</B> hard.</TEXT>\n<TEXT>It stopped.<BR>At last.</TEXT>"
      "<GRAPHIC><P>Photo, The rain.  ADA QUILL</P></GRAPHIC>");
  CHECK(paragraphs_of(article) ==
        "headline: Rain\nbody: Rain fell.\nbody: It fell hard.\n"
        "body: It stopped.\nbody: At last.\n"
        "caption: Photo, The rain.  ADA QUILL\n");
}

TEST_CASE("a text without its end tag reaches to the next or to the end") {
  CHECK(paragraphs_of(document("<TEXT><P>Rain fell.</P><P>It stopped.")) ==
        "body: Rain fell.\nbody: It stopped.\n");
  CHECK(paragraphs_of(document("<LP><P>Rain fell.<TEXT>It stopped.</TEXT>")) ==
        "body: Rain fell.\nbody: It stopped.\n");
}

TEST_CASE("an id may stand in the start tag; a place in the text") {
  const article::Article article = only_article(
      read_all("<DOC id=\"KEL_ENG_20050101.0001\" type=\"story\">\n<HEADLINE>\n"
               "Rain\n</HEADLINE>\n<TEXT>\n<P>\nTARN, Kelmar (Northwire) - "
               "Rain fell.\n</P>\n</TEXT>\n</DOC>\n",
               "a"));
  CHECK(fields_of(article) ==
        "id: KEL_ENG_20050101.0001\nplace: TARN, Kelmar\nsource: Northwire\n");
}

TEST_CASE("a letter whose last byte looks like a blank stays whole") {
  CHECK(document("<TEXT><P>Voilà</P><P>Città </P>\n</TEXT>").text ==
        "Voilà\n\nCittà");
}

TEST_CASE("names of characters and bytes of old charsets become UTF-8") {
  CHECK(document("<TEXT>caf&eacute; 5&hyph;4 &lsquo;x&rsquo;</TEXT>").text ==
        "café 5-4 ‘x’");
  const article::Article article =
      document("<TEXT>Le caf\xE9 a ferm\xE9 apr\xE8s la f\xEAte.</TEXT>");
  CHECK(article.text == "Le café a fermé après la fête.");
  CHECK(article.encoding == "ISO-8859-1");
}

TEST_CASE("broken records cost no others") {
  const std::string good = "<DOC><TEXT>Good.</TEXT></DOC>\n";
  CHECK(outlines_of(read_all(good + "<DOC><TEXT>Bad.</TEXT>\n" + good, "a")) ==
        "body: Good.\nskipped: <DOC> without </DOC>: the record does not end\n"
        "body: Good.\n");
  CHECK(outlines_of(read_all(
            good + "<DOC>\n<DOC><TEXT>In.</TEXT></DOC></DOC>\n" + good, "a")) ==
        "body: Good.\nskipped: <DOC> without </DOC>: the record does not end\n"
        "body: In.\nbody: Good.\n");
  CHECK(outlines_of(
            read_all(good + "<DOC><DOCNO>2</DOCNO></DOC>\n" + good, "a")) ==
        "body: Good.\n"
        "skipped: no text in the record: neither headline nor <TEXT>\n"
        "body: Good.\n");
  CHECK(
      outlines_of(read_all(good + "<DOC><TEXT>End", "a")) ==
      "body: Good.\nskipped: <DOC> without </DOC>: the record does not end\n");
  CHECK(outlines_of(read_all(good + "astray\n", "a")) ==
        "body: Good.\n"
        "skipped: 8 bytes of text outside of any <DOC> record\n");
}

TEST_CASE("long records are cut or passed over, and the next is read") {
  ReadOptions options;
  options.max_article_bytes = 100;
  const std::string text =
      "<DOC><HL>Rain</HL><TEXT><P>" + std::string(60, 'a') + "</P><P>" +
      std::string(60, 'b') + "</P><P>c</P></TEXT></DOC>\n<DOC><TEXT>" +
      std::string(500, 'x') + "</TEXT></DOC><DOC><TEXT>Good.</TEXT></DOC>";
  CHECK(outlines_of(read_all(text, "a", options)) ==
        "warning: an article of more than 100 bytes: the rest was cut off\n"
        "headline: Rain\nbody: " +
            std::string(60, 'a') + "\nbody: " + std::string(32, 'b') +
            "\nskipped: a record of 524 bytes, more than 400 bytes: too long "
            "to be read\nbody: Good.\n");
}

}  // namespace
}  // namespace broadsheet::read
