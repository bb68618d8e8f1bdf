// Claims about archives: what is in them is read as if it stood beside them,
// and no archive makes a run long or leads out of itself.
#include <doctest/doctest.h>

#include <string>

#include "corpus/read/reader.h"
#include "tests/corpus/read/packed.h"
#include "tests/corpus/read/reading.h"

namespace broadsheet::read {
namespace {

using tests::Members;
using tests::outlines_of;
using tests::packed;
using tests::read_all;

const Members& two_files() {
  static const Members kFiles = {
      {"news/a.txt", "Rain fell on Tarn.\n"},
      {"news/b.jsonl", "{\"title\": \"Hail\"}\n{\"title\": \"Sun\"}\n"}};
  return kFiles;
}

constexpr std::string_view kOutlines =
    "body: Rain fell on Tarn.\nheadline: Hail\nheadline: Sun\n";

/// The paths and outlines of all results.
std::string with_paths(const std::vector<ReadResult>& results) {
  std::string text;
  for (const ReadResult& result : results) {
    const auto* problem = std::get_if<article::Problem>(&result);
    text += problem != nullptr ? problem->origin.path
                               : std::get<article::Article>(result).origin.path;
    text += ": " + tests::outline_of(result);
  }
  return text;
}

TEST_CASE("compressed files are read as what they hold, under their own name") {
  for (const std::string filter : {"gzip", "bzip2", "xz", "zstd"}) {
    CAPTURE(filter);
    const std::string bytes =
        packed("raw", filter, {{"a", "{\"title\": \"Hail\"}\n"}});
    CHECK(with_paths(read_all(bytes, "a.jsonl.gz")) ==
          "a.jsonl.gz: headline: Hail\n");
  }
  // What is told by name is told by the name within.
  CHECK(outlines_of(
            read_all(packed("raw", "gzip", {{"a", "oops\n"}}), "a.jsonl.gz"))
            .starts_with("skipped: not JSON"));
}

TEST_CASE("gzip files one after another are one") {
  const auto part = [](const std::string& title) {
    return packed("raw", "gzip", {{"a", "{\"title\": \"" + title + "\"}\n"}});
  };
  CHECK(outlines_of(read_all(part("Hail") + part("Sun"))) ==
        "headline: Hail\nheadline: Sun\n");
}

TEST_CASE("tar, zip and 7z are read, compressed or not") {
  for (const std::string format : {"ustar", "zip", "7zip"}) {
    CAPTURE(format);
    CHECK(outlines_of(read_all(packed(format, "none", two_files()))) ==
          kOutlines);
  }
  for (const std::string filter : {"gzip", "zstd", "xz", "bzip2"}) {
    CAPTURE(filter);
    CHECK(outlines_of(read_all(packed("ustar", filter, two_files()))) ==
          kOutlines);
  }
}

TEST_CASE("a member's path is the archive's and its own") {
  CHECK(with_paths(read_all(packed("zip", "none", two_files()), "x.zip"))
            .starts_with("x.zip!/news/a.txt: body: Rain fell on Tarn.\n"
                         "x.zip!/news/b.jsonl: headline: Hail\n"));
}

TEST_CASE("archives stand in archives, three layers deep and no deeper") {
  const std::string one = packed("7zip", "none", two_files());
  const std::string two = packed("zip", "none", {{"one.7z", one}});
  const std::string three = packed("ustar", "none", {{"two.zip", two}});
  CHECK(outlines_of(read_all(three)) == kOutlines);
  const std::string four = packed("ustar", "none", {{"three.tar", three}});
  CHECK(outlines_of(read_all(four)) ==
        "skipped: archives nested deeper than 3\n");
  std::string gz = "Rain fell.\n";
  for (int i = 0; i < 4; ++i) gz = packed("raw", "gzip", {{"a", gz}});
  CHECK(outlines_of(read_all(gz)) ==
        "skipped: archives nested deeper than 3\n");
}

TEST_CASE("names lead nowhere, links are not followed, hidden files passed") {
  CHECK(with_paths(read_all(packed("ustar", "none",
                                   {{"../../etc/a.txt", "Rain fell.\n"},
                                    {"/etc/b.txt", "Hail fell.\n"},
                                    {"c.txt", "-> /etc/hostname"},
                                    {".d.txt", "Hidden."},
                                    {"__MACOSX/e.txt", "Hidden."}}),
                            "x.tar")) ==
        "x.tar!/../../etc/a.txt: body: Rain fell.\n"
        "x.tar!//etc/b.txt: body: Hail fell.\n"
        "x.tar!/c.txt: skipped: a link within an archive: not "
        "followed\n");
}

TEST_CASE("a bomb is put down, whatever its layers") {
  const std::string zeros(std::size_t{40} << 20, ' ');
  for (const std::string filter : {"gzip", "bzip2", "xz", "zstd"}) {
    CAPTURE(filter);
    const std::string bomb = packed("raw", filter, {{"a", "{" + zeros}});
    CHECK(outlines_of(read_all(bomb))
              .find("what comes out of it is more than 200 times its size: not "
                    "read "
                    "on\n") != std::string::npos);
  }
  const std::string inner = packed("zip", "none", {{"a.txt", zeros}});
  Members copies;
  for (int i = 0; i < 50; ++i) {
    copies.emplace_back(std::to_string(i) + ".zip", inner);
  }
  const auto results = read_all(packed("zip", "none", copies));
  CHECK(results.size() < 10);
  CHECK(
      tests::outline_of(results.back()).find("more than 200 times its size") !=
      std::string::npos);
}

TEST_CASE("a damaged archive gives what is sound, and says what is wrong") {
  const std::string whole = packed("ustar", "gzip", two_files());
  for (std::size_t size = 20; size < whole.size(); size += 7) {
    CAPTURE(size);
    const auto results = read_all(whole.substr(0, size), "x.tgz");
    REQUIRE_FALSE(results.empty());
    CHECK(std::holds_alternative<article::Problem>(results.back()));
  }
  CHECK(outlines_of(read_all("PK\x03\x04 and no more", "x.zip"))
            .starts_with("skipped: an archive that can't be "));
  CHECK(outlines_of(
            read_all(packed("ustar", "none", {}) + std::string(1024, '\0'))) ==
        "skipped: binary: it holds NUL bytes\n");
  CHECK(outlines_of(read_all(packed("zip", "none", {{".a", "x"}}))) ==
        "skipped: no file in it\n");
}

TEST_CASE("what only begins as an archive is none, and not looked at forever") {
  CHECK(outlines_of(read_all("\x1F\x8B\x08 and then some text")) ==
        "skipped: it begins as an archive does, but is none\n");
  CHECK(outlines_of(read_all("BZhvetsk is a town.\n")) ==
        "body: BZhvetsk is a town.\n");
}

TEST_CASE("what is no text in an archive is told of like a file") {
  CHECK(with_paths(read_all(
            packed("zip", "none",
                   {{"a.png", "\x89PNG\r\n\x1A\n"}, {"b.txt", "Rain fell.\n"}}),
            "x.zip")) ==
        "x.zip!/a.png: skipped: a PNG picture\n"
        "x.zip!/b.txt: body: Rain fell.\n");
}

TEST_CASE("office documents are no archives of articles") {
  CHECK(outlines_of(read_all(
            packed("zip", "none", {{"[Content_Types].xml", "<x/>"}}))) ==
        "skipped: an office document\n");
}

}  // namespace
}  // namespace broadsheet::read
