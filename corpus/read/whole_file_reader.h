// Formats whose files hold one article each: there is one thing to read, and
// then nothing.
#pragma once

#include <optional>
#include <utility>

#include "corpus/read/formats.h"
#include "corpus/read/record_reader.h"

namespace broadsheet::read {

class WholeFileReader : public RecordReader {
 public:
  explicit WholeFileReader(FormatInput input)
      : RecordReader(input.source->name()), input_(std::move(input)) {}

 protected:
  /// Reads the file; gives its article, or skips it. Throws ReadError.
  virtual void read_file(FormatInput input) = 0;

 private:
  bool read_record() final {
    if (!input_) return false;
    FormatInput input = *std::move(input_);
    input_.reset();
    read_file(std::move(input));
    return true;
  }

  std::optional<FormatInput> input_;  // Until it is read.
};

}  // namespace broadsheet::read
