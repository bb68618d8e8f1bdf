// Claims about whole runs of the indexer, on files and with real readers and
// analysis.
#include "indexer/run.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "corpus/schema/published.h"
#include "indexer/summary.h"
#include "tests/indexer/index_contents.h"
#include "tests/support/temporary_directory.h"

namespace broadsheet::indexer {
namespace {

using tests::TemporaryDirectory;

const std::string kFlood = flood();
const std::string kFloodAgain = corrected_flood();
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

}  // namespace
}  // namespace broadsheet::indexer
