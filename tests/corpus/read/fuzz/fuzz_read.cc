// The fuzzer of all readers, archives too: BROADSHEET_FUZZERS=ON builds it
// (Clang). The first byte of an input picks the format. Run with
//   read_fuzz -max_len=4096 -dict=tests/corpus/read/fuzz/tokens.dict
//       NEW_INPUTS tests/corpus/read/fuzz/inputs
// With BROADSHEET_FUZZ_FORMAT=N it stays with one: 0 to 14 are the values of
// Format, 15 is a file whose format must be found.
// What it finds goes into inputs/. What leads to code that nothing else does
// (read_fuzz -set_cover_merge=1 -use_counters=0 KEPT …/inputs NEW_INPUTS) goes
// into inputs.netstrings. fuzz_replay_test.cc replays both.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <optional>

#include "tests/corpus/read/fuzz/any_bytes.h"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size,
                                        std::size_t max_size);

namespace {

std::optional<std::uint8_t> only_format() {
  const char* format = std::getenv("BROADSHEET_FUZZ_FORMAT");
  if (format == nullptr) return std::nullopt;
  return static_cast<std::uint8_t>(std::atoi(format));
}

const std::optional<std::uint8_t> kOnly = only_format();

}  // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data,
                                               std::size_t size,
                                               std::size_t max_size,
                                               unsigned /*seed*/) {
  size = LLVMFuzzerMutate(data, size, max_size);
  if (kOnly && size > 0) data[0] = *kOnly;
  return size;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  if (kOnly && broadsheet::tests::format_of_any(input) != *kOnly) return 0;
  const std::string fault = broadsheet::tests::fault_of_any(input);
  if (!fault.empty()) {
    std::cerr << fault << '\n';
    std::abort();
  }
  return 0;
}
