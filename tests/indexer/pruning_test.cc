#include "indexer/pruning.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "tests/support/temporary_directory.h"

namespace broadsheet::indexer {
namespace {

TEST_CASE("what came from a path or from below it is in scope") {
  const tests::TemporaryDirectory directory;
  directory.write("news/a.txt", "");
  directory.write("news/deep/b.txt", "");
  // As lasting paths are.
  const std::string root =
      std::filesystem::canonical(directory.path()).string();
  PruningScope scope({directory / "news/deep/", directory / "news/a.txt"});
  CHECK(scope.contains(root + "/news/deep/b.txt"));
  CHECK(scope.contains(root + "/news/deep/er/c.zip/d.txt"));
  CHECK(scope.contains(root + "/news/a.txt"));
  CHECK_FALSE(scope.contains(root + "/news/deeper.txt"));
  CHECK_FALSE(scope.contains(root + "/news/a.txt.old"));
  CHECK_FALSE(scope.contains(root + "/news"));
  CHECK_FALSE(scope.contains("news/deep/b.txt"));
  CHECK_FALSE(scope.contains(""));
}

TEST_CASE("a link to a folder means the folder") {
  const tests::TemporaryDirectory directory;
  directory.write("news/a.txt", "");
  std::filesystem::create_directory_symlink("news", directory / "link");
  const std::string root =
      std::filesystem::canonical(directory.path()).string();
  CHECK(PruningScope({directory / "link"}).contains(root + "/news/a.txt"));
}

TEST_CASE("where something was skipped, nothing is in scope") {
  const tests::TemporaryDirectory directory;
  directory.write("news/shut/a.txt", "");
  directory.write("news/b.jsonl", "");
  const std::string root =
      std::filesystem::canonical(directory.path()).string();
  PruningScope scope({directory / "news"});
  scope.leave_out(directory / "news/shut");
  scope.leave_out(directory / "news/b.jsonl");
  scope.leave_out(directory / "news/c.zip");  // It may be gone by now.
  CHECK_FALSE(scope.contains(root + "/news/shut/a.txt"));
  CHECK_FALSE(scope.contains(root + "/news/shut/deep/a.txt"));
  CHECK_FALSE(scope.contains(root + "/news/b.jsonl"));
  CHECK_FALSE(scope.contains(root + "/news/c.zip/d.txt"));
  CHECK(scope.contains(root + "/news/shutter.txt"));
}

TEST_CASE("the root of the file system holds everything") {
  CHECK(PruningScope({"/"}).contains("/etc/hostname"));
}

}  // namespace
}  // namespace broadsheet::indexer
