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

#include "corpus/glass/integers.h"
#include "indexer/segment/byte_buffer.h"
#include "indexer/segment/spill_file.h"

namespace broadsheet::indexer::segment {

/// Writes entries into memory.
class EntryWriter {
 public:
  /// Adds an entry. `key`, at most 255 bytes, is greater than all before.
  void add(std::string_view key, std::string_view payload);

  /// What was written, in as much memory as it takes. The writer is as new
  /// then, but keeps its own memory for what comes next.
  [[nodiscard]] ByteBuffer take();

  /// Bytes of memory the writer keeps.
  [[nodiscard]] std::size_t memory() const { return bytes_.capacity(); }

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

/// Reads a stream from its beginning to its end. A payload in a file is read
/// only when it is asked for, into memory of the caller's: of a thousand
/// streams, each of which has the commonest words, one payload at a time needs
/// to be there.
class EntryReader {
 public:
  /// `stream` must outlive it. For one in a file, it keeps `buffer` bytes, or
  /// some 300 if that is more.
  EntryReader(const EntryStream& stream, std::size_t buffer);

  /// Goes to the next entry, at first to the first one. Returns false at the
  /// end. Throws Error if the file can't be read.
  bool next();

  /// The key of the entry. Valid until next().
  [[nodiscard]] std::string_view key() const { return key_; }

  /// The first kPayloadHeadBytes of the payload, or all if that is less. Not
  /// after take_payload(). Valid until the next call of a function that is not
  /// const. Throws Error.
  [[nodiscard]] std::string_view payload_head();

  /// The payload. Once for each entry. Valid until next(), and as long as
  /// nothing else is put into `scratch`. Throws Error.
  [[nodiscard]] std::string_view take_payload(ByteBuffer& scratch);

  static constexpr std::size_t kPayloadHeadBytes = 4 * glass::kMaxVarintBytes;

 private:
  void need(std::size_t bytes);

  const SpillFile* file_;
  std::uint64_t next_;        // In the file: what is not in window_ yet.
  std::uint64_t left_;        // Bytes of the stream from there.
  std::size_t buffer_bytes_;  // To be read at a time.
  std::unique_ptr<char[]> buffer_;
  std::string_view window_;  // What is in memory and not yet taken.
  std::string key_;
  std::size_t payload_left_ = 0;  // Bytes of the payload not yet taken.
};

}  // namespace broadsheet::indexer::segment
