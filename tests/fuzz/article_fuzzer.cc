// The fuzzer of the evaluator: BROADSHEET_FUZZERS=ON builds it (Clang).
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "tests/fuzz/trials.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  broadsheet::fuzz::try_article({reinterpret_cast<const char*>(data), size});
  return 0;
}
