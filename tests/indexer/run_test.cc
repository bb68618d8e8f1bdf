// Claims about whole runs of the indexer, on files and with real readers and
// analysis.
#include "indexer/run.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <vector>

#include "corpus/base/error.h"
#include "corpus/schema/manifest.h"
#include "indexer/index_directory.h"
#include "indexer/next_generation.h"
#include "indexer/summary.h"
#include "tests/indexer/index_contents.h"
#include "tests/support/temporary_directory.h"

namespace broadsheet::indexer {
namespace {

using tests::TemporaryDirectory;

const std::string kFlood =
    line("flood", "River Arl floods Mostley",
         "The river Arl left its bed on Monday. Mostley's mayor, Ines Tarrow, "
         "asked for boats.");
const std::string kFloodAgain =
    line("flood", "River Arl floods Mostley",
         "The river Arl left its bed on Monday. Correction: the mayor is Inez "
         "Tarrow.");
const std::string kStrike =
    line("strike", "Ferry crews strike", "Ferries stood still at Port Ansel.");
const std::string kVote =
    line("vote", "Upper house votes", "The upper house voted for the canal.");

TEST_CASE("a first run indexes all, a second one nothing, and says so") {
  const TemporaryDirectory directory;
  const std::string input = directory.write("a.jsonl", kFlood + kStrike);
  const Options options = run_options(directory / "index", {input});
  const Outcome first = run(options);
  CHECK(accounts(first) ==
        "indexed 2 updated 0 unchanged 0 duplicate 0 skipped 0 seen 2");
  CHECK(first.published);
  CHECK(first.live->generation == 1);
  const auto contents = contents_of(directory / "index");
  CHECK(contents.size() == 2);

  const std::string current = tests::content_of(directory / "index/CURRENT");
  const std::vector<std::string> names = names_in(directory / "index");
  const Outcome second = run(options);
  CHECK(accounts(second) ==
        "indexed 0 updated 0 unchanged 2 duplicate 0 skipped 0 seen 2");
  CHECK_FALSE(second.published);
  CHECK(summary(second, options).find("nothing changed") != std::string::npos);
  CHECK(failure(second, options).empty());
  CHECK(tests::content_of(directory / "index/CURRENT") == current);
  CHECK(names_in(directory / "index") == names);
}

TEST_CASE("a run on changed input updates what changed and adds what is new") {
  const TemporaryDirectory directory;
  const std::string input = directory.write("a.jsonl", kFlood + kStrike);
  const Options options = run_options(directory / "index", {input});
  static_cast<void>(run(options));
  const std::string id =
      schema::open_published(directory / "index").manifest.index_id;

  directory.write("a.jsonl", kFloodAgain + kStrike + kVote);
  const Outcome outcome = run(options);
  // The strike stands at another byte of the file now, which the index keeps.
  CHECK(outcome.tally.indexed == 1);
  CHECK(outcome.tally.updated + outcome.tally.unchanged == 2);
  CHECK(outcome.tally.updated >= 1);
  CHECK(outcome.live->generation == 2);
  CHECK(outcome.live->index_id == id);

  const Options fresh = run_options(directory / "fresh", {input});
  static_cast<void>(run(fresh));
  CHECK(contents_of(directory / "index") == contents_of(directory / "fresh"));
}

TEST_CASE("only the live generation and its segments stay on disk") {
  const TemporaryDirectory directory;
  const std::string input = directory.write("a.jsonl", kFlood);
  const Options options = run_options(directory / "index", {input});
  static_cast<void>(run(options));
  directory.write("a.jsonl", kFloodAgain);
  static_cast<void>(run(options));
  CHECK(names_in(directory / "index") ==
        std::vector<std::string>{"CURRENT", "generation-000002", "lock",
                                 "segment-000002"});
}

TEST_CASE("a reader keeps its generation whatever writers do meanwhile") {
  const TemporaryDirectory directory;
  const std::string input = directory.write("a.jsonl", kFlood);
  const Options options = run_options(directory / "index", {input});
  static_cast<void>(run(options));
  {
    const schema::Published held = schema::open_published(directory / "index");
    directory.write("a.jsonl", kFloodAgain);
    static_cast<void>(run(options));
    directory.write("a.jsonl", kFlood);
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

TEST_CASE("of two records with one identity the last wins, the first is told") {
  const TemporaryDirectory directory;
  const std::string first = directory.write("a.jsonl", kStrike + kFlood);
  const std::string last = directory.write("b.jsonl", kFloodAgain);
  const Options options = run_options(directory / "index", {first, last});
  const Outcome outcome = run(options);
  CHECK(accounts(outcome) ==
        "indexed 2 updated 0 unchanged 0 duplicate 1 skipped 0 seen 3");
  const auto& told = outcome.report.first(Finding::Kind::kDuplicate);
  REQUIRE(told.size() == 1);
  CHECK(told[0].origin.path.ends_with("a.jsonl"));
  CHECK(told[0].origin.record == 2);
  CHECK(told[0].reason.find("b.jsonl, record 1") != std::string::npos);

  // The same without the first: the strike keeps its place in the file.
  const std::string blank(kFlood.size() - 1, ' ');
  const auto contents = contents_of(directory / "index");
  directory.write("a.jsonl", kStrike + blank + "\n");
  const Options other = run_options(directory / "other", {first, last});
  static_cast<void>(run(other));
  CHECK(contents_of(directory / "other") == contents);
  directory.write("a.jsonl", kStrike + kFlood);

  const Outcome again = run(options);
  CHECK(accounts(again) ==
        "indexed 0 updated 0 unchanged 2 duplicate 1 skipped 0 seen 3");
  CHECK_FALSE(again.published);
}

TEST_CASE("an article that is the same twice in every run stays as it is") {
  const TemporaryDirectory directory;
  const std::string input =
      directory.write("a.jsonl", kFlood + kFloodAgain + kFlood);
  const Options options = run_options(directory / "index", {input});
  CHECK(accounts(run(options)) ==
        "indexed 1 updated 0 unchanged 0 duplicate 2 skipped 0 seen 3");
  const Outcome again = run(options);
  CHECK(accounts(again) ==
        "indexed 0 updated 0 unchanged 1 duplicate 2 skipped 0 seen 3");
  CHECK_FALSE(again.published);
}

TEST_CASE("the result does not depend on the number of threads") {
  const TemporaryDirectory directory;
  std::string lines;
  for (int i = 0; i < 9000; ++i) {
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
  const Outcome first = run(one);
  const Outcome second = run(many);
  CHECK(accounts(first) == accounts(second));
  CHECK(first.tally.duplicate > 0);
  CHECK(contents_of(directory / "one") == contents_of(directory / "many"));
  CHECK(variants_of(directory / "one") == variants_of(directory / "many"));
  // Byte for byte: the tables hold no time and nothing random.
  REQUIRE(first.live->segments.size() == 1);
  REQUIRE(second.live->segments.size() == 1);
  for (const char* table : {"postlist.glass", "position.glass",
                            "termlist.glass", "docdata.glass"}) {
    CHECK(tests::content_of(directory / "one/segment-000001/" + table) ==
          tests::content_of(directory / "many/segment-000001/" + table));
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
  const std::string input = directory.write("a.jsonl", kFlood + "{broken\n");
  Options options = run_options(directory / "index", {input});
  options.dry_run = true;
  options.report_path = directory / "report.tsv";
  const Outcome outcome = run(options);
  CHECK(accounts(outcome) ==
        "indexed 1 updated 0 unchanged 0 duplicate 0 skipped 1 seen 2");
  CHECK_FALSE(std::filesystem::exists(directory / "index"));
  CHECK(tests::content_of(directory / "report.tsv").starts_with("skipped\t"));
}

TEST_CASE(
    "what can't be read is skipped with its reason, the rest is indexed") {
  const TemporaryDirectory directory;
  const std::string good = directory.write("good.jsonl", kFlood);
  directory.write("empty.txt", "");
  directory.write("binary.bin",
                  std::string("\0\1\2\3", 4) + std::string(5000, '\0'));
  const Outcome outcome = run(run_options(
      directory / "index", {directory / "missing.txt", directory / "empty.txt",
                            directory / "binary.bin", good}));
  CHECK(accounts(outcome) ==
        "indexed 1 updated 0 unchanged 0 duplicate 0 skipped 3 seen 4");
  for (const Finding& finding : outcome.report.first(Finding::Kind::kSkipped)) {
    CHECK_FALSE(finding.reason.empty());
    CHECK_FALSE(finding.origin.path.empty());
  }
}

TEST_CASE(
    "a run that finds nothing fails; one that can take nothing does too") {
  const TemporaryDirectory directory;
  std::filesystem::create_directory(directory / "nothing");
  directory.write("empty.txt", "");
  struct Row {
    std::string path;
    const char* says;
  };
  const Row rows[] = {{directory / "nothing", "no article was found"},
                      {directory / "missing", "no index was made"},
                      {directory / "empty.txt", "no index was made"}};
  for (const Row& row : rows) {
    const Options options = run_options(directory / "index", {row.path});
    const Outcome outcome = run(options);
    CHECK_FALSE(outcome.published);
    CHECK(failure(outcome, options).find(row.says) != std::string::npos);
    CHECK_FALSE(schema::is_index(directory / "index"));
  }

  const std::string good = directory.write("good.jsonl", kFlood);
  static_cast<void>(run(run_options(directory / "index", {good})));
  Options options = run_options(directory / "index", {directory / "missing"});
  CHECK(failure(run(options), options) == "nothing could be read");
  options = run_options(directory / "index", {directory / "empty.txt", good});
  CHECK(failure(run(options), options).empty());
  options.strict = true;
  CHECK(failure(run(options), options).find("--strict") != std::string::npos);
}

TEST_CASE("an index is never indexed itself, nor the report of its run") {
  const TemporaryDirectory directory;
  directory.write("news/a.jsonl", kFlood);
  Options options = run_options(directory / "news/index", {directory / "news"});
  options.report_path = directory / "news/report.tsv";
  CHECK(run(options).tally.seen == 1);
  const Outcome again = run(options);
  CHECK(accounts(again) ==
        "indexed 0 updated 0 unchanged 1 duplicate 0 skipped 0 seen 1");
}

TEST_CASE(
    "the same file by another name of its directory is the same article") {
  const TemporaryDirectory directory;
  directory.write("news/flood.txt",
                  "River floods\n\nThe river Arl left its bed on Monday.\n");
  std::filesystem::create_directory_symlink(directory / "news",
                                            directory / "link");
  static_cast<void>(
      run(run_options(directory / "index", {directory / "news"})));
  for (const char* name :
       {"news/flood.txt", "news/../news/./flood.txt", "link/flood.txt"}) {
    const Outcome outcome =
        run(run_options(directory / "index", {directory / name}));
    CHECK(accounts(outcome) ==
          "indexed 0 updated 0 unchanged 1 duplicate 0 skipped 0 seen 1");
  }
}

TEST_CASE("leftovers of crashed runs are cleared, files of others are not") {
  const TemporaryDirectory directory;
  const std::string input = directory.write("a.jsonl", kFlood);
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
  const std::string input = directory.write("a.jsonl", kFlood);
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
  const std::string input = directory.write("a.jsonl", kFlood);
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
