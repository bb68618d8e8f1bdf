// Claims that hold for any bytes, on the inputs that a fuzzer found worth
// keeping: no reader crashes, and every article is sound.
#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "corpus/base/file.h"
#include "tests/corpus/read/fuzz/any_bytes.h"

namespace broadsheet::read {
namespace {

TEST_CASE("what a fuzzer found is read or refused, and every article sound") {
  const std::filesystem::path inputs =
      std::string(BROADSHEET_SOURCE_DIR) + "/tests/corpus/read/fuzz/inputs";
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(inputs)) {
    CAPTURE(entry.path().string());
    CHECK(tests::fault_of_any(read_file(entry.path().string())) == "");
    ++count;
  }
  CHECK(count > 0);
}

}  // namespace
}  // namespace broadsheet::read
