#include "corpus/schema/varint.h"

#include "corpus/base/error.h"

namespace broadsheet::schema {
namespace {

constexpr unsigned kBitsOfByte = 7;
constexpr unsigned kMaxShift = 63;

[[noreturn]] void throw_damaged() {
  throw Error(ErrorKind::kIndex,
              "a stored article is damaged; rebuild the index");
}

}  // namespace

void append_varint(std::string& bytes, std::uint64_t value) {
  while (value >= 0x80) {
    bytes += static_cast<char>((value & 0x7F) | 0x80);
    value >>= kBitsOfByte;
  }
  bytes += static_cast<char>(value);
}

void append_string(std::string& bytes, std::string_view value) {
  append_varint(bytes, value.size());
  bytes += value;
}

std::uint64_t RecordReader::varint() {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift <= kMaxShift; shift += kBitsOfByte) {
    const std::uint8_t part = byte();
    value |= static_cast<std::uint64_t>(part & 0x7F) << shift;
    if (part < 0x80) return value;
  }
  throw_damaged();
}

std::string_view RecordReader::string() {
  const std::uint64_t size = varint();
  if (size > rest_.size()) throw_damaged();
  const std::string_view value = rest_.substr(0, size);
  rest_.remove_prefix(size);
  return value;
}

std::uint8_t RecordReader::byte() {
  if (rest_.empty()) throw_damaged();
  const auto value = static_cast<std::uint8_t>(rest_.front());
  rest_.remove_prefix(1);
  return value;
}

}  // namespace broadsheet::schema
