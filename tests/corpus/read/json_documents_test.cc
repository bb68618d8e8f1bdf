// Claims about JSON over several lines: every object is an article or has its
// reason, whatever stands around it.
#include <doctest/doctest.h>

#include <string>

#include "corpus/read/reader.h"
#include "tests/corpus/read/reading.h"

namespace broadsheet::read {
namespace {

using tests::outlines_of;
using tests::read_all;

std::string document_outlines(const std::string& json) {
  ReadOptions options;
  options.format = Format::kJson;
  return outlines_of(read_all(json, "a.json", options));
}

TEST_CASE("an array, one object, and objects one after another are read") {
  const std::string one =
      "{\n  \"title\": \"Rain\",\n  \"body\": \"It fell.\"\n}";
  const std::string outline = "headline: Rain\nbody: It fell.\n";
  CHECK(document_outlines(one) == outline);
  CHECK(document_outlines("[" + one + "]") == outline);
  CHECK(document_outlines("[\n" + one + ",\n" + one + "\n]\n") ==
        outline + outline);
  CHECK(document_outlines(one + "\n" + one) == outline + outline);
  CHECK(document_outlines("\xEF\xBB\xBF[" + one + "]") == outline);
}

TEST_CASE("braces and marks within strings end nothing") {
  CHECK(document_outlines(R"([{"body": "a } b"}, {"body": "c \" } ["}, )"
                          R"({"body": "d \\"}, {"body": "e"}])") ==
        "body: a } b\nbody: c \" } [\nbody: d \\\nbody: e\n");
}

TEST_CASE("the answer of a server gives the articles it holds") {
  CHECK(document_outlines(
            R"({"status": "ok", "total": 2, "articles": [)"
            R"({"title": "Rain", "source": {"name": "Northwire"}}, )"
            R"({"id": 7}, {"title": "Hail"}]})") ==
        "headline: Rain\nskipped: neither title nor body in it (--map body=KEY "
        "names the key that holds the text)\nheadline: Hail\n");
}

TEST_CASE("a broken object costs itself, and what it is is said") {
  CHECK(document_outlines(
            "[{\"body\": \"a\"},\n {\"body\": \"b},\n {\"body\": \"c\"}]") ==
        "body: a\nskipped: not JSON: a control character in a string; JSON "
        "writes \\t, \\n or \\u00XX at byte 14 of the object\nbody: c\n");
  CHECK(document_outlines(R"([{"body": "a"}, 7, "x", {"body": "b"}])") ==
        "body: a\nskipped: not a JSON object: 1 bytes of other values\n"
        "skipped: not a JSON object: 3 bytes of other values\nbody: b\n");
  CHECK(document_outlines(R"([{"body": "a"}, {"body": )") ==
        "body: a\nskipped: the file ends within an object: \"}\" is missing\n");
  CHECK(document_outlines("[]") == "skipped: no article in it\n");
}

TEST_CASE("an object beyond the limit is passed over, not held") {
  ReadOptions options;
  options.format = Format::kJson;
  options.max_article_bytes = 1000;
  const std::string text(2000000, 'x');
  CHECK(
      outlines_of(read_all("[{\"body\": \"" + text + "\"}, {\"body\": \"b\"}]",
                           "a.json", options))
          .starts_with("skipped: a record of 1953 KiB, more than 4000 bytes: "
                       "too long to be read\nbody: b\n"));
}

TEST_CASE("records are numbered, and their bytes counted") {
  const auto results = read_all(
      "[\n {\"id\": 1, \"body\": \"a\"},\n {\"id\": 2, \"body\": "
      "\"b\"}\n]",
      "a.json");
  REQUIRE(results.size() == 2);
  const auto& second = std::get<article::Article>(results[1]);
  CHECK(article::to_string(second.origin) == "a.json, record 2 (byte 28)");
}

TEST_CASE("a body that is HTML is read as HTML") {
  CHECK(document_outlines(
            R"({"body": "<p>Rain &amp; hail.</p><p>It <b>fell</b>.</p>"})") ==
        "body: Rain & hail.\nbody: It fell.\n");
  CHECK(document_outlines(R"({"body": "x < y and <p is no tag"})") ==
        "body: x < y and <p is no tag\n");
}

}  // namespace
}  // namespace broadsheet::read
