#include "corpus/glass/integers.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <vector>

#include "tests/support/readable_bytes.h"

namespace broadsheet::glass {
namespace {

using tests::hex;

std::string varint(std::uint64_t value) {
  std::string bytes;
  append_varint(bytes, value);
  return hex(bytes);
}

std::string docid(std::uint32_t value) {
  std::string bytes;
  append_docid(bytes, value);
  return bytes;
}

TEST_CASE("a varint is its seven-bit groups, the least significant first") {
  CHECK(varint(0) == "00");
  CHECK(varint(127) == "7f");
  CHECK(varint(128) == "80 01");
  CHECK(varint(300) == "ac 02");
  CHECK(varint(16384) == "80 80 01");
  CHECK(varint(0xFFFFFFFF) == "ff ff ff ff 0f");
  CHECK(varint(0xFFFFFFFFFFFFFFFF) == "ff ff ff ff ff ff ff ff ff 01");
}

TEST_CASE("a varint is read back, and its end is found") {
  for (unsigned shift = 0; shift < 64; ++shift) {
    for (const std::uint64_t value :
         {std::uint64_t{1} << shift, (std::uint64_t{1} << shift) - 1}) {
      std::string bytes;
      append_varint(bytes, value);
      const char* in = bytes.data();
      CHECK(take_varint(in) == value);
      CHECK(in == bytes.data() + bytes.size());
    }
  }
}

TEST_CASE("a docid takes two bytes below 8000, then a mark for each more") {
  CHECK(hex(docid(1)) == "00 01");
  CHECK(hex(docid(0x7FFF)) == "7f ff");
  CHECK(hex(docid(0x8000)) == "80 80 00");
  CHECK(hex(docid(0x3FFFFF)) == "bf ff ff");
  CHECK(hex(docid(0x400000)) == "c0 40 00 00");
  CHECK(hex(docid(0x1FFFFFFF)) == "df ff ff ff");
  CHECK(hex(docid(0x20000000)) == "e0 20 00 00 00");
  CHECK(hex(docid(0xFFFFFFFF)) == "e0 ff ff ff ff");
}

TEST_CASE("docids sort as bytes as they do as numbers") {
  std::vector<std::uint32_t> numbers;
  for (unsigned shift = 0; shift < 32; ++shift) {
    const std::uint32_t power = std::uint32_t{1} << shift;
    if (power > 2) numbers.push_back(power - 1);
    numbers.push_back(power);
    if (power > 1) numbers.push_back(power + 1);
  }
  for (const std::uint32_t a : numbers) {
    for (const std::uint32_t b : numbers) {
      CHECK((a < b) == (docid(a) < docid(b)));
    }
  }
}

TEST_CASE("block fields are big-endian") {
  std::string bytes(6, '\0');
  put_big_endian16(bytes.data(), 0x1234);
  put_big_endian32(bytes.data() + 2, 0xDEADBEEF);
  CHECK(hex(bytes) == "12 34 de ad be ef");
}

}  // namespace
}  // namespace broadsheet::glass
