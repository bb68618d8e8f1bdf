// The claim behind incremental indexing: whatever runs came before, over
// whatever input, the index holds what a fresh one over the latest state of
// every article would hold.
#include <doctest/doctest.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "tests/indexer/index_contents.h"
#include "tests/support/effort.h"
#include "tests/support/temporary_directory.h"

namespace broadsheet::indexer {
namespace {

/// Random articles in files of JSON Lines that change from run to run.
class Newsroom {
 public:
  /// With `archived` articles that nobody edits but by coming upon their ids:
  /// of many, a segment loses few at a time.
  Newsroom(const tests::TemporaryDirectory& directory, std::uint32_t seed,
           std::uint32_t archived)
      : directory_(directory), random_(seed), ids_in_use_(20 + archived) {
    std::string lines;
    for (std::uint32_t i = 0; i < archived; ++i) {
      const std::string id = "id" + std::to_string(20 + i);
      lines += line(id, "Archived", "Barley " + id + " by the canal.");
      ids_[kArchive].push_back(id);
    }
    directory_.write(kArchive, lines);
  }

  /// The path of the archived articles.
  [[nodiscard]] std::string archive() const { return directory_ / kArchive; }

  /// Writes some files anew and returns the paths of the next run.
  std::vector<std::string> edit() {
    std::vector<std::string> paths;
    for (std::uint32_t file = 0; file < 3; ++file) {
      if (below(3) == 0) continue;  // This run does not see it.
      const std::string name = "news/" + std::to_string(file) + ".jsonl";
      if (ids_[name].empty() || below(2) == 0) rewrite(name);
      paths.push_back(directory_ / name);
    }
    return paths;
  }

  /// Notes the articles of `paths`, which a run has taken.
  void note(const std::vector<std::string>& paths) {
    for (const std::string& path : paths) {
      const std::string name = "news/" + path.substr(path.rfind('/') + 1);
      taken_.insert(ids_[name].begin(), ids_[name].end());
    }
  }

  /// How many articles were ever taken.
  [[nodiscard]] std::size_t articles() const { return taken_.size(); }

 private:
  static constexpr const char* kArchive = "news/archive.jsonl";

  std::uint32_t below(std::uint32_t limit) {
    return std::uniform_int_distribution<std::uint32_t>(0, limit - 1)(random_);
  }

  void rewrite(const std::string& name) {
    static const std::vector<std::string> words = {
        "tide", "tides", "U.S.", "barley", "canal", "voted", "vote", "rain"};
    std::string lines;
    ids_[name].clear();
    const std::uint32_t count = 1 + below(12);
    for (std::uint32_t i = 0; i < count; ++i) {
      const std::string id = "id" + std::to_string(below(ids_in_use_));
      std::string body = "A line on";
      for (std::uint32_t w = below(6); w > 0; --w) {
        body += " " + words[below(static_cast<std::uint32_t>(words.size()))];
      }
      lines += line(id, "Head " + words[below(4)], body + ".");
      ids_[name].push_back(id);
    }
    directory_.write(name, lines);
  }

  const tests::TemporaryDirectory& directory_;
  std::mt19937 random_;
  std::uint32_t ids_in_use_;
  std::map<std::string, std::vector<std::string>> ids_;
  std::set<std::string> taken_;
};

void check_runs(std::uint32_t seed, std::uint32_t archived) {
  CAPTURE(seed);
  CAPTURE(archived);
  const tests::TemporaryDirectory directory;
  Newsroom newsroom(directory, seed, archived);
  std::map<std::string, std::string> expected;
  for (int round = 0; round < 8; ++round) {
    CAPTURE(round);
    std::vector<std::string> paths = newsroom.edit();
    if (round == 0 && archived > 0) paths = {newsroom.archive()};
    if (paths.empty()) continue;
    newsroom.note(paths);
    const Outcome outcome = run(run_options(directory / "index", paths));
    REQUIRE(outcome.tally.skipped == 0);
    CHECK(outcome.live->articles == newsroom.articles());

    // A fresh index of what this run saw: its articles replace those of before.
    std::filesystem::remove_all(directory / "fresh");
    static_cast<void>(run(run_options(directory / "fresh", paths)));
    for (const auto& [id, content] : contents_of(directory / "fresh")) {
      expected[id] = content;
    }
    const auto contents = contents_of(directory / "index");
    CHECK(contents == expected);
    if (contents != expected) return;  // The rest would only repeat it.
    // Synonyms of articles that are gone may stay; none may be missing.
    const auto variants = variants_of(directory / "index");
    for (const auto& [stem, forms] : variants_of(directory / "fresh")) {
      CHECK(variants.contains(stem));
    }
  }
}

TEST_CASE("any sequence of runs leaves what a fresh build would") {
  for (int trial = 0; trial < tests::effort(4); ++trial) {
    // Each time others; the failure prints it.
    const std::uint32_t seed = std::random_device()();
    check_runs(seed, 0);
    check_runs(seed, 300);
  }
}

}  // namespace
}  // namespace broadsheet::indexer
