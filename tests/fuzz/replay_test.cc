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
#include <vector>

#include "tests/fuzz/trials.h"

namespace broadsheet::fuzz {
namespace {

const std::string kCorpus = BROADSHEET_SOURCE_DIR "/tests/fuzz/corpus/";

std::string content_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// The inputs in `text`, each as its length, a colon, its bytes, a comma and a
/// line feed.
std::vector<std::string> netstrings(std::string_view text) {
  std::vector<std::string> inputs;
  while (!text.empty()) {
    const std::size_t colon = text.find(':');
    REQUIRE(colon != std::string_view::npos);
    const std::size_t size = std::stoul(std::string(text.substr(0, colon)));
    text.remove_prefix(colon + 1);
    REQUIRE(text.substr(size).starts_with(",\n"));
    inputs.emplace_back(text.substr(0, size));
    text.remove_prefix(size + 2);
  }
  return inputs;
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
  const auto inputs = netstrings(content_of(kCorpus + name + ".netstrings"));
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
