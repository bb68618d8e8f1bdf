// The inputs that the fuzzers keep, tried again: each found something once, or
// leads to code that nothing else does.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <string_view>

#include "tests/fuzz/trials.h"

namespace broadsheet::fuzz {
namespace {

/// Tries every file of tests/fuzz/corpus/`name`; how many there were.
std::size_t replay(const std::string& name,
                   const std::function<void(std::string_view)>& attempt) {
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(
           std::string(BROADSHEET_SOURCE_DIR) + "/tests/fuzz/corpus/" + name)) {
    CAPTURE(entry.path().filename().string());
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(file), {});
    attempt(bytes);
    ++count;
  }
  return count;
}

TEST_CASE("no kept query breaks the parser") {
  CHECK(replay("query", try_query) > 20);
}

TEST_CASE("no kept query and article break the evaluator") {
  CHECK(replay("article", try_article) > 10);
}

}  // namespace
}  // namespace broadsheet::fuzz
