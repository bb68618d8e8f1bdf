// Claims that hold for any bytes at all: no reader crashes or hangs, every
// record is an article or has its reason, and every article is sound.
#include <doctest/doctest.h>

#include <optional>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "corpus/read/reader.h"
#include "tests/corpus/read/format_seeds.h"
#include "tests/corpus/read/reading.h"

namespace broadsheet::read {
namespace {

using tests::FormatSeed;
using tests::mending_seeds;
using tests::read_all;
using tests::seeds;

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
  for (const FormatSeed& seed : seeds()) {
    CAPTURE(to_string(seed.format));
    const auto results = read_all(seed.bytes);
    CHECK(results.size() == seed.records);
    check_results(results);
  }
  for (const FormatSeed& seed : mending_seeds()) {
    CAPTURE(to_string(seed.format));
    const auto results = read_all(seed.bytes);
    REQUIRE(results.size() == seed.records);
    CHECK(std::holds_alternative<article::Article>(results.front()));
  }
}

TEST_CASE("input cut anywhere gives the records before the cut") {
  for (const FormatSeed& seed : seeds()) {
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
  std::vector<FormatSeed> all = seeds();
  for (FormatSeed& seed : mending_seeds()) all.push_back(std::move(seed));
  for (const FormatSeed& seed : all) {
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
  for (const FormatSeed& seed : seeds()) {
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
  std::vector<std::optional<Format>> formats{std::nullopt};
  for (const auto& all : {seeds(), mending_seeds()}) {
    for (const FormatSeed& seed : all) formats.emplace_back(seed.format);
  }
  for (int round = 0; round < 500; ++round) {
    std::string bytes(random() % 300, '\0');
    for (char& c : bytes) c = static_cast<char>(random() % 256);
    for (const std::optional<Format> format : formats) {
      ReadOptions options;
      options.format = format;
      check_results(read_all(bytes, "file", options));
    }
  }
}

}  // namespace
}  // namespace broadsheet::read
