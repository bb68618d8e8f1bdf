// Claims about the table of stories: it says what was put in, and whatever its
// bytes are, nothing outside of them is read.
#include "corpus/schema/story_table.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "corpus/base/error.h"

namespace broadsheet::schema {
namespace {

std::vector<Story> sample() {
  return {{{0, 7, {1, 2}}, {2, 1, {3, 4}}, {0, 3, {5, 6}}},
          {{1, 70000, {7, 8}}, {1, 9, {9, 10}}}};
}

TEST_CASE("an article's story is found, and the articles of a story") {
  const StoryTable table(encode_stories(sample()), "stories-000001");
  CHECK(table.stories() == 2);
  CHECK(table.members() == 5);
  CHECK(table.story_of(0, 7) == 0);
  CHECK(table.story_of(2, 1) == 0);
  CHECK(table.story_of(0, 3) == 0);
  CHECK(table.story_of(1, 9) == 1);
  CHECK(table.story_of(1, 70000) == 1);
  CHECK_FALSE(table.story_of(0, 9));
  CHECK_FALSE(table.story_of(3, 7));
  CHECK(table.articles_of(0) == sample()[0]);
  CHECK(table.articles_of(1) == sample()[1]);
}

TEST_CASE("without stories there is no file, and nothing is found") {
  CHECK(encode_stories({}).empty());
  CHECK(StoryTable().stories() == 0);
  CHECK_FALSE(StoryTable().story_of(0, 1));
}

TEST_CASE("bytes that are no table are refused, or read within bounds") {
  const std::string bytes = encode_stories(sample());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CHECK_THROWS_AS(StoryTable(bytes.substr(0, size), "stories-000001"), Error);
  }
  CHECK_THROWS_AS(StoryTable(bytes + "x", "stories-000001"), Error);
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    for (const char wrong : {'\xff', '\x00', '\x05'}) {
      std::string changed = bytes;
      changed[at] = wrong;
      try {
        const StoryTable table(changed, "stories-000001");
        for (std::uint32_t i = 0; i < table.stories(); ++i) {
          CHECK_FALSE(table.articles_of(i).empty());
        }
        static_cast<void>(table.story_of(1, 9));
      } catch (const Error& error) {
        CHECK(error.kind() == ErrorKind::kIndex);
      }
    }
  }
}

}  // namespace
}  // namespace broadsheet::schema
