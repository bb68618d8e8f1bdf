// The claim on real news: of 200 pairs judged by hand, stories hold nearly all
// that are one, and next to none that are not.
#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "corpus/base/checksum.h"
#include "corpus/schema/published.h"
#include "tests/indexer/index_contents.h"
#include "tests/indexer/judged_pairs.h"
#include "tests/support/effort.h"
#include "tests/support/shared_data.h"
#include "tests/support/temporary_directory.h"

namespace broadsheet::indexer {
namespace {

/// The story of each article that shares one, by identity.
std::map<Hash128, std::uint32_t> story_numbers(const std::string& index) {
  std::map<Hash128, std::uint32_t> numbers;
  const schema::Published published = schema::open_published(index);
  const schema::StoryTable table = schema::read_stories(published);
  for (std::uint32_t i = 0; i < table.stories(); ++i) {
    for (const schema::StoryMember& member : table.articles_of(i)) {
      numbers[member.identity] = i;
    }
  }
  return numbers;
}

TEST_CASE("stories of Reuters-21578 are what a reader takes for one") {
  const auto reuters = tests::shared_data("reuters21578");
  // A claim about stories, which are the same under a sanitizer: it has smaller
  // runs to look at, and this one takes half a minute there.
  if (!reuters || tests::effort(100) < 100) return;
  const tests::TemporaryDirectory directory;
  static_cast<void>(run(run_options(directory / "index", {*reuters})));
  const auto numbers = story_numbers(directory / "index");
  const auto number_of = [&](std::uint32_t id) -> std::optional<std::uint32_t> {
    const auto found = numbers.find(hash128("id " + std::to_string(id)));
    if (found == numbers.end()) return std::nullopt;
    return found->second;
  };
  double found = 0;
  double rightly = 0;
  double all = 0;
  for (const JudgedPair& pair : kJudgedPairs) {
    const auto first = number_of(pair.first);
    const bool together = first && first == number_of(pair.second);
    if (together) ++found;
    if (pair.is_one_story) ++all;
    if (together && pair.is_one_story) ++rightly;
  }
  CHECK(kJudgedPairs.size() == 200);
  CAPTURE(rightly / found);
  CAPTURE(rightly / all);
  CHECK(rightly / found >= 0.95);
  CHECK(rightly / all >= 0.90);
}

}  // namespace
}  // namespace broadsheet::indexer
