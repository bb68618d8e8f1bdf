// Cuts the records of a file out of a stream of bytes: lines, or SGML elements.
// It holds one record at a time and never more than a limit, knows where each
// began, and goes on behind a broken one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/read/byte_source.h"
#include "corpus/read/source_window.h"

namespace broadsheet::read {

/// A record, or bytes that should have been one.
struct Record {
  enum class Fault : unsigned char {
    kNone,
    kTooLong,   ///< Longer than the limit; `bytes` is empty.
    kUnclosed,  ///< An element without its end tag, up to the next start tag.
    kOutside,   ///< Text that belongs to no element; `bytes` is empty.
  };

  /// The record, without its line break. It lives until the next call; at
  /// least SourceWindow::kPadding bytes behind it can be read.
  std::string_view bytes;
  std::uint64_t offset = 0;  ///< First byte of the record in the stream.
  std::uint64_t size = 0;    ///< Bytes it takes, also where `bytes` is empty.
  Fault fault = Fault::kNone;
};

class RecordSplitter {
 public:
  /// Records of more than `max_record_bytes` are passed over, in pieces.
  RecordSplitter(std::unique_ptr<ByteSource> source,
                 std::size_t max_record_bytes);

  /// The next line, an empty one included; nothing at the end. "\n" ends a
  /// line; a "\r" before it is part of the line. Throws ReadError.
  [[nodiscard]] std::optional<Record> next_line();

  /// The next element `<name …>…</name>`, tags included, capitals or not; or
  /// text between elements, if more than tags and white space stands there;
  /// nothing at the end. An element that holds another start tag of its name
  /// is unclosed and ends there. Throws ReadError.
  [[nodiscard]] std::optional<Record> next_element(std::string_view name);

  [[nodiscard]] const std::string& name() const { return window_.name(); }

 private:
  [[nodiscard]] Record take(std::size_t size, Record::Fault fault);
  [[nodiscard]] Record pass_over_line();
  [[nodiscard]] Record pass_over_element(std::string_view name);
  [[nodiscard]] std::optional<Record> pass_over_outside(std::string_view name);

  std::size_t limit_;
  SourceWindow window_;
};

}  // namespace broadsheet::read
