// JSON over several lines: the objects of an array, or one after another, cut
// out of a stream so that one at a time is held in memory.
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

/// Cuts the objects out of a file that is one array of them, an object that
/// holds such an array, or objects one after another. It counts braces outside
/// of strings and knows no more of JSON than that.
class JsonDocuments {
 public:
  /// Objects of more than `max_record_bytes` are passed over, in pieces.
  JsonDocuments(std::unique_ptr<ByteSource> source,
                std::size_t max_record_bytes);

  /// The next object, from '{' to '}'; kOutside for a run of other values or
  /// signs than commas and brackets; kUnclosed for an object at the end of the
  /// file that is not closed; nothing at the end. Throws ReadError.
  [[nodiscard]] std::optional<Record> next();

 private:
  [[nodiscard]] Record next_object();
  [[nodiscard]] std::optional<Record> pass_over_outside();

  std::size_t limit_;
  SourceWindow window_;
};

}  // namespace broadsheet::read
