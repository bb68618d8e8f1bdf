// Entries sorted by key, one after the other, in memory or in a spill file: the
// form in which chunks of articles wait to be merged.
//
//   1 byte   how many bytes of the previous key the key begins with
//   1 byte   how many follow
//   …        those
//   varint   bytes of the payload
//   …        payload
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "indexer/segment/byte_buffer.h"
#include "indexer/segment/spill_file.h"

namespace broadsheet::indexer::segment {

/// Writes entries into memory.
class EntryWriter {
 public:
  /// Adds an entry. `key`, at most 255 bytes, is greater than all before.
  void add(std::string_view key, std::string_view payload);

  /// What was written; the writer is as new then.
  [[nodiscard]] ByteBuffer take();

 private:
  ByteBuffer bytes_;
  std::string last_key_;
};

/// A finished stream: its bytes, or where in a spill file they are.
class EntryStream {
 public:
  EntryStream() = default;
  explicit EntryStream(ByteBuffer bytes) : memory_(std::move(bytes)) {}

  /// Moves the bytes into `file`, which must outlive the stream. Throws Error.
  void spill(SpillFile& file);

  /// Bytes of memory taken.
  [[nodiscard]] std::size_t memory() const { return memory_.capacity(); }

 private:
  friend class EntryReader;

  ByteBuffer memory_;
  const SpillFile* file_ = nullptr;  // Nothing: in memory.
  std::uint64_t begin_ = 0;          // In the file.
  std::uint64_t size_ = 0;
};

/// Reads a stream from its beginning to its end.
class EntryReader {
 public:
  /// `stream` must outlive it. Of one in a file, about `buffer` bytes are read
  /// at a time.
  EntryReader(const EntryStream& stream, std::size_t buffer);

  /// Goes to the next entry, at first to the first one. Returns false at the
  /// end. Throws Error if the file can't be read.
  bool next();

  /// The key and the payload of the entry. Valid until next().
  [[nodiscard]] std::string_view key() const { return key_; }
  [[nodiscard]] std::string_view payload() const { return payload_; }

 private:
  void need(std::size_t bytes);

  const SpillFile* file_;
  std::uint64_t next_;        // In the file: what is not in window_ yet.
  std::uint64_t left_;        // Bytes of the stream from there.
  std::size_t buffer_bytes_;  // To be read at a time.
  ByteBuffer buffer_;
  std::string_view window_;  // What is in memory and not yet taken.
  std::string key_;
  std::string_view payload_;
};

}  // namespace broadsheet::indexer::segment
