// Claims about publishing: the steps of it, and that a failure undoes them.
#include "indexer/publish.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "corpus/base/error.h"
#include "corpus/schema/published.h"
#include "indexer/index_directory.h"
#include "tests/indexer/index_contents.h"
#include "tests/support/temporary_directory.h"

namespace broadsheet::indexer {
namespace {

using tests::TemporaryDirectory;

/// An index of one article, whose segment is then copied to build more from.
class PublishedIndex {
 public:
  PublishedIndex() {
    const std::string input = directory_.write(
        "a.jsonl", line("one", "Canal opens", "The canal is open."));
    static_cast<void>(run(run_options(index(), {input})));
  }

  [[nodiscard]] std::string index() const { return directory_ / "index"; }

  /// A private copy of the live segment.
  [[nodiscard]] std::string built() const {
    const std::string path = index() + "/tmp-1/new";
    std::filesystem::create_directories(index() + "/tmp-1");
    std::filesystem::copy(index() + "/segment-000001", path);
    return path;
  }

 private:
  TemporaryDirectory directory_;
};

TEST_CASE("a published generation names its files as they are") {
  const PublishedIndex index;
  const std::string built = index.built();
  const schema::Manifest manifest =
      publish(index.index(), std::string(32, 'e'), {{{}, built}},
              {{"a dictionary", std::nullopt}, "stories"}, 1);
  CHECK(manifest.generation == 2);
  CHECK(manifest.segments.at(0).name == "segment-000002");
  CHECK_FALSE(std::filesystem::exists(built));
  const schema::Published published = schema::open_published(index.index());
  CHECK(schema::to_json(published.manifest) == schema::to_json(manifest));
  CHECK(schema::read_dictionary(published) == "a dictionary");
  CHECK(tests::content_of(index.index() + "/stories-000002") == "stories");
  std::uint64_t bytes = 12 + 7;
  for (const schema::SegmentFile& file : manifest.segments[0].files) {
    bytes += file.size;
  }
  CHECK(bytes_of(manifest) == bytes);
  // The old one goes with the next run, not here.
  CHECK(std::filesystem::exists(index.index() + "/generation-000001"));
}

TEST_CASE("a generation that does not hold what it should is not published") {
  const PublishedIndex index;
  const std::string current = tests::content_of(index.index() + "/CURRENT");
  CHECK_THROWS_AS(publish(index.index(), std::string(32, 'e'),
                          {{{}, index.built()}}, {}, 2),
                  Error);
  CHECK(tests::content_of(index.index() + "/CURRENT") == current);
}

TEST_CASE("a file is hashed as it was written, and must be as long") {
  const PublishedIndex index;
  const std::string built = index.built();
  const std::uint64_t size =
      std::filesystem::file_size(built + "/postlist.glass");
  const Hash128 hash = hash128("what its writer says");
  const std::string current = tests::content_of(index.index() + "/CURRENT");
  CHECK_THROWS_WITH_AS(
      publish(index.index(), std::string(32, 'e'),
              {{{}, built, {{"postlist.glass", size + 1, hash}}}}, {}, 1),
      (built + "/postlist.glass has " + std::to_string(size) + " bytes, but " +
       std::to_string(size + 1) + " were written; is the disk in order?")
          .c_str(),
      Error);
  CHECK(tests::content_of(index.index() + "/CURRENT") == current);

  const schema::Manifest manifest =
      publish(index.index(), std::string(32, 'e'),
              {{{}, built, {{"postlist.glass", size, hash}}}}, {}, 1);
  const std::string path =
      index.index() + "/" + manifest.segments.at(0).name + "/";
  for (const schema::SegmentFile& file : manifest.segments[0].files) {
    CAPTURE(file.name);
    CHECK(file.hash == (file.name == "postlist.glass"
                            ? hash
                            : hash128_of_file(path + file.name)));
  }
}

TEST_CASE("a failure in the last step undoes those before") {
  const PublishedIndex index;
  const std::string current = tests::content_of(index.index() + "/CURRENT");
  const std::string built = index.built();
  // A directory in its place: CURRENT can't be renamed over it.
  std::filesystem::rename(index.index() + "/CURRENT", index.index() + "/kept");
  std::filesystem::create_directory(index.index() + "/CURRENT");
  CHECK_THROWS_AS(publish(index.index(), std::string(32, 'e'), {{{}, built}},
                          {{"a dictionary", std::nullopt}, "stories"}, 1),
                  Error);
  std::filesystem::remove(index.index() + "/CURRENT");
  std::filesystem::rename(index.index() + "/kept", index.index() + "/CURRENT");
  std::filesystem::remove_all(index.index() + "/tmp-1");
  CHECK(names_in(index.index()) ==
        std::vector<std::string>{"CURRENT", "generation-000001", "lock",
                                 "segment-000001"});
}

TEST_CASE("index ids are 32 digits, and no two are the same") {
  const std::string one = new_index_id();
  CHECK(one.size() == 32);
  CHECK(one.find_first_not_of("0123456789abcdef") == std::string::npos);
  CHECK(new_index_id() != one);
}

}  // namespace
}  // namespace broadsheet::indexer
