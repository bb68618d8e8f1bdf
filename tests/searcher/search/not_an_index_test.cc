#include "searcher/search/not_an_index.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "searcher/search/searcher.h"
#include "tests/support/temporary_directory.h"

namespace broadsheet::searcher::search {
namespace {

std::string reason(const std::string& path) {
  const Error error = not_an_index(path);
  CHECK(error.kind() == ErrorKind::kIndex);
  return error.what();
}

bool says(const std::string& message, const std::string& part) {
  CAPTURE(message);
  return message.find(part) != std::string::npos;
}

TEST_CASE("each wrong directory gets its own remedy") {
  const tests::TemporaryDirectory directory;
  CHECK(says(reason(directory / "none"), "does not exist"));
  CHECK(says(reason(directory / "none"),
             "broadsheet-index --index " + (directory / "none")));
  directory.write("article.txt", "Rain fell.");
  CHECK(says(reason(directory / "article.txt"), "is a file, not an index"));
  CHECK(says(reason(directory / "article.txt/x"), "x"));
  directory.write("empty/.keep", "");
  CHECK(says(reason(directory / "empty"), "holds no index"));
  directory.write("glass/iamglass", "");
  CHECK(says(reason(directory / "glass"), "Xapian database of another"));
  directory.write("stub/XAPIANDB", "remote :/usr/bin/touch canary");
  CHECK(says(reason(directory / "stub"), "Xapian database of another"));
  directory.write("lost/generation-000003", "{}");
  CHECK(says(reason(directory / "lost"), "CURRENT is missing"));
}

TEST_CASE("a searcher does not open what is no index") {
  const tests::TemporaryDirectory directory;
  directory.write("stub/XAPIANDB",
                  "remote :/usr/bin/touch " + (directory / "canary"));
  const auto kind_of = [](const std::string& path) {
    try {
      const Searcher searcher(path);
    } catch (const Error& error) {
      return error.exit_code();
    }
    return 0;
  };
  CHECK(kind_of(directory / "stub") == 3);
  CHECK(kind_of(directory / "none") == 3);
  CHECK_FALSE(std::filesystem::exists(directory / "canary"));
}

}  // namespace
}  // namespace broadsheet::searcher::search
