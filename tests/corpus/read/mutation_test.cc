// Claims that hold for any bytes at all: no reader crashes or hangs, every
// record is an article or has its reason, and every article is sound.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "corpus/read/reader.h"
#include "tests/corpus/read/reading.h"

namespace broadsheet::read {
namespace {

using tests::read_all;

struct Seed {
  Format format;
  std::string bytes;
  std::size_t records;
};

std::vector<Seed> seeds() {
  std::string lines;
  std::string reuters = "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n";
  std::string trec;
  for (int i = 1; i <= 8; ++i) {
    const std::string n = std::to_string(i);
    lines += "{\"id\": " + n +
             R"(, "title": "Ferry \u00e9", "date": "2023-04-1)" + n +
             R"(", "author": ["Ada Quill"], "body": "TARN (Northwire) - It )"
             R"(rained.\n\nA ferry. (Pool photo)(Northwire)\n\nRead more"})" +
             "\n";
    reuters +=
        "<REUTERS NEWID=\"" + n + "\">\n<DATE>26-FEB-1987 15:01:0" + n +
        "</DATE>\n<TOPICS><D>tin</D></TOPICS>\n<TEXT>&#2;\n<TITLE>TIN "
        "&lt;T></TITLE>\n<DATELINE>    TARN, Feb 26 - </DATELINE><BODY>"
        "Tin\nrose.\n    It  fell   later.\n Reuter\n&#3;</BODY></TEXT>\n"
        "</REUTERS>\n";
    trec += "<DOC>\n<DOCNO>" + n +
            "</DOCNO><HL>Tin &amp; co</HL><DD>870226</DD>"
            "<TEXT><P>Tin rose.</P><P>It fell.</P></TEXT>\n</DOC>\n";
  }
  const std::string plain =
      " date 2023-04-17 Envoys meet. EPN/POOL\n\nFerry runs again\n\nBy Ada "
      "Quill\n\nTARN, Kelmar (Northwire) - The “ferry” left at noon, and\nit "
      "was full – 40 people.\n\nTwo (R) pose. (Pool photo)(Northwire) "
      "==Northwire\n\n雨が降った。\n\nRelated coverage:\n\nFerry stops\n";
  return {{Format::kJsonLines, lines, 8},
          {Format::kReutersSgml, reuters, 8},
          {Format::kTrecSgml, trec, 8},
          {Format::kPlainText, plain, 1}};
}

/// One article in each of the formats that mend what is broken, so that a
/// change may cost more than its record.
std::vector<Seed> mending_seeds() {
  const std::string page =
      "<!doctype html><html lang=en><head><title>Ferry | Kelmar</title><meta "
      "property=\"og:title\" content=\"Ferry\"><script "
      "type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":"
      "\"Ferry\",\"author\":[{\"name\":\"Ada\"}]}</script></head><body><nav><a>"
      "x</a></nav><article><h1>Ferry</h1><p class=byline>By Ada "
      "Quill</p><p>The "
      "&eacute;ferry left at noon.<br>It was full.<table><tr><td>a<td>b</table>"
      "<figure><figcaption>c</figcaption></figure></article></body></html>";
  const std::string feed =
      "<?xml version=\"1.0\"?><rss><channel><title>K</title><item><title>Ferry "
      "&amp; co</title><description>&lt;p&gt;It left.&lt;/p&gt;</description>"
      "</item></channel></rss>";
  const std::string response =
      "HTTP/1.1 200 OK\r\nContent-Type: "
      "text/html\r\n\r\n" +
      page;
  return {
      {Format::kHtml, page, 1},
      {Format::kJson, "[{\"title\": \"Ferry\", \"body\": \"<p>a</p>\"}]", 1},
      {Format::kCsv, "id,title,body\n1,Ferry,\"It, \"\"left\"\".\"\n", 1},
      {Format::kTsv, "title\ttext\nFerry\tIt left.\n", 1},
      {Format::kMarkdown,
       "---\ntitle: Ferry\ntags: [a, b]\n---\n# Ferry\n\nIt *left*.\n", 1},
      {Format::kFeed, feed, 1},
      {Format::kNitf,
       "<nitf><head><docdata><date.issue norm='20230417'/></docdata></head>"
       "<body><body.head><hedline><hl1>Ferry</hl1></hedline></body.head>"
       "<body.content><p>It left.</p></body.content></body></nitf>",
       1},
      {Format::kNewsMl,
       "<newsItem "
       "guid='a'><contentMeta><headline>Ferry</headline></contentMeta>"
       "<contentSet><inlineXML><html><body><p>It left.</p></body></html>"
       "</inlineXML></contentSet></newsItem>",
       1},
      {Format::kWarc,
       "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: "
       "http://a.example/\r\nContent-Length: " +
           std::to_string(response.size()) + "\r\n\r\n" + response + "\r\n\r\n",
       1},
      {Format::kMail,
       "From: a@b\nMIME-Version: 1.0\nSubject: =?utf-8?Q?F=C3=A4hre?=\n"
       "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: "
       "text/html\n\n<p>It left.</p>\n--b--\n",
       1},
      {Format::kMbox, "From a 1:2\nSubject: Ferry\n\nIt left.\n", 1}};
}

/// Changes some bytes: flips, cuts, doubles, swaps, and signs that matter.
std::string mutated(std::string bytes, std::mt19937& random) {
  const std::vector<std::string> signs = {"<",
                                          ">",
                                          "\"",
                                          "{",
                                          "}",
                                          "\n",
                                          "\\",
                                          "&",
                                          ";",
                                          "</DOC>",
                                          "<DOC>",
                                          "\\ud83d",
                                          "(",
                                          ")",
                                          "\xFF",
                                          "\r",
                                          "</TEXT>",
                                          "<TEXT>",
                                          " - ",
                                          "/",
                                          "==",
                                          "\xE2\x80",
                                          "[",
                                          ",",
                                          "&#0;",
                                          "\x1B$B",
                                          "日",
                                          ".",
                                          "  ",
                                          "<REUTERS X>",
                                          std::string(1, '\0')};
  for (std::size_t changes = 1 + random() % 6; changes > 0; --changes) {
    if (bytes.empty()) return bytes;
    const std::size_t at = random() % bytes.size();
    switch (random() % 6) {
      case 0:
        bytes[at] = static_cast<char>(random() % 256);
        break;
      case 1:
        bytes.erase(at, 1 + random() % 40);
        break;
      case 2:
        bytes.insert(at, signs[random() % signs.size()]);
        break;
      case 3:
        bytes.insert(at, bytes.substr(random() % bytes.size(), 60));
        break;
      case 4:
        bytes.resize(at);
        break;
      default:
        std::swap(bytes[at], bytes[random() % bytes.size()]);
    }
  }
  return bytes;
}

/// Checks that `results` account for records in order, each once.
void check_results(const std::vector<ReadResult>& results) {
  std::uint64_t last = 0;
  std::uint64_t offset = 0;
  bool ended = false;
  for (const ReadResult& result : results) {
    const auto* problem = std::get_if<article::Problem>(&result);
    const article::Origin& origin =
        problem != nullptr ? problem->origin
                           : std::get<article::Article>(result).origin;
    CHECK(origin.path == "file");
    CHECK(origin.record >= last);
    CHECK((ended ? origin.record > last || origin.record == 0 : true));
    CHECK(origin.offset >= offset);
    last = origin.record;
    offset = origin.offset;
    ended = true;
    if (problem != nullptr) {
      CHECK_FALSE(problem->reason.empty());
      ended = problem->kind == article::Problem::Kind::kSkipped;
    } else {
      const std::string fault =
          tests::fault_of(std::get<article::Article>(result));
      CHECK(fault == "");
    }
  }
  // A warning announces an article.
  CHECK(ended);
  CHECK_FALSE(results.empty());
}

TEST_CASE("whole input gives every record") {
  for (const Seed& seed : seeds()) {
    CAPTURE(to_string(seed.format));
    const auto results = read_all(seed.bytes);
    CHECK(results.size() == seed.records);
    check_results(results);
  }
  for (const Seed& seed : mending_seeds()) {
    CAPTURE(to_string(seed.format));
    const auto results = read_all(seed.bytes);
    REQUIRE(results.size() == seed.records);
    CHECK(std::holds_alternative<article::Article>(results.front()));
  }
}

TEST_CASE("input cut anywhere gives the records before the cut") {
  for (const Seed& seed : seeds()) {
    CAPTURE(to_string(seed.format));
    for (std::size_t size = 0; size <= seed.bytes.size(); size += 7) {
      ReadOptions options;
      options.format = seed.format;
      const auto results =
          read_all(seed.bytes.substr(0, size), "file", options);
      CAPTURE(size);
      check_results(results);
      CHECK(results.size() <= seed.records + 1);
    }
  }
}

TEST_CASE("changed input never breaks a reader or hides a record") {
  const unsigned number = std::random_device{}();
  CAPTURE(number);
  std::mt19937 random(number);
  std::vector<Seed> all = seeds();
  for (Seed& seed : mending_seeds()) all.push_back(std::move(seed));
  for (const Seed& seed : all) {
    CAPTURE(to_string(seed.format));
    for (int round = 0; round < 400; ++round) {
      const std::string bytes = mutated(seed.bytes, random);
      CAPTURE(bytes);
      ReadOptions options;
      if (round % 2 == 0) options.format = seed.format;
      if (round % 5 == 0) options.max_article_bytes = 1 + random() % 200;
      check_results(read_all(bytes, "file", options));
    }
  }
}

TEST_CASE("a change in one record leaves the others as they were") {
  const unsigned number = std::random_device{}();
  CAPTURE(number);
  std::mt19937 random(number);
  for (const Seed& seed : seeds()) {
    if (seed.format == Format::kPlainText) continue;
    CAPTURE(to_string(seed.format));
    for (int round = 0; round < 200; ++round) {
      // One byte within the middle of a record: a letter becomes another sign
      // that ends no line and opens no tag.
      std::string bytes = seed.bytes;
      const std::size_t at = random() % bytes.size();
      constexpr std::string_view kSigns = "x\"\\}]&;";
      const std::string_view keep = "<>\n/";
      if (keep.find(bytes[at]) != std::string_view::npos) continue;
      bytes[at] = kSigns[random() % kSigns.size()];
      CAPTURE(bytes);
      ReadOptions options;
      options.format = seed.format;
      std::set<std::string> ids;
      for (const ReadResult& result : read_all(bytes, "file", options)) {
        if (const auto* one = std::get_if<article::Article>(&result)) {
          ids.insert(one->id);
        }
      }
      // A tag's name that is changed may join two SGML records into none.
      CHECK(ids.size() + 2 >= seed.records);
    }
  }
}

TEST_CASE("any bytes at all are read as some format, or refused") {
  const unsigned number = std::random_device{}();
  CAPTURE(number);
  std::mt19937 random(number);
  for (int round = 0; round < 500; ++round) {
    std::string bytes(random() % 300, '\0');
    for (char& c : bytes) c = static_cast<char>(random() % 256);
    for (const auto format :
         {std::optional<Format>{}, std::optional{Format::kPlainText},
          std::optional{Format::kJsonLines},
          std::optional{Format::kReutersSgml}, std::optional{Format::kTrecSgml},
          std::optional{Format::kHtml}, std::optional{Format::kJson},
          std::optional{Format::kCsv}, std::optional{Format::kMarkdown},
          std::optional{Format::kFeed}, std::optional{Format::kWarc},
          std::optional{Format::kMbox}}) {
      ReadOptions options;
      options.format = format;
      check_results(read_all(bytes, "file", options));
    }
  }
}

}  // namespace
}  // namespace broadsheet::read
