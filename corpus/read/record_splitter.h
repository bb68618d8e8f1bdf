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
#include "corpus/read/record.h"
#include "corpus/read/source_window.h"

namespace broadsheet::read {

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
  [[nodiscard]] Record pass_over_element(std::string_view name);
  [[nodiscard]] std::optional<Record> pass_over_outside(std::string_view name);

  std::size_t limit_;
  SourceWindow window_;
};

}  // namespace broadsheet::read
