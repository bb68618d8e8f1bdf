// Claims about the table of stories: it says what was put in, and whatever its
// bytes are, nothing outside of them is read.
#include "corpus/schema/story_table.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "corpus/base/error.h"
#include "corpus/base/file.h"
#include "tests/support/temporary_directory.h"

namespace broadsheet::schema {
namespace {

std::vector<Story> sample_stories() {
  return {{{0, 7, {1, 2}}, {2, 1, {3, 4}}, {0, 3, {5, 6}}},
          {{1, 70000, {7, 8}}, {1, 9, {9, 10}}}};
}

/// A table of `bytes` as they lie in a file; throws as StoryTable does.
StoryTable mapped(const std::string& bytes) {
  const tests::TemporaryDirectory directory;
  const std::string path = directory.path() + "/stories-000001";
  write_all(create_file(path), bytes, path);
  return {MappedFile(path), path};
}

StoryTable held(const std::string& bytes) { return {bytes, "stories-000001"}; }

TEST_CASE("an article's story is found, and the articles of a story") {
  for (const auto& made : {held, mapped}) {
    const StoryTable table = made(encode_stories(sample_stories()));
    CHECK(table.stories() == 2);
    CHECK(table.members() == 5);
    CHECK(table.story_of(0, 7) == 0);
    CHECK(table.story_of(2, 1) == 0);
    CHECK(table.story_of(0, 3) == 0);
    CHECK(table.story_of(1, 9) == 1);
    CHECK(table.story_of(1, 70000) == 1);
    CHECK_FALSE(table.story_of(0, 9));
    CHECK_FALSE(table.story_of(3, 7));
    CHECK(table.articles_of(0) == sample_stories()[0]);
    CHECK(table.articles_of(1) == sample_stories()[1]);
  }
}

TEST_CASE("without stories there is no file, and nothing is found") {
  CHECK(encode_stories({}).empty());
  CHECK(StoryTable().stories() == 0);
  CHECK_FALSE(StoryTable().story_of(0, 1));
}

TEST_CASE("bytes that are no table are refused, or read within bounds") {
  const std::string bytes = encode_stories(sample_stories());
  for (const auto& made : {held, mapped}) {
    for (std::size_t size = 0; size < bytes.size(); ++size) {
      CHECK_THROWS_AS(static_cast<void>(made(bytes.substr(0, size))), Error);
    }
    CHECK_THROWS_AS(static_cast<void>(made(bytes + "x")), Error);
    for (std::size_t at = 0; at < bytes.size(); ++at) {
      for (const char wrong : {'\xff', '\x00', '\x05'}) {
        std::string changed = bytes;
        changed[at] = wrong;
        try {
          const StoryTable table = made(changed);
          for (std::uint32_t i = 0; i < table.stories(); ++i) {
            const Story articles = table.articles_of(i);  // May throw.
            CHECK_FALSE(articles.empty());
          }
          static_cast<void>(table.story_of(1, 9));
        } catch (const Error& error) {
          CHECK(error.kind() == ErrorKind::kIndex);
        }
      }
    }
  }
}

TEST_CASE(
    "a wrong number is met where the table is held, or where it is read") {
  // The first story has no articles: its first is that of the next.
  std::string bytes = encode_stories(sample_stories());
  bytes[16 + 4 + 3] = 0;
  CHECK_THROWS_AS(static_cast<void>(held(bytes)), Error);
  const StoryTable table = mapped(bytes);
  CHECK_THROWS_AS(static_cast<void>(table.articles_of(0)), Error);
}

}  // namespace
}  // namespace broadsheet::schema
