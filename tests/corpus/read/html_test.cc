// Claims about HTML pages: the article comes out with its fields, and what a
// page has around it stays out.
#include <doctest/doctest.h>

#include <string>

#include "corpus/read/html_article.h"
#include "corpus/read/reader.h"
#include "tests/corpus/read/reading.h"

namespace broadsheet::read {
namespace {

using tests::fields_of;
using tests::only_article;
using tests::outlines_of;
using tests::paragraphs_of;
using tests::read_all;
using tests::sources_of;

constexpr std::string_view kLongOne =
    "The ferry to Port Ansel ran again on Monday after eleven days in the "
    "dock, carrying forty passengers and the island's post.";
constexpr std::string_view kLongTwo =
    "Its captain, Mira Holt, said the new engine had been tried in the bay "
    "all of Sunday and had not failed once.";

/// A page as a news site writes it, with `inside` where its text stands.
std::string page(const std::string& head, const std::string& inside) {
  return "<!DOCTYPE html>\n<html lang=\"en-GB\"><head><meta "
         "charset=\"utf-8\"><title>Ferry runs again | Kelmar "
         "Courier</title>\n" +
         head +
         "<style>p { color: red }</style></head>\n<body><header><a "
         "href=\"/\">Kelmar Courier</a><nav><ul><li><a>News</a></li><li><a>"
         "Sport</a></li></ul></nav></header>\n" +
         inside +
         "\n<footer><p>© Kelmar Courier. All rights reserved, and this line "
         "is long enough to look like prose.</p></footer></body></html>\n";
}

std::string long_paragraphs() {
  return "<p>" + std::string(kLongOne) + "</p><p>" + std::string(kLongTwo) +
         "</p>";
}

std::string long_outline() {
  return "body: " + std::string(kLongOne) + "\nbody: " + std::string(kLongTwo) +
         "\n";
}

article::Article read(const std::string& bytes) {
  return only_article(read_all(bytes, "page.html"));
}

TEST_CASE("a page gives its headline and paragraphs and nothing around them") {
  const article::Article article = read(page(
      "",
      "<main><article><h1>Ferry runs\n again</h1><p class=\"byline\">By Ada "
      "Quill</p>" +
          long_paragraphs() +
          "<script>var p = '<p>no</p>';</script><aside><h2>Most read</h2><p>A "
          "story about something else entirely, told at length.</p></aside>"
          "<!-- <p>not this</p> --><div class=\"related-links\"><ul><li><a "
          "href=x>Port Ansel pier closes</a></li></ul></div></article>"
          "<section id=\"comments\"><p>I was on that ferry myself and it was "
          "late, says a reader.</p></section></main>"));
  CHECK(paragraphs_of(article) ==
        "headline: Ferry runs again\n" + long_outline());
  CHECK(fields_of(article) == "language: en\nauthor: Ada Quill\n");
  CHECK(article.text.find("Sport") == std::string::npos);
  CHECK(article.text.find("something else") == std::string::npos);
}

TEST_CASE("JSON-LD gives the fields, alone, in a list or in a graph") {
  const std::string fields =
      R"({"@type": "NewsArticle", "headline": "Ferry runs again",)"
      R"("datePublished": "2023-04-17T09:30+09:00",)"
      R"("dateModified": "2023-04-18", "author": [{"name": "Ada Quill"},)"
      R"({"name": "Bo Reed"}], "publisher": {"name": "Kelmar Courier"},)"
      R"("articleSection": "Islands", "keywords": ["ferries", "Port Ansel"],)"
      R"("mainEntityOfPage": {"@id": "https://kelmar.example/a"},)"
      R"("inLanguage": "en"})";
  for (const std::string& json :
       {fields, "[{\"@type\": \"WebSite\"}, " + fields + "]",
        "{\"@graph\": [{\"@type\": [\"Organization\"]}, " + fields + "]}"}) {
    CAPTURE(json);
    const article::Article article =
        read(page("<script type=\"application/ld+json\">" + json + "</script>",
                  "<article><h1>Ferry runs again</h1>" + long_paragraphs() +
                      "</article>"));
    CHECK(fields_of(article) ==
          "date: 2023-04-17T00:30:00Z\nupdated: 2023-04-18\n"
          "source: Kelmar Courier\nsection: Islands\n"
          "url: https://kelmar.example/a\nlanguage: en\nauthor: Ada Quill\n"
          "author: Bo Reed\ntopic: ferries\ntopic: Port Ansel\n");
    CHECK(paragraphs_of(article) ==
          "headline: Ferry runs again\n" + long_outline());
    CHECK(sources_of(article).find("date: JSON-LD datePublished "
                                   "(2023-04-17T09:30+09:00)\n") !=
          std::string::npos);
  }
}

TEST_CASE("JSON-LD that is broken is passed over") {
  const article::Article article =
      read(page("<script type=\"application/ld+json\">{\"@type\": "
                "\"NewsArticle\", </script><meta property=\"og:title\" "
                "content=\"Ferry runs &amp; runs\">",
                "<article>" + long_paragraphs() + "</article>"));
  CHECK(paragraphs_of(article) ==
        "headline: Ferry runs & runs\n" + long_outline());
}

TEST_CASE("OpenGraph, Dublin Core and other meta elements give the fields") {
  struct Row {
    std::string_view meta, field;
  };
  for (const Row& row : {
           Row{"property=\"article:published_time\" "
               "content=\"2023-04-17T09:30:00Z\"",
               "date: 2023-04-17T09:30:00Z\n"},
           Row{"name=\"DC.date.issued\" content=\"2023-04-17\"",
               "date: 2023-04-17\n"},
           Row{"content='April 17, 2023' name='parsely-pub-date'",
               "date: 2023-04-17\n"},
           Row{"property=\"article:modified_time\" content=\"2023-04-18\"",
               "updated: 2023-04-18\n"},
           Row{"property=\"og:site_name\" content=\"Kelmar Courier\"",
               "source: Kelmar Courier\n"},
           Row{"property=\"article:section\" content=\"Islands\"",
               "section: Islands\n"},
           Row{"name=\"keywords\" content=\"ferries, Port Ansel\"",
               "topic: ferries\ntopic: Port Ansel\n"},
           Row{"name=author content=\"By Ada Quill and Bo Reed\"",
               "author: Ada Quill\nauthor: Bo Reed\n"},
           Row{"property=\"og:url\" content=\"https://kelmar.example/b\"",
               "url: https://kelmar.example/b\n"},
       }) {
    CAPTURE(row.meta);
    const article::Article article =
        read(page("<meta " + std::string(row.meta) + " />",
                  "<article>" + long_paragraphs() + "</article>"));
    std::string fields = fields_of(article);
    const std::string language = "language: en\n";
    const std::size_t at = fields.find(language);
    REQUIRE(at != std::string::npos);
    fields.erase(at, language.size());
    CHECK(fields == row.field);
  }
}

TEST_CASE("the date may stand in a time element or in microdata") {
  CHECK(fields_of(read(page("",
                            "<article><h1>Ferry</h1><time datetime=\""
                            "2023-04-17\">17 April</time>" +
                                long_paragraphs() + "</article>")))
            .starts_with("date: 2023-04-17\n"));
  CHECK(fields_of(read(page("",
                            "<div><span itemprop=\"datePublished\" content=\""
                            "2023-04-16\">Sunday</span>" +
                                long_paragraphs() + "</div>")))
            .starts_with("date: 2023-04-16\n"));
}

TEST_CASE("the body is where the page says, else where its prose stands") {
  const std::string outline = "headline: Ferry runs again\n" + long_outline();
  for (const std::string& inside :
       {"<div itemprop=\"articleBody\">" + long_paragraphs() + "</div>",
        "<div class=\"col story-body\">" + long_paragraphs() + "</div>",
        "<article>" + long_paragraphs() + "</article>",
        "<main>" + long_paragraphs() + "</main>",
        "<div role=main>" + long_paragraphs() + "</div>",
        "<table><tr><td><a>One</a><td>" + long_paragraphs() + "</table>",
        "<div><div>" + long_paragraphs() + "</div></div>"}) {
    CAPTURE(inside);
    CHECK(paragraphs_of(read(page(
              "", inside + "<div><h3>Elsewhere</h3><p>Short words on another "
                           "matter.</p></div>"))) == outline);
  }
}

TEST_CASE(
    "a body in several parts is whole, and other articles are not in it") {
  CHECK(paragraphs_of(read(page(
            "", "<article><div class=\"article-body\"><p>" +
                    std::string(kLongOne) +
                    "</p></div><div class=\"ad\"><p>Buy a boat today, at the "
                    "best of all prices, from us.</p></div><div "
                    "class=\"article-body\"><p>" +
                    std::string(kLongTwo) +
                    "</p></div></article><article><p>Another story, which has "
                    "some prose of its own to tell.</p></article>"))) ==
        "headline: Ferry runs again\n" + long_outline());
}

TEST_CASE("captions, decks and links are told from the body") {
  const article::Article article = read(page(
      "",
      "<article><h1>Ferry runs again</h1><p class=\"standfirst\">Eleven "
      "days in the dock</p><figure><img src=a.jpg><figcaption>The ferry at "
      "noon</figcaption></figure>" +
          long_paragraphs() +
          "<p><a href=b>Pier closes for the winter</a></p></article>"));
  CHECK(paragraphs_of(article) ==
        "headline: Ferry runs again\nbody: Eleven days in the dock\n"
        "caption: The ferry at noon\n" +
            long_outline() + "trailer: Pier closes for the winter\n");
  CHECK(article.deck == "Eleven days in the dock");
}

TEST_CASE("classes that would hide the whole article hide nothing") {
  CHECK(paragraphs_of(read(page(
            "", "<div class=\"social\">" + long_paragraphs() + "</div>"))) ==
        "headline: Ferry runs again\n" + long_outline());
}

TEST_CASE("a page without prose gives the body of its JSON-LD") {
  const std::string body =
      std::string(kLongOne) + "\\n\\n" + std::string(kLongTwo);
  CHECK(paragraphs_of(read(page("<script type=\"application/ld+json\">{\"@type"
                                "\": \"Article\", \"headline\": \"Ferry\", "
                                "\"articleBody\": \"" +
                                    body + "\"}</script>",
                                "<div id=root></div>"))) ==
        "headline: Ferry\n" + long_outline());
}

TEST_CASE("the charset is the declared one, and references are replaced") {
  const article::Article article = read(
      "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; "
      "charset=iso-8859-1\"></head><body><h1>Caf\xE9</h1><p>Le caf\xE9 de la "
      "gare a ferm\xE9 dimanche &ndash; &#171;pour toujours&#xBB;.</p></body>");
  CHECK(article.encoding == "ISO-8859-1");
  CHECK(paragraphs_of(article) ==
        "headline: Café\nbody: Le café de la gare a fermé dimanche – «pour "
        "toujours».\n");
}

TEST_CASE("what is not closed or not opened costs no prose") {
  CHECK(html_prose("<p>One.<p>Two <b>bold<i>er</b></i> words</div>"
                   "<div>Three<td>four")
            .text == "One.\n\nTwo bolder words\n\nThree four");
  CHECK(html_prose("a < b and <3 &amp; c").text == "a < b and <3 & c");
  CHECK(html_prose("Rain <!-- a < b> fell").text == "Rain fell");
  CHECK(html_prose("Line one<br>line two<BR/>line three").text ==
        "Line one\nline two\nline three");
  CHECK(html_prose("<title>No end <p>Rain fell.").text ==
        "No end\n\nRain fell.");
  CHECK(html_prose("<a title=\"x > y\">Rain</a> fell").text == "Rain fell");
  CHECK(html_prose("<![CDATA[Rain]]> fell").text == "Rain fell");
  CHECK(html_prose("<ul><li>One<li>Two</ul>").text == "One\n\nTwo");
}

TEST_CASE("pages nested without end are flattened, and every word is kept") {
  std::string deep;
  for (int i = 0; i < 100000; ++i) deep += "<div><b><i><span>";
  CHECK(html_prose(deep + "Rain fell.").text == "Rain fell.");
  std::string ends = "<div><p>";
  for (int i = 0; i < 100000; ++i) ends += "</b></span></section>";
  CHECK(html_prose(ends + "Rain fell.").text == "Rain fell.");
  std::string starts;
  for (int i = 0; i < 100000; ++i) starts += "<a href=\"<!--<title>";
  CHECK(html_prose(starts).text.size() < starts.size());
}

TEST_CASE("a page without any text is told of") {
  CHECK(outlines_of(read_all("<html><body><img src=a></body></html>")) ==
        "skipped: no text in it\n");
}

}  // namespace
}  // namespace broadsheet::read
