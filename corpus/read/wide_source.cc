// Converts piece by piece; a unit or a surrogate pair that a piece cuts in two
// is kept for the next.
#include "corpus/read/wide_source.h"

#include <algorithm>
#include <cstring>
#include <string>
#include <utility>

#include "corpus/base/utf8.h"
#include "corpus/read/utf16.h"

namespace broadsheet::read {
namespace {

constexpr std::size_t kPiece = std::size_t{1} << 16;

class WideSource final : public ByteSource {
 public:
  WideSource(std::unique_ptr<ByteSource> source, std::string_view encoding)
      : source_(std::move(source)),
        width_(encoding.starts_with("UTF-32") ? 4 : 2),
        big_endian_(encoding.ends_with("BE")) {}

  std::size_t read(char* bytes, std::size_t size) override {
    while (given_ == text_.size() && !ended_) convert_next();
    const std::size_t part = std::min(size, text_.size() - given_);
    std::memcpy(bytes, text_.data() + given_, part);
    given_ += part;
    return part;
  }

  [[nodiscard]] const std::string& name() const override {
    return source_->name();
  }

 private:
  void convert_next() {
    text_.clear();
    given_ = 0;
    const std::size_t had = raw_.size();
    raw_.resize(had + kPiece);
    const std::size_t got = source_->read(raw_.data() + had, kPiece);
    raw_.resize(had + got);
    if (got == 0) {
      ended_ = true;
      decoder_.finish(text_);
      if (!raw_.empty()) append_utf8(text_, 0xFFFD);
      return;
    }
    const std::size_t whole = raw_.size() / width_ * width_;
    for (std::size_t i = 0; i < whole; i += width_) append(value_at(i));
    raw_.erase(0, whole);
  }

  [[nodiscard]] char32_t value_at(std::size_t at) const {
    char32_t value = 0;
    for (std::size_t b = 0; b < width_; ++b) {
      const std::size_t byte = big_endian_ ? at + b : at + width_ - 1 - b;
      value = value << 8 | static_cast<unsigned char>(raw_[byte]);
    }
    return value;
  }

  void append(char32_t value) {
    const bool mark = value == 0xFEFF && !started_;
    started_ = true;
    if (mark) return;
    if (width_ == 4) {
      append_utf8(text_, value);
    } else {
      const auto unit = static_cast<char16_t>(value);
      decoder_.append({&unit, 1}, text_);
    }
  }

  std::unique_ptr<ByteSource> source_;
  std::size_t width_;  // Bytes a code unit.
  bool big_endian_;
  bool started_ = false;
  bool ended_ = false;
  Utf16Decoder decoder_;
  std::string raw_;   // Read, not converted: less than a unit between calls.
  std::string text_;  // Converted; [given_, size) is not given yet.
  std::size_t given_ = 0;
};

}  // namespace

std::unique_ptr<ByteSource> utf8_source(std::unique_ptr<ByteSource> source,
                                        std::string_view encoding) {
  return std::make_unique<WideSource>(std::move(source), encoding);
}

}  // namespace broadsheet::read
