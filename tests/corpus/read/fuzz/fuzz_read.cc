// The fuzzer of all readers, archives too: BROADSHEET_FUZZERS=ON builds it
// (Clang). The first byte of an input picks the format. Run with
//   read_fuzz -max_len=4096 -dict=tests/corpus/read/fuzz/tokens.dict
//       NEW_INPUTS tests/corpus/read/fuzz/inputs
// What it finds goes into inputs/. What leads to code that nothing else does
// (read_fuzz -set_cover_merge=1 -use_counters=0 KEPT …/inputs NEW_INPUTS) goes
// into inputs.netstrings. fuzz_replay_test.cc replays both.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>

#include "tests/corpus/read/fuzz/any_bytes.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  const std::string fault = broadsheet::tests::fault_of_any(
      {reinterpret_cast<const char*>(data), size});
  if (!fault.empty()) {
    std::cerr << fault << '\n';
    std::abort();
  }
  return 0;
}
