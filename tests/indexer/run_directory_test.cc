// Claims about what runs leave in the directory of an index: of theirs nothing
// but the live generation, nothing at all where they are refused, and the same
// bytes however many threads write them in however little memory.
#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "corpus/base/error.h"
#include "corpus/schema/published.h"
#include "indexer/index_directory.h"
#include "indexer/next_generation.h"
#include "indexer/run.h"
#include "tests/indexer/index_contents.h"
#include "tests/support/effort.h"
#include "tests/support/temporary_directory.h"

namespace broadsheet::indexer {
namespace {

using tests::TemporaryDirectory;

const std::string kFloodRecord = flood();
const std::string kFloodRecordAgain = corrected_flood();

TEST_CASE("only the live generation and its segments stay on disk") {
  const TemporaryDirectory directory;
  const std::string input = directory.write("a.jsonl", kFloodRecord);
  const Options options = run_options(directory / "index", {input});
  static_cast<void>(run(options));
  directory.write("a.jsonl", kFloodRecordAgain);
  static_cast<void>(run(options));
  CHECK(names_in(directory / "index") ==
        std::vector<std::string>{"CURRENT", "generation-000002", "lock",
                                 "segment-000002"});
}

TEST_CASE("a reader keeps its generation whatever writers do meanwhile") {
  const TemporaryDirectory directory;
  const std::string input = directory.write("a.jsonl", kFloodRecord);
  const Options options = run_options(directory / "index", {input});
  static_cast<void>(run(options));
  {
    const schema::Published held = schema::open_published(directory / "index");
    directory.write("a.jsonl", kFloodRecordAgain);
    static_cast<void>(run(options));
    directory.write("a.jsonl", kFloodRecord);
    static_cast<void>(run(options));
    for (const schema::Segment& segment : held.manifest.segments) {
      for (const schema::SegmentFile& file : segment.files) {
        CHECK(std::filesystem::file_size(directory / "index/" + segment.name +
                                         "/" + file.name) == file.size);
      }
    }
    CHECK(std::filesystem::exists(directory / "index/generation-000001"));
    CHECK_FALSE(std::filesystem::exists(directory / "index/generation-000002"));
  }
  static_cast<void>(run(options));
  CHECK(names_in(directory / "index") ==
        std::vector<std::string>{"CURRENT", "generation-000003", "lock",
                                 "segment-000003"});
}

TEST_CASE("the result does not depend on threads, nor on memory") {
  const TemporaryDirectory directory;
  std::string lines;
  for (int i = 0; i < 2000 + tests::effort(7000); ++i) {
    // Enough for several chunks, with a duplicate here and there.
    const std::string id = std::to_string(i % 17 == 0 ? i / 2 : i);
    lines += line(id, "Report " + std::to_string(i),
                  "Ship " + std::to_string(i * i) +
                      " left the harbour of Elmshaven with " + id +
                      " tons of barley. " + std::string(900, 'x'));
  }
  const std::string input = directory.write("a.jsonl", lines);
  Options one = run_options(directory / "one", {input});
  one.threads = 1;
  Options many = run_options(directory / "many", {input});
  many.threads = 5;
  // Words are forgotten and runs ended within a chunk, and all go to disk.
  Options little = run_options(directory / "little", {input});
  little.memory = std::size_t{6} << 20;
  const Outcome first = run(one);
  CHECK(first.tally.duplicate > 0);
  REQUIRE(first.live->segments.size() == 1);
  for (const Options& options : {many, little}) {
    CAPTURE(options.index_directory);
    const Outcome other = run(options);
    CHECK(accounts(other) == accounts(first));
    // Byte for byte: the tables hold no time and nothing random.
    REQUIRE(other.live->segments.size() == 1);
    for (const char* table :
         {"postlist.glass", "position.glass", "termlist.glass", "docdata.glass",
          "synonym.glass"}) {
      CHECK(tests::content_of(options.index_directory + "/segment-000001/" +
                              table) ==
            tests::content_of(directory / "one/segment-000001/" + table));
    }
  }
}

TEST_CASE("many small updates never leave more segments than a search opens") {
  const TemporaryDirectory directory;
  for (std::size_t i = 0; i < 2 * kMostSegments + 3; ++i) {
    const std::string name = std::to_string(i);
    const std::string input = directory.write(
        name + ".jsonl", line(name, "Report " + name, "Nothing new."));
    const Outcome outcome = run(run_options(directory / "index", {input}));
    CHECK(outcome.live->segments.size() <= kMostSegments);
    CHECK(outcome.live->articles == i + 1);
  }
  CHECK(contents_of(directory / "index").size() == 2 * kMostSegments + 3);
}

TEST_CASE("a dry run counts and reports, and writes nothing") {
  const TemporaryDirectory directory;
  const std::string input =
      directory.write("a.jsonl", kFloodRecord + "{broken\n");
  Options options = run_options(directory / "index", {input});
  options.dry_run = true;
  options.report_path = directory / "report.tsv";
  const Outcome outcome = run(options);
  CHECK(accounts(outcome) ==
        "indexed 1 updated 0 unchanged 0 duplicate 0 skipped 1 seen 2");
  CHECK_FALSE(std::filesystem::exists(directory / "index"));
  CHECK(tests::content_of(directory / "report.tsv").starts_with("skipped\t"));
}

TEST_CASE("leftovers of crashed runs are cleared, files of others are not") {
  const TemporaryDirectory directory;
  const std::string input = directory.write("a.jsonl", kFloodRecord);
  const Options options = run_options(directory / "index", {input});
  static_cast<void>(run(options));
  directory.write("index/tmp-99/chunk-000000/postlist.glass", "x");
  directory.write("index/segment-000077/postlist.glass", "x");
  directory.write("index/generation-000009", "half a manif");
  directory.write("index/CURRENT.tmp", "x");
  directory.write("index/notes.txt", "mine");
  directory.write("index/segments.txt", "mine");
  static_cast<void>(run(options));
  CHECK(names_in(directory / "index") ==
        std::vector<std::string>{"CURRENT", "generation-000001", "lock",
                                 "notes.txt", "segment-000001",
                                 "segments.txt"});
}

TEST_CASE("a damaged index is not written to") {
  const TemporaryDirectory directory;
  const std::string input = directory.write("a.jsonl", kFloodRecord);
  const Options options = run_options(directory / "index", {input});
  static_cast<void>(run(options));
  std::filesystem::resize_file(
      directory / "index/segment-000001/postlist.glass", 100);
  try {
    static_cast<void>(run(options));
    FAIL("a damaged index was taken");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::kIndex);
    CHECK(std::string(error.what()).find("postlist.glass") !=
          std::string::npos);
  }
}

TEST_CASE("a second writer is refused while one holds the lock") {
  const TemporaryDirectory directory;
  const std::string input = directory.write("a.jsonl", kFloodRecord);
  std::filesystem::create_directory(directory / "index");
  const WriterLock lock(directory / "index");
  Options options = run_options(directory / "index", {input});
  options.report_path = directory.write("report.tsv", "of the first\n");
  try {
    static_cast<void>(run(options));
    FAIL("two writers");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::kLocked);
  }
  CHECK(tests::content_of(directory / "report.tsv") == "of the first\n");
}

}  // namespace
}  // namespace broadsheet::indexer
