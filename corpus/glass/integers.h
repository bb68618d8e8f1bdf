// The integers of glass tables. Three forms, all of them bytes:
//
//   varint      seven bits a byte, least significant first, the top bit set on
//               all but the last
//   docid       sorts as the number does: two bytes, big-endian, below 0x8000;
//               above, as many leading one bits as there are bytes beyond two,
//               a zero bit, then the number, big-endian
//   big-endian  two or four bytes, in the headers and directories of blocks
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace broadsheet::glass {

/// The most bytes a varint of 64 bits takes.
inline constexpr std::size_t kMaxVarintBytes = 10;

/// Writes `value` at `out`, where kMaxVarintBytes must be free, and returns the
/// byte after it.
inline char* put_varint(char* out, std::uint64_t value) {
  while (value >= 0x80) {
    *out++ = static_cast<char>((value & 0x7F) | 0x80);
    value >>= 7;
  }
  *out++ = static_cast<char>(value);
  return out;
}

inline void append_varint(std::string& bytes, std::uint64_t value) {
  char buffer[kMaxVarintBytes];
  const char* end = put_varint(buffer, value);
  bytes.append(buffer, static_cast<std::size_t>(end - buffer));
}

/// A varint length, then the bytes.
inline void append_counted(std::string& bytes, std::string_view value) {
  append_varint(bytes, value.size());
  bytes += value;
}

/// The most bytes a docid takes.
inline constexpr std::size_t kMaxDocidBytes = 6;

/// Writes `docid` at `out`, where kMaxDocidBytes must be free, so that docids
/// sort as numbers; returns the byte after it.
inline char* put_docid(char* out, std::uint32_t docid) {
  if (docid < 0x8000) {
    *out++ = static_cast<char>(docid >> 8);
    *out++ = static_cast<char>(docid);
    return out;
  }
  // n bytes leave 8n - (n - 2) - 1 = 7n + 1 bits for the number.
  const auto bits = static_cast<unsigned>(std::bit_width(docid));
  const unsigned bytes = (bits - 1 + 6) / 7;
  const unsigned marks = bytes - 2;
  const std::uint64_t lead = (0xFFU << (8 - marks)) & 0xFFU;
  const std::uint64_t marked = std::uint64_t{docid} | lead << (8 * (bytes - 1));
  for (unsigned i = bytes; i > 0; --i) {
    *out++ = static_cast<char>(marked >> (8 * (i - 1)));
  }
  return out;
}

inline void append_docid(std::string& bytes, std::uint32_t docid) {
  char buffer[kMaxDocidBytes];
  const char* end = put_docid(buffer, docid);
  bytes.append(buffer, static_cast<std::size_t>(end - buffer));
}

inline void put_big_endian16(char* out, std::uint32_t value) {
  out[0] = static_cast<char>(value >> 8);
  out[1] = static_cast<char>(value);
}

inline void put_big_endian32(char* out, std::uint32_t value) {
  out[0] = static_cast<char>(value >> 24);
  out[1] = static_cast<char>(value >> 16);
  out[2] = static_cast<char>(value >> 8);
  out[3] = static_cast<char>(value);
}

[[nodiscard]] inline std::uint32_t take_big_endian16(const char* in) {
  return std::uint32_t{static_cast<unsigned char>(in[0])} << 8 |
         static_cast<unsigned char>(in[1]);
}

[[nodiscard]] inline std::uint32_t take_big_endian32(const char* in) {
  return take_big_endian16(in) << 16 | take_big_endian16(in + 2);
}

/// A varint read from the front of `bytes`, which is moved behind it. False if
/// they end too early or it has more than 64 bits.
[[nodiscard]] inline bool take_varint(std::string_view& bytes,
                                      std::uint64_t& value) {
  value = 0;
  for (unsigned shift = 0; shift < 64 && !bytes.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    value |= std::uint64_t{byte & 0x7FU} << shift;
    if (byte < 0x80) return true;
  }
  return false;
}

/// A varint of up to 32 bits at `in`, which is moved behind it; the bytes hold
/// its end. False if it has more.
[[nodiscard]] inline bool take_varint32(const char*& in, std::uint32_t& value) {
  value = static_cast<unsigned char>(*in++);
  if (value < 0x80) return true;
  const auto second = static_cast<unsigned char>(*in++);
  value = (value & 0x7FU) | std::uint32_t{second & 0x7FU} << 7;
  if (second < 0x80) return true;
  std::uint64_t all = value;
  for (unsigned shift = 14; shift < 35; shift += 7) {
    const auto byte = static_cast<unsigned char>(*in++);
    all |= std::uint64_t{byte & 0x7FU} << shift;
    if (byte < 0x80) {
      value = static_cast<std::uint32_t>(all);
      return all <= 0xFFFFFFFF;
    }
  }
  return false;
}

/// A varint read from bytes of our own making: nothing is checked. Returns the
/// value and moves `in` behind it.
[[nodiscard]] inline std::uint64_t take_varint(const char*& in) {
  std::uint64_t value = 0;
  for (unsigned shift = 0;; shift += 7) {
    const auto byte = static_cast<unsigned char>(*in++);
    value |= std::uint64_t{byte & 0x7FU} << shift;
    if (byte < 0x80) return value;
  }
}

/// The inverse of put_docid, for bytes of our own making.
[[nodiscard]] inline std::uint32_t take_docid(const char*& in) {
  const auto lead = static_cast<unsigned char>(*in++);
  const auto marks = static_cast<unsigned>(std::countl_one(lead));
  std::uint32_t docid = lead & (0x7FU >> marks);
  for (unsigned i = 0; i <= marks; ++i) {
    docid = docid << 8 | static_cast<unsigned char>(*in++);
  }
  return docid;
}

/// The docid that `bytes` are, all of them; nothing if they are none.
[[nodiscard]] inline std::optional<std::uint32_t> docid_of(
    std::string_view bytes) {
  if (bytes.empty()) return std::nullopt;
  const auto marks = static_cast<unsigned>(
      std::countl_one(static_cast<unsigned char>(bytes.front())));
  if (marks > kMaxDocidBytes - 2 || bytes.size() != marks + 2) {
    return std::nullopt;
  }
  const char* in = bytes.data();
  return take_docid(in);
}

}  // namespace broadsheet::glass
