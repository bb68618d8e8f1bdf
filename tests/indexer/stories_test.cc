// Claims about the stories of whole indexes: which articles are together, and
// that no order of runs, number of threads or amount of memory changes it.
#include "indexer/stories.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "corpus/schema/published.h"
#include "indexer/merge_index.h"
#include "tests/indexer/index_contents.h"
#include "tests/support/effort.h"
#include "tests/support/shared_data.h"
#include "tests/support/temporary_directory.h"

namespace broadsheet::indexer {
namespace {

using tests::TemporaryDirectory;

/// The stories of an index, by the ids of `ids`: "a b, c d e", the leading
/// article of each first.
std::string stories_in(const std::string& index,
                       const std::vector<std::string>& ids) {
  std::map<Hash128, std::string> names;
  for (const std::string& id : ids) names[hash128("id " + id)] = id;
  const schema::Published published = schema::open_published(index);
  const schema::StoryTable table = schema::read_stories(published);
  std::set<std::string> stories;
  for (std::uint32_t i = 0; i < table.stories(); ++i) {
    std::string story;
    for (const schema::StoryMember& member : table.articles_of(i)) {
      story += (story.empty() ? "" : " ") + names[member.identity];
      CHECK(table.story_of(member.segment, member.docid) == i);
    }
    stories.insert(story);
  }
  std::string all;
  for (const std::string& story : stories) {
    all += (all.empty() ? "" : ", ") + story;
  }
  return all;
}

std::string dated(const std::string& id, const std::string& date,
                  const std::string& body) {
  return "{\"id\":\"" + id + "\",\"date\":\"" + date + "\",\"body\":\"" + body +
         "\"}\n";
}

const std::string kFire =
    "Fire closed the Tarrow bakery in Fairmere on Monday. Mayor Ines Holm said "
    "three ovens had burnt out and that the street would stay closed until "
    "Thursday. Bread for 14 schools now comes from Mostley, where bakers have "
    "offered to work by night, and the owner hopes to open again in May.";
const std::string kFireLonger =
    kFire + " Neighbours had smelt smoke at four in the morning.";
const std::string kCanal =
    "The upper house voted on Tuesday to deepen the Arl canal for 90 million "
    "crowns. Senator Ivo Brandt called it the largest work in Norland since "
    "the harbour of Port Ellin was dug. Fishermen fear for the reed beds at "
    "Tarn Point and want the vote to be put before a court this summer.";

TEST_CASE("the earliest article of a story leads, then the longest") {
  const TemporaryDirectory directory;
  const std::string input = directory.write(
      "a.jsonl", dated("undated", "", kFire) +
                     dated("noon", "2024-03-04T12:00:00Z", kFire) +
                     dated("canal", "2024-03-04", kCanal) +
                     dated("early", "2024-03-04T08:00:00Z", kFire) +
                     dated("long", "2024-03-04T08:00:00Z", kFireLonger));
  static_cast<void>(run(run_options(directory / "index", {input})));
  CHECK(stories_in(directory / "index", {"undated", "noon", "canal", "early",
                                         "long"}) == "long early noon undated");
}

TEST_CASE("later runs find the stories of earlier articles") {
  const TemporaryDirectory directory;
  const std::vector<std::string> ids = {"fire", "copy", "canal"};
  const Options options = run_options(directory / "index", {directory / "in"});
  directory.write("in/a.jsonl", dated("fire", "2024-03-04", kFire));
  static_cast<void>(run(options));
  CHECK(stories_in(directory / "index", ids).empty());
  CHECK_FALSE(schema::open_published(directory / "index").manifest.stories);

  directory.write("in/b.jsonl", dated("copy", "2024-03-05", kFireLonger) +
                                    dated("canal", "2024-03-05", kCanal));
  static_cast<void>(run(options));
  CHECK(stories_in(directory / "index", ids) == "fire copy");

  // The leading article now says something else, and leaves the story.
  directory.write("in/a.jsonl", dated("fire", "2024-03-04", kCanal));
  static_cast<void>(run(options));
  CHECK(stories_in(directory / "index", ids) == "fire canal");
}

TEST_CASE("a story that is held together by an article falls apart without") {
  // The bridge is told like the fire in its first half, like the canal in its
  // second; the two are not told alike.
  const std::string bridge = kFire + " " + kCanal;
  const TemporaryDirectory directory;
  const std::vector<std::string> ids = {"a", "b", "c"};
  const Options options = run_options(directory / "index", {directory / "in"});
  directory.write("in/ac.jsonl", dated("a", "2024-03-04", kFire) +
                                     dated("c", "2024-03-04", kCanal));
  directory.write("in/b.jsonl", dated("b", "2024-03-04", bridge));
  static_cast<void>(run(options));
  CHECK(stories_in(directory / "index", ids) == "b c a");
  directory.write("in/b.jsonl", dated("b", "2024-03-04", "Rain fell."));
  static_cast<void>(run(options));
  CHECK(stories_in(directory / "index", ids).empty());
}

TEST_CASE("merging keeps the stories") {
  const TemporaryDirectory directory;
  Options options = run_options(directory / "index", {directory / "in"});
  std::string many;
  for (int i = 0; i < 30; ++i) {
    many += dated("x" + std::to_string(i), "2024-03-04",
                  "Item number " + std::to_string(i));
  }
  directory.write("in/a.jsonl", many + dated("fire", "2024-03-04", kFire));
  static_cast<void>(run(options));
  directory.write("in/b.jsonl", dated("copy", "2024-03-04", kFireLonger));
  static_cast<void>(run(options));
  REQUIRE(
      schema::open_published(directory / "index").manifest.segments.size() ==
      2);
  CHECK(stories_in(directory / "index", {"fire", "copy"}) == "copy fire");
  options.action = Options::Action::kMerge;
  CHECK(merge_index(options).published);
  CHECK(stories_in(directory / "index", {"fire", "copy"}) == "copy fire");
}

/// Reports of a few events, each told anew with some sentences left out.
class Agencies {
 public:
  explicit Agencies(std::uint32_t seed) : random_(seed) {
    static const std::vector<std::string> names = {
        "Holm", "Tarrow", "Brandt", "Ellin", "Mostley", "Norland", "Arl"};
    static const std::vector<std::string> words = {
        "ferry", "canal",  "vote",    "school", "storm",  "bridge",
        "price", "strike", "harbour", "court",  "bakery", "fire"};
    for (int event = 0; event < 6; ++event) {
      std::vector<std::string>& sentences = events_.emplace_back();
      for (int i = 0; i < 8; ++i) {
        std::string sentence = names[below(7)];
        for (int w = 0; w < 9; ++w) sentence += " " + words[below(12)];
        sentences.push_back(sentence + " " + std::to_string(below(50)) + ".");
      }
    }
  }

  /// An article, with a date or without.
  std::string report(const std::string& id) {
    const std::vector<std::string>& sentences = events_[below(6)];
    std::string body;
    for (const std::string& sentence : sentences) {
      if (below(4) > 0) body += (body.empty() ? "" : " ") + sentence;
    }
    const std::uint32_t hour = below(24);
    return dated(id,
                 below(5) == 0 ? ""
                               : "2024-03-0" + std::to_string(1 + below(8)) +
                                     (hour < 10 ? "T0" : "T") +
                                     std::to_string(hour) + ":00:00Z",
                 body + ".");
  }

  std::uint32_t below(std::uint32_t limit) {
    return std::uniform_int_distribution<std::uint32_t>(0, limit - 1)(random_);
  }

 private:
  std::mt19937 random_;
  std::vector<std::vector<std::string>> events_;
};

TEST_CASE("any sequence of runs, threads and memory gives the same stories") {
  for (int trial = 0; trial < tests::effort(4); ++trial) {
    const std::uint32_t seed = std::random_device()();
    CAPTURE(seed);
    const TemporaryDirectory directory;
    Agencies agencies(seed);
    std::vector<std::string> ids;
    for (int i = 0; i < 40; ++i) ids.push_back("r" + std::to_string(i));
    std::map<std::string, std::string> latest;
    std::string stories;
    for (int round = 0; round < 6; ++round) {
      CAPTURE(round);
      std::string lines;
      for (int i = 0; i < 12; ++i) {
        const std::string& id = ids[agencies.below(40)];
        latest[id] = agencies.report(id);
      }
      for (const auto& [id, report] : latest) lines += report;
      directory.write("in/all.jsonl", lines);
      Options options = run_options(directory / "index", {directory / "in"});
      if (round % 2 == 1) options.memory = 0;
      static_cast<void>(run(options));
      stories = stories_in(directory / "index", ids);

      for (const unsigned threads : {1U, 2U}) {
        Options fresh =
            run_options(directory / ("fresh" + std::to_string(threads)),
                        {directory / "in"});
        fresh.threads = threads;
        std::filesystem::remove_all(fresh.index_directory);
        static_cast<void>(run(fresh));
        CHECK(stories_in(fresh.index_directory, ids) == stories);
      }
    }
    CHECK_FALSE(stories.empty());
  }
}

TEST_CASE("of the seed articles the two on Karuizawa are one story") {
  const auto seeds = tests::shared_data("seed-articles");
  if (!seeds) return;
  const TemporaryDirectory directory;
  static_cast<void>(run(run_options(directory / "index", {*seeds})));
  const schema::Published published =
      schema::open_published(directory / "index");
  const schema::StoryTable table = schema::read_stories(published);
  REQUIRE(table.stories() == 1);
  const schema::Story story = table.articles_of(0);
  REQUIRE(story.size() == 2);
  // In the order of their names the second and the fourth, which is dated.
  CHECK(story[0].docid == 4);
  CHECK(story[1].docid == 2);
}

}  // namespace
}  // namespace broadsheet::indexer
