// A record of a file that holds several articles: a line, an element, an
// object, a row. What cuts records out of a stream gives these.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "corpus/read/source_window.h"

namespace broadsheet::read {

/// A record, or bytes that should have been one.
struct Record {
  enum class Fault : unsigned char {
    kNone,
    kTooLong,   ///< Longer than the limit; `bytes` is empty.
    kUnclosed,  ///< Its end is missing: what closes it never comes.
    kOutside,   ///< Text that belongs to no element; `bytes` is empty.
  };

  /// The record, without its line break. It lives until the next call; at
  /// least SourceWindow::kPadding bytes behind it can be read.
  std::string_view bytes;
  std::uint64_t offset = 0;  ///< First byte of the record in the stream.
  std::uint64_t size = 0;    ///< Bytes it takes, also where `bytes` is empty.
  Fault fault = Fault::kNone;
};

/// Takes the first `size` bytes out of the window, as a record.
[[nodiscard]] Record take_record(SourceWindow& window, std::size_t size,
                                 Record::Fault fault);

/// Passes over all up to the next line break, and over that: a record that is
/// too long. Throws ReadError.
[[nodiscard]] Record pass_over_line(SourceWindow& window);

}  // namespace broadsheet::read
