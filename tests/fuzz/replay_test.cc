// The inputs that the fuzzers keep, tried again: those in files of their own
// found something once, or were written to begin with; the others, in one file
// a fuzzer, lead to code that nothing else does.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <string_view>

#include "tests/fuzz/trials.h"
#include "tests/support/netstrings.h"

namespace broadsheet::fuzz {
namespace {

const std::string kCorpus = BROADSHEET_SOURCE_DIR "/tests/fuzz/corpus/";

std::string content_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

using Attempt = std::function<void(std::string_view)>;

/// Tries every file of tests/fuzz/corpus/`name`; how many there were.
std::size_t replay(const std::string& name, const Attempt& attempt) {
  std::size_t count = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator(kCorpus + name)) {
    CAPTURE(entry.path().filename().string());
    attempt(content_of(entry.path()));
    ++count;
  }
  return count;
}

/// Tries every input that the fuzzer of `name` kept; how many there were.
std::size_t replay_kept(const std::string& name, const Attempt& attempt) {
  const auto inputs =
      tests::netstrings(content_of(kCorpus + name + ".netstrings"));
  for (const std::string& input : inputs) {
    CAPTURE(input);
    attempt(input);
  }
  return inputs.size();
}

TEST_CASE("no kept query breaks the parser") {
  CHECK(replay("query", try_query) > 20);
  CHECK(replay_kept("query", try_query) > 1000);
}

TEST_CASE("no kept query and article break the evaluator") {
  CHECK(replay("article", try_article) > 10);
  CHECK(replay_kept("article", try_article) > 1000);
}

}  // namespace
}  // namespace broadsheet::fuzz
