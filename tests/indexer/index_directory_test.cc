// Claims about the index directory as its writer has it.
#include "indexer/index_directory.h"

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <optional>
#include <string>

#include "corpus/base/error.h"
#include "tests/support/temporary_directory.h"

namespace broadsheet::indexer {
namespace {

using tests::TemporaryDirectory;

/// The kind of error that preparing `path` gives, and its message in `message`.
std::optional<ErrorKind> refusal(const std::string& path) {
  try {
    static_cast<void>(prepare_index_directory(path));
    return std::nullopt;
  } catch (const Error& error) {
    return error.kind();
  }
}

TEST_CASE("a directory that is not there is made, with its parents") {
  const TemporaryDirectory directory;
  CHECK(prepare_index_directory(directory / "a/b/c///") == directory / "a/b/c");
  CHECK(std::filesystem::is_directory(directory / "a/b/c"));
  CHECK(prepare_index_directory(directory / "a/b/c") == directory / "a/b/c");
}

TEST_CASE("what is no index is not written into") {
  const TemporaryDirectory directory;
  directory.write("file", "text");
  CHECK(refusal(directory / "file") == ErrorKind::kIndex);
  CHECK(refusal(directory / "file/below") == ErrorKind::kInputOutput);
  directory.write("letters/aunt.txt", "Dear aunt");
  CHECK(refusal(directory / "letters") == ErrorKind::kIndex);
  CHECK(tests::content_of(directory / "letters/aunt.txt") == "Dear aunt");
}

TEST_CASE("what a crashed first run left behind does not stop the next") {
  const TemporaryDirectory directory;
  directory.write("index/lock", "");
  directory.write("index/tmp-4711/chunk-000000/iamglass", "");
  directory.write("index/segment-000001/iamglass", "");
  directory.write("index/generation-000001", "");
  directory.write("index/CURRENT.tmp", "");
  CHECK_FALSE(refusal(directory / "index"));
}

TEST_CASE("names of writers are told from names of others") {
  CHECK(is_private_name("tmp-1"));
  CHECK_FALSE(is_private_name("tmp-"));
  CHECK_FALSE(is_private_name("tmp-1x"));
  CHECK_FALSE(is_private_name("tmp"));
  CHECK_FALSE(is_index_entry("notes.txt"));
  CHECK(is_index_entry("segment-000001"));
}

TEST_CASE("one writer at a time; the second is told the pid of the first") {
  const TemporaryDirectory directory;
  const WriterLock lock(directory.path());
  // A lock belongs to the open file, so a second one in this process is refused
  // like that of another.
  try {
    const WriterLock second(directory.path());
    FAIL("two writers have the lock");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::kLocked);
    CHECK(std::string(error.what()).find("pid " + std::to_string(::getpid())) !=
          std::string::npos);
  }
}

TEST_CASE("the lock ends with its holder, even if that is killed") {
  const TemporaryDirectory directory;
  { const WriterLock lock(directory.path()); }
  { const WriterLock lock(directory.path()); }
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    const WriterLock lock(directory.path());
    ::_exit(0);  // Without destructors, as SIGKILL would.
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  CHECK(tests::content_of(directory / "lock") == std::to_string(child) + "\n");
  const WriterLock lock(directory.path());
  CHECK(tests::content_of(directory / "lock") ==
        std::to_string(::getpid()) + "\n");
}

TEST_CASE("a private directory goes with all it holds") {
  const TemporaryDirectory directory;
  std::string path;
  {
    const PrivateDirectory scratch(directory.path());
    path = scratch.path();
    CHECK(is_private_name(std::filesystem::path(path).filename()));
    std::filesystem::create_directories(path + "/deep/er");
  }
  CHECK_FALSE(std::filesystem::exists(path));
}

}  // namespace
}  // namespace broadsheet::indexer
