// Claims about the manifest's text form: it says everything, and nothing else
// is taken for one.
#include "corpus/schema/manifest.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "corpus/base/error.h"
#include "corpus/schema/current.h"

namespace broadsheet::schema {
namespace {

Manifest sample_manifest() {
  Manifest manifest;
  manifest.analysis = 3;
  manifest.generation = 7;
  manifest.articles = 12;
  manifest.created = -5;
  manifest.program = "broadsheet 0.1.0";
  manifest.index_id = "000102030405060708090a0b0c0d0e0f";
  manifest.languages = {{"de", 2}, {"en", 10}};
  manifest.segments = {
      {"segment-000003",
       5,
       {{"iamglass", 110, {1, 2}}, {"postlist.glass", 8192, {3, 4}}},
       {2, 3, 4294967295}},
      {"segment-1000000",
       7,
       {{"iamglass", 111, {5, 6}},
        {"position.glass", 0, {7, 8}},
        {"postlist.glass", 16384, {0xFFFFFFFFFFFFFFFF, 9}}}}};
  return manifest;
}

/// What is wrong with `json`, or "" if it is a manifest.
std::string fault(std::string_view json) {
  try {
    static_cast<void>(parse_manifest(json, "INDEX/generation-000007"));
    return {};
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::kIndex);
    return error.what();
  }
}

/// The sample_manifest's JSON with `before` replaced by `after`.
std::string changed(std::string_view before, std::string_view after) {
  std::string json = to_json(sample_manifest());
  const std::size_t found = json.find(before);
  REQUIRE_MESSAGE(found != std::string::npos, before);
  return json.replace(found, before.size(), after);
}

TEST_CASE("a manifest is read back as it was written") {
  const Manifest manifest = sample_manifest();
  const Manifest back = parse_manifest(to_json(manifest), "generation");
  CHECK(back.format == kFormatVersion);
  CHECK(back.analysis == 3);
  CHECK(back.generation == 7);
  CHECK(back.articles == 12);
  CHECK(back.created == -5);
  CHECK(back.program == "broadsheet 0.1.0");
  CHECK(back.index_id == manifest.index_id);
  CHECK(back.languages == manifest.languages);
  REQUIRE(back.segments.size() == 2);
  CHECK(back.segments[0].removed == manifest.segments[0].removed);
  CHECK(back.segments[1].removed.empty());
  CHECK(back.segments[1].name == "segment-1000000");
  CHECK(back.segments[1].articles == 7);
  REQUIRE(back.segments[1].files.size() == 3);
  CHECK(back.segments[1].files[2].name == "postlist.glass");
  CHECK(back.segments[1].files[2].size == 16384);
  CHECK(back.segments[1].files[2].hash == Hash128{0xFFFFFFFFFFFFFFFF, 9});
  CHECK(to_json(back) == to_json(manifest));
}

TEST_CASE("an index of no segments has a manifest too") {
  Manifest manifest = sample_manifest();
  manifest.segments.clear();
  manifest.articles = 0;
  CHECK(fault(to_json(manifest)).empty());
}

TEST_CASE("names that leave the index directory are refused") {
  const std::vector<std::string_view> segments = {
      "..",   "segment-", "segment-1/..",
      "/etc", "segments", "segment-12345678901234567890"};
  for (const std::string_view name : segments) {
    CAPTURE(name);
    CHECK_FALSE(fault(changed("segment-000003", name)).empty());
  }
  const std::vector<std::string_view> files = {
      "../postlist.glass", "/postlist.glass", ".glass", "Postlist.glass",
      "XAPIANDB",          "postlist.chert",  "",       "postlist.glass.bak"};
  for (const std::string_view name : files) {
    CAPTURE(name);
    CHECK_FALSE(fault(changed("position.glass", name)).empty());
  }
}

TEST_CASE("what is no manifest is refused, naming the file") {
  const std::vector<std::string> others = {
      "",
      "{",
      "[]",
      "null",
      "{}",
      std::string(100000, '['),
      changed("\"articles\": 12", "\"articles\": 13"),
      changed("\"articles\": 12", "\"articles\": -1"),
      changed("\"articles\": 12", "\"articles\": \"12\""),
      changed("\"generation\"", "\"generatioN\""),
      changed("\"languages\": {", "\"languages\": [{").append("]"),
      changed("\"en\": 10", "\"en\": null"),
      changed("000102030405060708090a0b0c0d0e0f", "short"),
      changed("segment-1000000", "segment-000003"),
      changed("position.glass", "postlist.glass"),
      changed("\"iamglass\"", "\"spelling.glass\""),
      changed("\"xxh3_128\": \"0", "\"xxh3_128\": \"G"),
      changed("\"created\": -5", "\"created\": 1.5"),
      changed("4294967295", "4294967296"),
      changed("4294967295", "3"),
      changed("4294967295", "-4"),
      changed("4294967295", "\"9\""),
      changed("\"removed\": [", "\"removed\": [0, "),
      changed("\"analysis\": 3", "\"analysis\": 99999999999"),
  };
  for (const std::string& json : others) {
    CAPTURE(json);
    CHECK(fault(json).find("INDEX/generation-000007") == 0);
  }
}

TEST_CASE("a manifest of another format is refused, with both versions") {
  const std::string message =
      fault("{\"format\": 999, \"whatever\": \"else\"}");
  CHECK(message.find("format 999") != std::string::npos);
  CHECK(message.find("format " + std::to_string(kFormatVersion)) !=
        std::string::npos);
  CHECK(message.find("damaged") == std::string::npos);
}

}  // namespace
}  // namespace broadsheet::schema
