// Many inputs of a fuzzer in one file: each as its length, a colon, its bytes,
// a comma and a line feed.
#pragma once

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::tests {

/// The inputs in `text`, in their order.
inline std::vector<std::string> netstrings(std::string_view text) {
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

}  // namespace broadsheet::tests
