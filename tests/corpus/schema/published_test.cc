// Claims about opening the live generation: whole or not at all, and held.
#include "corpus/schema/published.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <thread>

#include "corpus/base/error.h"
#include "corpus/schema/current.h"
#include "corpus/schema/index_names.h"
#include "corpus/text/analyzer.h"
#include "tests/support/temporary_directory.h"

namespace broadsheet::schema {
namespace {

using tests::TemporaryDirectory;

Manifest manifest_of(std::uint64_t generation) {
  Manifest manifest;
  manifest.analysis = text::kAnalysisVersion;
  manifest.generation = generation;
  manifest.articles = 2;
  manifest.program = "test";
  manifest.index_id = std::string(32, 'a');
  manifest.segments = {{"segment-000001",
                        2,
                        {{"iamglass", 4, hash128("glas")},
                         {"postlist.glass", 3, hash128("abc")}}}};
  return manifest;
}

/// Makes `manifest` the live generation of `directory`.
void replace_live(const TemporaryDirectory& directory,
                  const Manifest& manifest) {
  const std::string name = generation_name(manifest.generation);
  const std::string json = to_json(manifest);
  directory.write(name, json);
  directory.write("CURRENT.tmp", to_text({name, hash128(json)}));
  std::filesystem::rename(directory / "CURRENT.tmp", directory / "CURRENT");
}

/// The same, with the segment that it names.
void make_live(const TemporaryDirectory& directory, const Manifest& manifest) {
  directory.write("segment-000001/iamglass", "glas");
  directory.write("segment-000001/postlist.glass", "abc");
  replace_live(directory, manifest);
}

/// Why `path` can't be opened, or "" if it can.
std::string refusal(const std::string& path) {
  try {
    static_cast<void>(open_published(path));
    return {};
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::kIndex);
    return error.what();
  }
}

bool says(const std::string& message, const std::string& part) {
  return message.find(part) != std::string::npos;
}

/// Whether a writer could remove the generation at `path` now.
bool is_free(const std::string& path) {
  const FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  return ::flock(file.number(), LOCK_EX | LOCK_NB) == 0;
}

TEST_CASE("the live generation is opened whole, and held while it is open") {
  const TemporaryDirectory directory;
  make_live(directory, manifest_of(4));
  CHECK(is_index(directory.path()));
  {
    const Published published = open_published(directory.path() + "//");
    CHECK(published.directory == directory.path());
    CHECK(published.manifest.generation == 4);
    CHECK(published.manifest.segments.size() == 1);
    CHECK_FALSE(is_free(directory / "generation-000004"));
  }
  CHECK(is_free(directory / "generation-000004"));
}

TEST_CASE("two readers may hold one generation") {
  const TemporaryDirectory directory;
  make_live(directory, manifest_of(4));
  const Published one = open_published(directory.path());
  const Published two = open_published(directory.path());
  CHECK(one.manifest.generation == two.manifest.generation);
}

TEST_CASE("what is no index is told apart") {
  const TemporaryDirectory directory;
  CHECK_FALSE(is_index(directory.path()));
  CHECK(says(refusal(directory / "none"), "there is no index at"));
  CHECK(says(refusal(directory.path()), "holds no index"));
  directory.write("file", "text");
  CHECK(says(refusal(directory / "file"), "is not an index"));
  directory.write("leveldb/CURRENT", "MANIFEST-000005\n");
  CHECK(says(refusal(directory / "leveldb"), "names no generation"));
}

TEST_CASE("a missing or changed file is found, and named") {
  const TemporaryDirectory directory;
  make_live(directory, manifest_of(4));
  REQUIRE(refusal(directory.path()).empty());

  directory.write("segment-000001/postlist.glass", "abcd");
  CHECK(says(refusal(directory.path()),
             "postlist.glass has 4 bytes instead of 3"));
  std::filesystem::remove(directory / "segment-000001/postlist.glass");
  CHECK(says(refusal(directory.path()), "postlist.glass is missing"));
  std::filesystem::create_directory(directory /
                                    "segment-000001/postlist.glass");
  CHECK(says(refusal(directory.path()), "postlist.glass is not a file"));
  std::filesystem::remove_all(directory / "segment-000001");
  CHECK(says(refusal(directory.path()), "is missing"));

  make_live(directory, manifest_of(4));
  directory.write("generation-000004", to_json(manifest_of(4)) + " ");
  CHECK(says(refusal(directory.path()), "differs from what CURRENT says"));
  std::filesystem::remove(directory / "generation-000004");
  CHECK(says(refusal(directory.path()), "generation-000004 is missing"));
}

TEST_CASE("an index of another format or analysis is refused by both numbers") {
  const TemporaryDirectory directory;
  Manifest manifest = manifest_of(1);
  manifest.analysis = text::kAnalysisVersion + 41;
  make_live(directory, manifest);
  const std::string message = refusal(directory.path());
  CHECK(says(message, std::to_string(text::kAnalysisVersion + 41)));
  CHECK(says(message,
             "analysis " + std::to_string(text::kAnalysisVersion) + ";"));
  manifest = manifest_of(2);
  manifest.format = kFormatVersion + 1;
  make_live(directory, manifest);
  CHECK(says(refusal(directory.path()), "format"));
}

TEST_CASE("a reader meets a whole generation while a writer replaces it") {
  const TemporaryDirectory directory;
  make_live(directory, manifest_of(1));
  std::jthread writer([&directory] {
    for (std::uint64_t generation = 2; generation < 150; ++generation) {
      replace_live(directory, manifest_of(generation));
      const std::string old = directory / generation_name(generation - 1);
      const FileDescriptor file(::open(old.c_str(), O_RDONLY | O_CLOEXEC));
      if (::flock(file.number(), LOCK_EX | LOCK_NB) == 0) {
        std::filesystem::remove(old);
      }
    }
  });
  std::uint64_t last = 0;
  int opened = 0;
  while (last < 149) {
    const Published published = open_published(directory.path());
    const std::uint64_t generation = published.manifest.generation;
    CHECK(generation >= last);
    last = generation;
    ++opened;
    CHECK(std::filesystem::exists(directory / generation_name(generation)));
  }
  CHECK(opened > 0);
}

}  // namespace
}  // namespace broadsheet::schema
