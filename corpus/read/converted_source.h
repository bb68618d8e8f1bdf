// A stream made of another, piece by piece: what has become of a piece is kept
// until it is asked for.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <utility>

#include "corpus/read/byte_source.h"

namespace broadsheet::read {

class ConvertedSource : public ByteSource {
 public:
  std::size_t read(char* bytes, std::size_t size) final;
  [[nodiscard]] const std::string& name() const final {
    return source_->name();
  }

 protected:
  explicit ConvertedSource(std::unique_ptr<ByteSource> source)
      : source_(std::move(source)) {}

  /// Reads a piece of `source` and appends what becomes of it, perhaps nothing,
  /// to `text`; false if the source has ended. Throws ReadError.
  virtual bool convert_piece(ByteSource& source, std::string& text) = 0;

 private:
  std::unique_ptr<ByteSource> source_;
  std::string text_;  // Converted; [given_, size) is not given yet.
  std::size_t given_ = 0;
  bool ended_ = false;
};

}  // namespace broadsheet::read
