#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "searcher/render/json_text.h"
#include "searcher/render/renderer.h"
#include "tests/searcher/render/pages.h"

namespace broadsheet::searcher::render {
namespace {

using Json = nlohmann::json;

std::vector<Json> records(const PageAndHits& made) {
  std::vector<Json> parsed;
  std::istringstream lines(output_of(*make_json_lines(), made));
  for (std::string line; std::getline(lines, line);) {
    parsed.push_back(Json::parse(line));
  }
  return parsed;
}

TEST_CASE("the first record tells of the answer, the others are its hits") {
  PageAndHits made = page_of({bridge_hit(), bridge_hit()});
  search::Page& page = made.page;
  page.reading = "harbour AND bridge";
  page.notes = {"a note"};
  page.total = 23;
  page.request.offset = 4;
  const std::vector<Json> all = records(made);
  REQUIRE(all.size() == 3);
  const Json& answer = all[0];
  CHECK(answer["record"] == "answer");
  CHECK(answer["format"] == 1);
  CHECK(answer["query"] == "harbour bridge");
  CHECK(answer["reading"] == "harbour AND bridge");
  CHECK(answer["notes"] == Json{"a note"});
  CHECK(answer["index"]["id"] == "0123456789abcdef0123456789abcdef");
  CHECK(answer["index"]["generation"] == 7);
  CHECK(answer["total"] == 23);
  CHECK(answer["total_is_exact"] == true);
  CHECK(answer["offset"] == 4);
  CHECK(answer["hits"] == 2);
  CHECK(all[1]["record"] == "hit");
  CHECK(all[2]["record"] == "hit");
  CHECK(make_json_lines()->messages(page) == "");
}

TEST_CASE("a hit carries the other articles of its story") {
  search::Hit told = bridge_hit();
  told.retelling_count = 3;
  article::Article other;
  other.id = "n7";
  other.source = "Northwire";
  other.origin = {"news/wire.jsonl", 12, 4567};
  told.retellings = {other};
  PageAndHits made = page_of({told});
  made.page.request.by_story = true;
  made.page.retellings = 3;
  made.page.has_more = true;
  const std::vector<Json> all = records(made);
  CHECK(all[0]["by_story"] == true);
  CHECK(all[0]["retellings"] == 3);
  CHECK(all[0]["has_more"] == true);
  CHECK(all[1]["retelling_count"] == 3);
  REQUIRE(all[1]["retellings"].size() == 1);
  const Json& retelling = all[1]["retellings"][0];
  CHECK(retelling["id"] == "n7");
  CHECK(retelling["source"] == "Northwire");
  CHECK(retelling["headline"] == "");
  CHECK(retelling["date"] == nullptr);
  CHECK(retelling["path"] == "news/wire.jsonl");
  CHECK(retelling["record_number"] == 12);
  CHECK(retelling["record_offset"] == 4567);
}

TEST_CASE("a hit carries what is known of its article") {
  const Json hit = records(page_of({bridge_hit()}))[1];
  CHECK(hit["rank"] == 1);
  CHECK(hit["score"] == 4.5);
  CHECK(hit["headline"]["text"] == "Harbour bridge to close for repairs");
  CHECK(hit["headline"]["marks"][0]["text"] == "Harbour bridge");
  CHECK(hit["date"] == "2024-03-05");
  CHECK(hit["place"] == "LINDHOLM, Norland");
  CHECK(hit["source"] == "Norland Press");
  CHECK(hit["authors"] == Json::array());
  CHECK(hit["path"] == "news/bridge.txt");
  CHECK(hit["language"] == "en");
  CHECK(hit["matching_sentences"] == 2);
  search::Hit bare;
  bare.stored = stored({"l:Rain."});
  const Json without = records(page_of({bare}))[1];
  CHECK(without["headline"].is_null());
  CHECK(without["date"].is_null());
}

TEST_CASE("offsets are right in bytes, code points and within the sentence") {
  search::Hit hit;
  hit.stored = stored({"h:Brücke zu", "l:Café öffnet.|Die Brücke bleibt zu."});
  hit.sentences = {{2, false, {{}}}};
  const std::string& text = hit.stored.article.text;
  const std::size_t at = text.rfind("Brücke");
  hit.sentences[0].marks = {{at, at + 7}};
  const Json sentence = records(page_of({hit}))[1]["sentences"][0];
  CHECK(sentence["index"] == 2);
  CHECK(sentence["zone"] == "lead");
  CHECK(sentence["paragraph"] == 1);
  CHECK(sentence["context"] == false);
  CHECK(sentence["text"] == "Die Brücke bleibt zu.");
  CHECK(sentence["begin"] == text.find("Die"));
  CHECK(sentence["end"] == text.size());
  // Two umlauts and an accent before it: three bytes more than code points.
  const std::size_t begin = text.find("Die") - 3;
  CHECK(sentence["code_points"] == Json({begin, begin + 21}));
  const Json& mark = sentence["marks"][0];
  CHECK(mark["text"] == "Brücke");
  CHECK(mark["begin"] == at);
  CHECK(mark["end"] == at + 7);
  CHECK(mark["code_points"] == Json({at - 3, at - 3 + 6}));
  CHECK(mark["in_text"] == Json({4, 10}));
}

TEST_CASE("a line is valid JSON, safe on a terminal, and reads back the same") {
  const std::string canary =
      "q\"\\\x1b]0;x\x07\n\u0085\u009b\u202e\u200b\U000E0041\x7f 港 é";
  const std::string line = json_line({{"text", canary}});
  CHECK(Json::parse(line)["text"] == canary);
  CHECK(line ==
        "{\"text\":\"q\\\"\\\\\\u001b]0;x\\u0007\\n\\u0085\\u009b\\u202e\\u200b"
        "\\udb40\\udc41\\u007f 港 é\"}");
  CHECK(Json::parse(json_line({{"path",
                                "a\xff"
                                "b"}}))["path"] == "a\ufffdb");
}

TEST_CASE("an error is one object") {
  const auto renderer = make_json_lines();
  query::QueryError error{"unknown-field", {3, 9}, "there is no field", "try"};
  const Json json =
      Json::parse(renderer->query_error(error, "oh auther:x", 80));
  CHECK(json["record"] == "error");
  CHECK(json["code"] == "unknown-field");
  CHECK(json["offset"] == 3);
  CHECK(json["length"] == 6);
  CHECK(json["message"] == "there is no field");
  CHECK(json["hint"] == "try");
  CHECK(json["exit"] == 2);
  const Json failure =
      Json::parse(renderer->failure(Error(ErrorKind::kIndex, "gone")));
  CHECK(failure["code"] == "index");
  CHECK(failure["exit"] == 3);
  CHECK(failure["message"] == "gone");
}

TEST_CASE("what the index holds is one object too") {
  search::IndexInfo info;
  info.directory = "news/.broadsheet";
  info.articles = 3;
  info.dated = 2;
  info.first = 0;
  info.last = 86'400;
  info.languages = {{"de", 1}, {"en", 2}};
  const Json json = Json::parse(make_json_lines()->info(info, "--index"));
  CHECK(json["record"] == "index");
  CHECK(json["directory"] == "news/.broadsheet");
  CHECK(json["chosen_by"] == "--index");
  CHECK(json["languages"]["en"] == 2);
  CHECK(json["first_date"] == "1970-01-01T00:00:00Z");
  CHECK(json["last_date"] == "1970-01-02T00:00:00Z");
}

}  // namespace
}  // namespace broadsheet::searcher::render
