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
#include <vector>

#include "corpus/read/byte_source.h"

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
  /// least RecordSplitter::kPadding bytes behind it can be read.
  std::string_view bytes;
  std::uint64_t offset = 0;  ///< First byte of the record in the stream.
  std::uint64_t size = 0;    ///< Bytes it takes, also where `bytes` is empty.
  Fault fault = Fault::kNone;
};

class RecordSplitter {
 public:
  /// What simdjson wants to be readable behind a document, in bytes.
  static constexpr std::size_t kPadding = 64;

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

  [[nodiscard]] const std::string& name() const { return source_->name(); }

 private:
  enum class Mark : unsigned char { kStart, kEnd, kNone };
  struct Found {
    Mark mark = Mark::kNone;
    std::size_t begin = 0;  // Offset in buffer_; for kNone: search on here.
    std::size_t end = 0;
  };

  bool fill();
  [[nodiscard]] Found find_tag(std::string_view name, std::size_t from) const;
  [[nodiscard]] Record take(std::size_t end, std::size_t next,
                            Record::Fault fault);
  [[nodiscard]] Record pass_over_line();
  [[nodiscard]] Record pass_over_element(std::string_view name);
  [[nodiscard]] std::optional<Record> pass_over_outside(std::string_view name);
  [[nodiscard]] std::uint64_t offset_of(std::size_t at) const {
    return base_ + at;
  }

  std::unique_ptr<ByteSource> source_;
  std::size_t limit_;
  std::vector<char> buffer_;  // Its last kPadding bytes are never filled.
  std::size_t begin_ = 0;     // The bytes not given yet are [begin_, end_).
  std::size_t end_ = 0;
  std::uint64_t base_ = 0;  // Where buffer_[0] stands in the stream.
  bool ended_ = false;
};

}  // namespace broadsheet::read
