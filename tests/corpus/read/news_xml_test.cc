// Claims about feeds, NITF and NewsML-G2: each record is an article, its fields
// come from where the format has them, and nothing is fetched or expanded.
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

TEST_CASE("an RSS item has its fields, and the feed's where it has none") {
  const article::Article article = only_article(read_all(
      "<?xml version=\"1.0\"?>\n<rss version=\"2.0\" "
      "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "
      "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>Kelmar "
      "Courier</title><language>en-gb</language><link>x</link>\n<item><title>"
      "Ferry runs &amp;amp; runs</title><link>https://kelmar.example/a</link>"
      "<guid isPermaLink=\"false\">a1</guid><pubDate>Mon, 17 Apr 2023 09:30:00 "
      "+0900</pubDate><dc:creator>Ada Quill</dc:creator><category>ferries"
      "</category><description>In short.</description><content:encoded>"
      "<![CDATA[<p>The ferry left at noon.</p><p>It was "
      "full.</p>]]></content:encoded></item>\n</channel></rss>"));
  CHECK(fields_of(article) ==
        "id: a1\ndate: 2023-04-17T00:30:00Z\nsource: Kelmar Courier\n"
        "url: https://kelmar.example/a\nlanguage: en\nauthor: Ada Quill\n"
        "topic: ferries\n");
  CHECK(paragraphs_of(article) ==
        "headline: Ferry runs & runs\nbody: In short.\nbody: The ferry left at "
        "noon.\nbody: It was full.\n");
}

TEST_CASE("an Atom entry has its fields, and XHTML is read as such") {
  const article::Article article = only_article(read_all(
      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"de\"><title>"
      "Kelmarer Bote</title><entry><title type=\"html\">F&#228;hre "
      "&lt;b&gt;f&#228;hrt&lt;/b&gt;</title><id>urn:a1</id><link rel=\"self\" "
      "href=\"s\"/><link href=\"https://kelmar.example/a\"/><published>"
      "2023-04-17T09:30:00Z</published><updated>2023-04-18T00:00:00Z</updated>"
      "<author><name>Ada Quill</name></author><category term=\"f\" "
      "label=\"F&#228;hren\"/><content type=\"xhtml\"><div "
      "xmlns=\"http://www.w3.org/1999/xhtml\"><p>Die F&#228;hre <b>legte</b> "
      "ab.</p><p>Sie war voll.</p></div></content></entry></feed>"));
  CHECK(fields_of(article) ==
        "id: urn:a1\ndate: 2023-04-17T09:30:00Z\n"
        "updated: 2023-04-18T00:00:00Z\nsource: Kelmarer Bote\n"
        "url: https://kelmar.example/a\nlanguage: de\nauthor: Ada Quill\n"
        "topic: Fähren\n");
  CHECK(paragraphs_of(article) ==
        "headline: Fähre fährt\nbody: Die Fähre legte ab.\n"
        "body: Sie war voll.\n");
}

TEST_CASE("items of RSS 1.0 stand beside their channel") {
  CHECK(outlines_of(read_all(
            "<rdf:RDF xmlns:rdf=\"r\" xmlns=\"http://purl.org/rss/1.0/\">"
            "<channel><title>C</title></channel><item><title>One</title>"
            "</item><item><title>Two</title></item></rdf:RDF>")) ==
        "headline: One\nheadline: Two\n");
}

TEST_CASE("a feed with faults gives what is before them, and after them") {
  CHECK(outlines_of(read_all("<rss><channel><item><title>A &nbsp;&eacute; &x; "
                             "b</title></item><item><title>Cut off</tit")) ==
        "headline: A é b\nskipped: not XML that can be read on: line 1: "
        "Entity 'x' not defined\n");
  CHECK(outlines_of(read_all("<rss><channel></channel></rss>")) ==
        "skipped: no article in it\n");
}

TEST_CASE("NITF gives what its head, body.head and body.content say") {
  const article::Article article = only_article(read_all(
      "<?xml version=\"1.0\"?><!DOCTYPE nitf SYSTEM \"nitf-3-4.dtd\">\n<nitf "
      "xml:lang=\"en\"><head><title>FERRY</title><docdata><doc-id "
      "id-string=\"kc-1\"/><date.issue norm=\"20230417T093000Z\"/><key-list>"
      "<keyword key=\"ferries\"/><keyword key=\"Tarn\"/></key-list></docdata>"
      "<pubdata name=\"Kelmar Courier\" position.section=\"Islands\"/></head>"
      "<body><body.head><hedline><hl1>Ferry runs again</hl1><hl2>Eleven days "
      "in the dock</hl2></hedline><byline>By <person>Ada Quill</person>"
      "<byttl>Staff</byttl></byline><dateline><location>TARN, Kelmar"
      "</location></dateline></body.head><body.content><block><p>The "
      "<em>ferry</em> left.</p><media media-type=\"image\"><media-reference "
      "source=\"a.jpg\"/><media-caption>The ferry at noon</media-caption>"
      "</media><p>It was full.</p><table><tr><td>a</td><td>b</td></tr></table>"
      "</block></body.content><body.end><tagline>Bo Reed "
      "contributed.</tagline></body.end></body></nitf>"));
  CHECK(fields_of(article) ==
        "id: kc-1\ndate: 2023-04-17T09:30:00Z\nplace: TARN, Kelmar\n"
        "source: Kelmar Courier\nsection: Islands\nlanguage: en\n"
        "author: Ada Quill\ntopic: ferries\ntopic: Tarn\n");
  CHECK(paragraphs_of(article) ==
        "headline: Ferry runs again\nbody: Eleven days in the dock\n"
        "body: The ferry left.\ncaption: The ferry at noon\n"
        "body: It was full.\nbody: a b\ntrailer: Bo Reed contributed.\n");
}

std::string newsml(const std::string& content) {
  return "<newsMessage xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><itemSet>"
         "<newsItem guid=\"urn:kc:1\" "
         "xml:lang=\"en\"><itemMeta><versionCreated>"
         "2023-04-18T00:00:00Z</versionCreated><firstCreated>"
         "2023-04-17T09:30:00Z</firstCreated><provider literal=\"x\"><name>"
         "Northwire</name></provider></itemMeta><contentMeta><located><name>"
         "Tarn</name></located><headline>Ferry runs again</headline><by>By Ada "
         "Quill</by><subject><name>ferries</name></subject></contentMeta>"
         "<contentSet>" +
         content + "</contentSet></newsItem></itemSet></newsMessage>";
}

TEST_CASE("a NewsML-G2 item carries XHTML, NITF or plain text") {
  for (const std::string content :
       {"<inlineXML><html "
        "xmlns=\"h\"><head><title>t</title></head><body><p>The "
        "ferry left.</p><p>It was full.</p></body></html></inlineXML>",
        "<inlineXML><nitf><body><body.content><p>The ferry left.</p><p>It was "
        "full.</p></body.content></body></nitf></inlineXML>",
        "<inlineData contenttype=\"text/plain\">The ferry\nleft.\n\nIt was "
        "full.</inlineData>"}) {
    CAPTURE(content);
    const article::Article article = only_article(read_all(newsml(content)));
    CHECK(fields_of(article) ==
          "id: urn:kc:1\ndate: 2023-04-17T09:30:00Z\n"
          "updated: 2023-04-18T00:00:00Z\nplace: Tarn\nsource: Northwire\n"
          "language: en\nauthor: Ada Quill\ntopic: ferries\n");
    CHECK(article.paragraphs.size() == 3);
    CHECK(article.text.find("It was full.") != std::string::npos);
  }
}

TEST_CASE("entities are not expanded and nothing is fetched: it is skipped") {
  const std::string item =
      "<rss><channel><item><title>&a;</title></item>"
      "</channel></rss>";
  for (const std::string declared :
       {"<!ENTITY a SYSTEM \"file:///etc/hostname\">",
        "<!ENTITY % a SYSTEM \"http://kelmar.example/a.dtd\"> %a;",
        "<!ENTITY l \"lol\"><!ENTITY a \"&l;&l;&l;&l;&l;&l;&l;&l;\">"}) {
    CAPTURE(declared);
    CHECK(outlines_of(read_all("<!DOCTYPE rss [" + declared + "]>" + item)) ==
          "skipped: not read on: it declares entities, which are not "
          "expanded\n");
  }
}

TEST_CASE("the encoding that a document declares is the one") {
  const article::Article article = only_article(
      read_all("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><rss><channel>"
               "<item><title>Caf\xE9 ferm\xE9</title></item></channel></rss>"));
  CHECK(paragraphs_of(article) == "headline: Café fermé\n");
  CHECK(article.encoding == "ISO-8859-1");
}

TEST_CASE("malformed bytes become U+FFFD, and wide units are read") {
  CHECK(outlines_of(
            read_all("<?xml version='1.0' encoding='UTF-8'?><rss><channel>"
                     "<item><title>a\xFF"
                     "b</title></item></channel></rss>")) ==
        "headline: a\xEF\xBF\xBD"
        "b\n");
  std::string wide = "\xFF\xFE";
  for (const char c :
       std::string("<?xml version='1.0' encoding='UTF-16'?><rss><channel><item>"
                   "<title>Rain</title></item></channel></rss>")) {
    wide += c;
    wide += '\0';
  }
  const article::Article article = only_article(read_all(wide));
  CHECK(paragraphs_of(article) == "headline: Rain\n");
  CHECK(article.encoding == "UTF-16");
}

TEST_CASE("records have their number and the byte at which they begin") {
  const std::string feed =
      "<rss><channel>\n<item><title>One</title></item>\n<item a=\"b\"><title>"
      "Two</title></item></channel></rss>";
  const auto results = read_all(feed, "f.xml");
  REQUIRE(results.size() == 2);
  const auto& second = std::get<article::Article>(results[1]);
  CHECK(article::to_string(second.origin) ==
        "f.xml, record 2 (byte " + std::to_string(feed.find("<item a")) + ")");
}

TEST_CASE("a record beyond the limit is passed over, not held") {
  ReadOptions options;
  options.max_article_bytes = 1000;
  std::string item = "<item>";
  for (int i = 0; i < 5000; ++i) item += "<p>Rain fell.</p>";
  CHECK(outlines_of(read_all("<rss><channel>" + item +
                                 "</item><item><title>Sun</title></item>"
                                 "</channel></rss>",
                             "f.xml", options)) ==
        "skipped: a record of more than 4000 bytes: too long to be read\n"
        "headline: Sun\n");
}

}  // namespace
}  // namespace broadsheet::read
