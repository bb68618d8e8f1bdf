#include "searcher/find_index.h"

#include <doctest/doctest.h>

#include <string>

#include "corpus/base/error.h"
#include "tests/support/temporary_directory.h"

namespace broadsheet::searcher {
namespace {

/// A directory with an index in work/.broadsheet and in user/.
struct Places {
  Places() {
    directory.write("work/.broadsheet/CURRENT", "generation-000001 x\n");
    directory.write("work/deep/er/file", "");
    directory.write("user/CURRENT", "generation-000001 x\n");
  }

  /// Where the index is found, below the directory, or "".
  [[nodiscard]] std::string found(IndexPlaces places) const {
    if (!places.working_directory.empty()) {
      places.working_directory = directory / places.working_directory;
    }
    places.user_index = directory / "user";
    const std::string path = find_index(places).directory;
    const std::string root = directory.path() + "/";
    return path.starts_with(root) ? path.substr(root.size()) : path;
  }

  tests::TemporaryDirectory directory;
};

TEST_CASE("an option or a variable is taken at its word, the option first") {
  const Places places;
  CHECK(places.found({.option = "a", .variable = "b"}) == "a");
  CHECK(places.found({.variable = "b", .working_directory = "work"}) == "b");
}

TEST_CASE("a project's index is found from anywhere below it") {
  const Places places;
  CHECK(places.found({.working_directory = "work"}) == "work/.broadsheet");
  CHECK(places.found({.working_directory = "work/deep/er"}) ==
        "work/.broadsheet");
}

TEST_CASE("the user's own index is the last place") {
  const Places places;
  CHECK(places.found({.working_directory = "user"}) == "user");
  CHECK(places.found({}) == "user");
}

TEST_CASE("strange working directories end the search, not the program") {
  for (const char* directory : {"/", "//", "relative", "relative/more", ""}) {
    CAPTURE(directory);
    const tests::TemporaryDirectory empty;
    IndexPlaces places;
    places.working_directory = directory;
    places.user_index = empty / "none";
    try {
      (void)find_index(places);
    } catch (const Error& error) {
      CHECK(error.exit_code() == 3);
      CHECK(std::string(error.what()).find(empty / "none") !=
            std::string::npos);
    }
  }
}

}  // namespace
}  // namespace broadsheet::searcher
