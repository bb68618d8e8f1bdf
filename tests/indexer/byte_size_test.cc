// Claims about indexer/byte_size.cc.
#include "indexer/byte_size.h"

#include <doctest/doctest.h>

#include <optional>
#include <string>

namespace broadsheet::indexer {
namespace {

/// The bytes, or "none".
std::string bytes(const std::string& text) {
  const std::optional<std::size_t> size = parse_byte_size(text);
  return size ? std::to_string(*size) : "none";
}

TEST_CASE("a size is a number and a unit of 1,024") {
  for (const char* kilo : {"3K", "3k", "3KB", "3KiB"}) {
    CHECK(bytes(kilo) == "3072");
  }
  for (const char* mega : {"512M", "512m", "512MB", "512MiB"}) {
    CHECK(bytes(mega) == "536870912");
  }
  for (const char* giga : {"2G", "2g", "2GB", "2GiB"}) {
    CHECK(bytes(giga) == "2147483648");
  }
  CHECK(bytes("0") == "0");
  CHECK(bytes("4096") == "4096");
  CHECK(bytes("2147483648") == "2147483648");
}

TEST_CASE("what is no size is none") {
  for (const char* wrong : {"", "M", "-1", "+1", " 1", "1 ", "1 M", "1.5G",
                            "1e9", "1kb", "1Mb", "1T", "1MM", "0x10", "two"}) {
    CAPTURE(wrong);
    CHECK(bytes(wrong) == "none");
  }
  CHECK(bytes(std::string("1\0M", 3)) == "none");
}

TEST_CASE("a size that no machine has is none, not a small one") {
  CHECK(bytes("1073741824G") == "1152921504606846976");
  CHECK(bytes("1073741825G") == "none");
  CHECK(bytes("18446744073709551615") == "none");
  CHECK(bytes("18446744073709551615K") == "none");
  CHECK(bytes("18446744073709551616") == "none");
  CHECK(bytes("99999999999999999999999999G") == "none");
}

}  // namespace
}  // namespace broadsheet::indexer
