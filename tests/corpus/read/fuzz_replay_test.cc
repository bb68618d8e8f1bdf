// Claims that hold for any bytes, on the inputs that a fuzzer found worth
// keeping: no reader crashes, and every article is sound. Those in files of
// their own found something once, or were written to begin with; the others, in
// one file, lead to code that no others do.
#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "corpus/base/file.h"
#include "tests/corpus/read/fuzz/any_bytes.h"
#include "tests/support/netstrings.h"

namespace broadsheet::read {
namespace {

const std::string kFuzz = BROADSHEET_SOURCE_DIR "/tests/corpus/read/fuzz/";

TEST_CASE("what a fuzzer found is read or refused, and every article sound") {
  std::size_t count = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator(kFuzz + "inputs")) {
    CAPTURE(entry.path().string());
    CHECK(tests::fault_of_any(read_file(entry.path().string())) == "");
    ++count;
  }
  CHECK(count > 0);
}

TEST_CASE("what a fuzzer reached is read or refused, and every article sound") {
  const std::vector<std::string> inputs =
      tests::netstrings(read_file(kFuzz + "inputs.netstrings"));
  for (const std::string& input : inputs) {
    CAPTURE(input);
    CHECK(tests::fault_of_any(input) == "");
  }
  CHECK(inputs.size() > 300);
}

}  // namespace
}  // namespace broadsheet::read
