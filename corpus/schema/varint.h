// Variable-length integers of the stored article: seven bits a byte, least
// significant first, the top bit set on all but the last (LEB128).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace broadsheet::schema {

void append_varint(std::string& bytes, std::uint64_t value);
void append_string(std::string& bytes, std::string_view value);

/// Reads what was appended, in the same order. Every read throws Error (kIndex)
/// rather than pass the end.
class RecordReader {
 public:
  /// `bytes` must outlive the reader and the views it gives.
  explicit RecordReader(std::string_view bytes) : rest_(bytes) {}

  [[nodiscard]] std::uint64_t varint();
  [[nodiscard]] std::string_view string();  ///< A varint length, then bytes.
  [[nodiscard]] std::uint8_t byte();
  [[nodiscard]] bool at_end() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

}  // namespace broadsheet::schema
