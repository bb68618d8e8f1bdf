// Bytes on their way in, in pieces, from wherever they are: a file, a member of
// an archive, memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/base/error.h"
#include "corpus/base/file.h"

namespace broadsheet::read {

/// Reading a source failed. A Reader turns it into a Problem: one bad file does
/// not end a run.
class ReadError : public Error {
 public:
  explicit ReadError(const std::string& message)
      : Error(ErrorKind::kInputOutput, message) {}
};

/// A stream of bytes with a name.
class ByteSource {
 public:
  virtual ~ByteSource() = default;

  /// Fills up to `size` bytes at `bytes` and returns how many; 0 at the end.
  /// Throws ReadError.
  virtual std::size_t read(char* bytes, std::size_t size) = 0;

  /// Goes on at byte `offset`; false, and nothing has changed, where a stream
  /// knows no way back. Throws ReadError.
  virtual bool seek(std::uint64_t offset);

  /// How many bytes it has in all, if that is known.
  [[nodiscard]] virtual std::optional<std::uint64_t> size() const;

  /// The path, for origins and messages; not escaped.
  [[nodiscard]] virtual const std::string& name() const = 0;
};

/// A source over an open file, which it owns.
[[nodiscard]] std::unique_ptr<ByteSource> file_source(FileDescriptor file,
                                                      std::string path);

/// A source over `bytes`, for tests and for members held in memory.
[[nodiscard]] std::unique_ptr<ByteSource> memory_source(std::string bytes,
                                                        std::string name);

/// A source that gives `head` first and then what `rest` still has: how bytes
/// that were looked at are put back.
[[nodiscard]] std::unique_ptr<ByteSource> source_after(
    std::string head, std::unique_ptr<ByteSource> rest);

/// Reads from `source` until it has `size` bytes or the source ends. Throws
/// ReadError.
[[nodiscard]] std::string read_up_to(ByteSource& source, std::size_t size);

}  // namespace broadsheet::read
