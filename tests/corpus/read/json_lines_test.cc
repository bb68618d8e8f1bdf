// Claims about JSON Lines: every line is an article or has its reason.
#include <doctest/doctest.h>

#include <string>

#include "corpus/read/reader.h"
#include "tests/corpus/read/reading.h"

namespace broadsheet::read {
namespace {

using tests::fields_of;
using tests::only_article;
using tests::outlines_of;
using tests::read_all;

std::string line_outlines(std::string lines, const ReadOptions& options = {}) {
  return outlines_of(read_all(std::move(lines), "a.jsonl", options));
}

TEST_CASE("the keys of news exports become the fields of the article") {
  const article::Article article = only_article(read_all(
      R"({"id": "n-17", "title": " Ferry runs again ", "body": )"
      R"("The ferry left at noon.\n\nIt was full.", "date": "2023-04-17", )"
      R"("author": ["Ada Quill", "By Bo Reed and Cy Lane"], "source": "Northwire", )"
      R"("url": "https://n.example/17", "place": "TARN", "section": "Local", )"
      R"("topics": ["ferries", "ports"], "lang": "en-GB"})",
      "a.jsonl"));
  CHECK(fields_of(article) ==
        "id: n-17\ndate: 2023-04-17\nplace: TARN\nsource: Northwire\n"
        "section: Local\nurl: https://n.example/17\nlanguage: en\n"
        "author: Ada Quill\nauthor: Bo Reed\nauthor: Cy Lane\n"
        "topic: ferries\ntopic: ports\n");
  CHECK(article.text ==
        "Ferry runs again\n\nThe ferry left at noon.\n\nIt was full.");
  CHECK(tests::paragraphs_of(article) ==
        "headline: Ferry runs again\nbody: The ferry left at noon.\n"
        "body: It was full.\n");
  CHECK(article.encoding == "UTF-8");
}

TEST_CASE("other names of the keys work, and the better one counts") {
  const article::Article article = only_article(read_all(
      R"({"headline": "B", "title": "A", "content": "3", "text": "2", )"
      R"("published": "1999-01-02", "topics": "trade, oil; war"})",
      "a.jsonl"));
  CHECK(article.text == "A\n\n2");
  CHECK(fields_of(article) ==
        "date: 1999-01-02\ntopic: trade\ntopic: oil\ntopic: war\n");
  CHECK(line_outlines(
            R"({"title": "", "headline": "B", "body": null, "text": "x"})") ==
        "headline: B\nbody: x\n");
}

TEST_CASE("--map names another key") {
  ReadOptions options;
  REQUIRE(options.fields.assign("body=story").empty());
  REQUIRE(options.fields.assign("id=ref").empty());
  const article::Article article = only_article(read_all(
      R"({"ref": 12, "id": 5, "story": "It rained.", "body": "Not this."})",
      "a.jsonl", options));
  CHECK(article.id == "12");
  CHECK(article.text == "It rained.");
}

TEST_CASE("values of another type are converted or left out with a warning") {
  CHECK(only_article(read_all(R"({"id": 17, "body": "x"})", "a.jsonl")).id ==
        "17");
  CHECK(only_article(
            read_all(R"({"id": 18446744073709551615, "body": "x"})", "a.jsonl"))
            .id == "18446744073709551615");
  CHECK(
      only_article(read_all(R"({"source": {"id": null, "name": "Northwire"}, )"
                            R"("author": {"name": "Ada Quill"}, "body": "x"})",
                            "a.jsonl"))
          .source == "Northwire");
  CHECK(line_outlines(
            R"({"id": {"$oid": 1}, "body": "x", "topics": [1, [2]]})") ==
        "warning: field id is an object: left out\n"
        "warning: field topics is an array: left out\nbody: x\n");
  CHECK(line_outlines(R"({"author": true, "body": ["One.", "Two."]})") ==
        "warning: field author is true or false: left out\n"
        "body: One.\nbody: Two.\n");
  CHECK(line_outlines(R"({"body": {"html": "x"}})") ==
        "skipped: the body is an object, not text\n");
  CHECK(line_outlines(R"({"body": ["a", {}]})") ==
        "skipped: the body holds an object where text should be\n");
}

TEST_CASE("dates are text, a number of digits, or seconds since 1970") {
  struct Row {
    std::string_view json, fields;
  };
  for (const Row& row : {
           Row{R"("2023-04-17T09:30:00+09:00")",
               "date: 2023-04-17T00:30:00Z\n"},
           Row{"20230417", "date: 2023-04-17\n"},
           Row{"1987", "date: 1987\n"},
           Row{"1681689600", "date: 2023-04-17T00:00:00Z\n"},
           Row{"1681689600000", "date: 2023-04-17T00:00:00Z\n"},
           Row{"1681689600.5", "date: 2023-04-17T00:00:00Z\n"},
           Row{"-86400", "date: 1969-12-31T00:00:00Z\n"},
           Row{"null", ""},
           Row{"1e300", ""},
           Row{R"("next week")", ""},
       }) {
    const auto& [json, fields] = row;

    CAPTURE(row.json);
    const auto results = read_all(
        "{\"body\": \"x\", \"date\": " + std::string(json) + '}', "a.jsonl");
    CHECK(fields_of(only_article(results)) == fields);
    CHECK(results.size() == (fields.empty() && json != "null" ? 2 : 1));
  }
}

TEST_CASE("one bad line costs no other, and is told with its place") {
  std::string lines;
  for (int i = 1; i <= 10000; ++i) {
    lines += i == 7777 ? "{\"id\": 7777, \"body\": \"x}\n"
                       : "{\"id\": " + std::to_string(i) +
                             ", \"body\": \"Rain fell.\"}\n";
  }
  const std::size_t offset = lines.find("{\"id\": 7777");
  const auto results = read_all(lines, "a.jsonl");
  REQUIRE(results.size() == 10000);
  for (std::size_t i = 0; i < results.size(); ++i) {
    if (i == 7776) continue;
    const auto& article = std::get<article::Article>(results[i]);
    CHECK(article.id == std::to_string(i + 1));
    CHECK(article.origin.record == i + 1);
  }
  const auto& problem = std::get<article::Problem>(results[7776]);
  CHECK(problem.kind == article::Problem::Kind::kSkipped);
  CHECK(article::to_string(problem.origin) ==
        "a.jsonl, record 7777 (byte " + std::to_string(offset) + ")");
  CHECK(problem.reason ==
        "not JSON: a quotation mark that no other closes at byte 22 of the "
        "line");
}

TEST_CASE("line ends, marks and blank lines are no matter") {
  CHECK(line_outlines(
            "\xEF\xBB\xBF{\"body\": \"a\"}\r\n\r\n  \n{\"body\": \"b\"}") ==
        "body: a\nbody: b\n");
  CHECK(line_outlines("\n\n") == "skipped: empty: only white space\n");
  const auto results = read_all("\n\n{\"body\": \"a\"}\n", "a.jsonl");
  REQUIRE(results.size() == 1);
  CHECK(std::get<article::Article>(results[0]).origin.record == 1);
  CHECK(std::get<article::Article>(results[0]).origin.offset == 2);
}

TEST_CASE("lines that are no article are told why") {
  CHECK(line_outlines(R"([1, 2])") ==
        "skipped: not a JSON object: a line must be {\"key\": value, …}\n");
  CHECK(line_outlines(R"({"id": 1})") ==
        "skipped: neither title nor body in it (--map body=KEY names the key "
        "that holds the text)\n");
  CHECK(line_outlines(R"({"id": 1, "title": " ", "body": "\n"})") ==
        "skipped: neither title nor body in it (--map body=KEY names the key "
        "that holds the text)\n");
  CHECK(line_outlines(R"({"body": NaN})") ==
        "skipped: not JSON: NaN and Infinity are no JSON numbers; write null "
        "at byte 10 of the line\n");
  CHECK(line_outlines(R"({"title": "Only a headline"})") ==
        "headline: Only a headline\n");
}

TEST_CASE("half surrogates, NULs and other charsets are mended, not lost") {
  CHECK(line_outlines(R"({"body": "a \ud83d b"})") ==
        "warning: half surrogate pairs in it became U+FFFD\n"
        "body: a \uFFFD b\n");
  CHECK(line_outlines(R"({"body": "a\u0000b"})") ==
        "warning: NUL characters in it became blanks\nbody: a b\n");
  CHECK(line_outlines(std::string("{\"body\": \"a\0b\"}", 15)) ==
        "warning: NUL bytes in it became blanks\nbody: a b\n");
  CHECK(line_outlines(
            "{\"body\": \"Le caf\xE9 a ferm\xE9 apr\xE8s la f\xEAte\"}") ==
        "warning: not UTF-8, as JSON should be: read as ISO-8859-1\n"
        "body: Le café a fermé après la fête\n");
  CHECK(line_outlines("{\"body\": \"Zürich, K\xF6ln und Genève\"}") ==
        "warning: not all of it is UTF-8: U+FFFD stands for what is not\n"
        "body: Zürich, K\uFFFDln und Genève\n");
}

TEST_CASE("UTF-16 lines, as some shells write them, are read") {
  std::string wide = "\xFF\xFE";
  for (const char c :
       std::string_view("{\"body\": \"a\"}\n{\"body\": \"b\"}\n")) {
    wide += c;
    wide += '\0';
  }
  CHECK(line_outlines(wide) == "body: a\nbody: b\n");
}

TEST_CASE("long ids are kept, long texts cut, longer lines passed over") {
  const std::string id(5000, 'i');
  CHECK(only_article(
            read_all("{\"id\": \"" + id + "\", \"body\": \"x\"}", "a.jsonl"))
            .id == id);
  ReadOptions options;
  options.max_article_bytes = 1000;
  std::string lines = "{\"body\": \"" + std::string(998, 'x') + "€€\"}\n";
  lines +=
      "{\"body\": \"" + std::string(5000, 'y') + "\"}\n{\"body\": \"z\"}\n";
  const auto results = read_all(lines, "a.jsonl", options);
  REQUIRE(results.size() == 4);
  CHECK(tests::outline_of(results[0]) ==
        "warning: an article of more than 1000 bytes: the rest was cut off\n");
  CHECK(std::get<article::Article>(results[1]).text == std::string(998, 'x'));
  CHECK(tests::outline_of(results[2]) ==
        "skipped: a record of 5012 bytes, more than 4000 bytes: too long to be "
        "read\n");
  CHECK(tests::outline_of(results[3]) == "body: z\n");
}

TEST_CASE("a title repeated at the head of the body is headline once") {
  CHECK(line_outlines(
            R"({"title": "Ferry runs", "body": "Ferry\nruns\n\nIt ran."})") ==
        "headline: Ferry runs\nbody: It ran.\n");
}

TEST_CASE("datelines, captions and trailers are found in bodies too") {
  const article::Article article = only_article(read_all(
      R"({"title": "Talks open", "body": "TARN, Kelmar (Northwire) - Talks opened.\n\n)"
      R"(Two envoys shake hands. (Pool photo)(Northwire)\n\nRelated coverage:\n\n)"
      R"(Envoys arrive in Tarn"})",
      "a.jsonl"));
  CHECK(fields_of(article) == "place: TARN, Kelmar\nsource: Northwire\n");
  CHECK(tests::paragraphs_of(article) ==
        "headline: Talks open\n"
        "body: TARN, Kelmar (Northwire) - Talks opened.\n"
        "caption: Two envoys shake hands. (Pool photo)(Northwire)\n"
        "trailer: Related coverage:\ntrailer: Envoys arrive in Tarn\n");
}

}  // namespace
}  // namespace broadsheet::read
