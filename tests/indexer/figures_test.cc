// Claims about figures as people read them.
#include "indexer/figures.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>

namespace broadsheet::indexer {
namespace {

TEST_CASE("thousands are parted by commas") {
  struct Row {
    std::uint64_t number;
    std::string text;
  };
  for (const auto& [number, text] :
       {Row{0, "0"}, Row{999, "999"}, Row{1000, "1,000"},
        Row{1234567, "1,234,567"},
        Row{18446744073709551615U, "18,446,744,073,709,551,615"}}) {
    CHECK(grouped(number) == text);
  }
}

TEST_CASE("bytes are told in the unit that suits them") {
  struct Row {
    std::uint64_t bytes;
    std::string unit;
    std::string megabytes;
  };
  for (const auto& [bytes, unit, mega] :
       {Row{0, "0 bytes", "0.0"}, Row{131, "131 bytes", "0.1"},
        Row{999, "999 bytes", "0.1"}, Row{1000, "1.0 KB", "0.1"},
        Row{50716, "50.7 KB", "0.1"}, Row{999949, "999.9 KB", "1.0"},
        Row{999950, "1.0 MB", "1.0"}, Row{28014622, "28.0 MB", "28.0"},
        Row{9100000000, "9100.0 MB", "9100.0"}}) {
    CHECK(with_unit(bytes) == unit);
    CHECK(megabytes(bytes) == mega);
  }
}

}  // namespace
}  // namespace broadsheet::indexer
