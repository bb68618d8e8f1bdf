// Claims about segments that lose articles: few are left out by the manifest,
// many by a copy, and neither is to be seen in what the index holds.
#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "corpus/schema/manifest.h"
#include "indexer/check.h"
#include "indexer/merge_index.h"
#include "indexer/next_generation.h"
#include "indexer/run.h"
#include "indexer/stats.h"
#include "tests/indexer/index_contents.h"
#include "tests/support/temporary_directory.h"

namespace broadsheet::indexer {
namespace {

using tests::TemporaryDirectory;

constexpr std::uint32_t kArticles = 3 * kRemovedRatio;

/// Reports 0 to kArticles, of which the last `corrected` say something else.
/// One of those that change is the only one in its language.
std::string reports(std::size_t corrected) {
  std::string lines;
  for (std::size_t i = 0; i < kArticles; ++i) {
    const std::string id = std::to_string(i);
    const bool is_corrected = i + corrected >= kArticles;
    if (i + 1 == kArticles && corrected == 0) {
      lines += line(id, "Die Fähre liegt still",
                    "Die Mannschaft der Fähre nach Port Ansel hat am Montag "
                    "die Arbeit niedergelegt, und niemand weiß, wie lange.");
    } else if (is_corrected) {
      lines += line(id, "Ferry " + id + " sails again",
                    "Correction: the crew of the ferry went back to work.");
    } else {
      lines += line(id, "Ferry " + id + " stands still",
                    "The crew of the ferry to Port Ansel has walked out.");
    }
  }
  return lines;
}

/// Where the first `count` lines of `lines` end.
std::size_t end_of_lines(const std::string& lines, std::size_t count) {
  std::size_t end = 0;
  while (count-- > 0) end = lines.find('\n', end) + 1;
  return end;
}

/// An index of all reports, then of the last `corrected` ones anew.
class Corrected {
 public:
  Corrected() {
    directory_.write("all.jsonl", reports(0));
    static_cast<void>(run(options("index", "all.jsonl")));
  }

  Outcome correct(std::size_t corrected) {
    const std::string lines = reports(corrected);
    directory_.write("corrected.jsonl",
                     lines.substr(end_of_lines(lines, kArticles - corrected)));
    return run(options("index", "corrected.jsonl"));
  }

  /// What an index that never saw the first versions holds.
  [[nodiscard]] std::string fresh(std::size_t corrected) {
    const std::string all = reports(0);
    directory_.write("all.jsonl",
                     all.substr(0, end_of_lines(all, kArticles - corrected)));
    static_cast<void>(run(options("fresh", "all.jsonl")));
    static_cast<void>(run(options("fresh", "corrected.jsonl")));
    return directory_ / "fresh";
  }

  [[nodiscard]] Options options(const std::string& index,
                                const std::string& input) const {
    return run_options(directory_ / index, {directory_ / input});
  }

  [[nodiscard]] std::string index() const { return directory_ / "index"; }

 private:
  TemporaryDirectory directory_;
};

TEST_CASE("a segment stays while it has lost few of its articles") {
  struct Row {
    std::uint64_t articles;
    std::uint64_t removed;
    bool stays;
  };
  for (const Row& row : {
           Row{10, 0, true},
           Row{15, 1, false},
           Row{16, 1, true},
           Row{31, 2, false},
           Row{50000, 3125, true},
           Row{50000, 3126, false},
           Row{1000000, 10000, true},
           Row{1000000, 10001, false},
       }) {
    CAPTURE(row.articles);
    CAPTURE(row.removed);
    CHECK(stays_as_it_is(row.articles, row.removed) == row.stays);
  }
}

TEST_CASE("few replaced articles leave their segment untouched, and unseen") {
  Corrected corrected;
  const Outcome outcome = corrected.correct(2);
  CHECK(outcome.tally.updated == 2);
  CHECK(outcome.live->articles == kArticles);
  REQUIRE(outcome.live->segments.size() == 2);
  const schema::Segment& old = outcome.live->segments[0];
  CHECK(old.name == "segment-000001");
  CHECK(old.removed == std::vector<std::uint32_t>{kArticles - 1, kArticles});
  CHECK(old.articles == kArticles - 2);
  // The German one was the only one.
  CHECK(outcome.live->languages ==
        std::map<std::string, std::uint64_t>{{"en", kArticles}});

  CHECK(contents_of(corrected.index()) == contents_of(corrected.fresh(2)));
  Options check = corrected.options("index", "all.jsonl");
  check.full = true;
  CHECK(check_index(check).faults.empty());
  Options fresh = corrected.options("fresh", "all.jsonl");
  check.json = fresh.json = true;
  const auto figures = [](const Options& options) {
    const std::string json = statistics_of(options);
    std::string told;
    for (const char* name : {"\"articles\"", "\"terms\"", "\"words\"",
                             "\"languages\"", "\"sources\""}) {
      const std::size_t begin = json.find(name);
      told += json.substr(begin, json.find_first_of(",}", begin) - begin) + " ";
    }
    return told;
  };
  CHECK(figures(check) == figures(fresh));
}

TEST_CASE("what a segment has lost adds up over runs, then it is copied") {
  Corrected corrected;
  static_cast<void>(corrected.correct(1));
  CHECK(corrected.correct(2).live->segments[0].removed.size() == 2);
  // The same again is nothing new: what is removed is not held.
  CHECK_FALSE(corrected.correct(2).published);
  const Outcome outcome = corrected.correct(5);
  for (const schema::Segment& segment : outcome.live->segments) {
    CHECK(segment.removed.empty());
    CHECK(segment.name != "segment-000001");
  }
  CHECK(contents_of(corrected.index()) == contents_of(corrected.fresh(5)));
}

TEST_CASE("a merge leaves nothing behind of what was removed") {
  Corrected corrected;
  static_cast<void>(corrected.correct(2));
  const auto contents = contents_of(corrected.index());
  const Outcome merged = merge_index(corrected.options("index", "all.jsonl"));
  REQUIRE(merged.live->segments.size() == 1);
  CHECK(merged.live->segments[0].removed.empty());
  CHECK(contents_of(corrected.index()) == contents);
  CHECK_FALSE(merge_index(corrected.options("index", "all.jsonl")).published);
}

}  // namespace
}  // namespace broadsheet::indexer
