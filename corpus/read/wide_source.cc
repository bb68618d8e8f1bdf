// Converts piece by piece; a unit or a surrogate pair that a piece cuts in two
// is kept for the next.
#include "corpus/read/wide_source.h"

#include <string>
#include <utility>

#include "corpus/base/utf8.h"
#include "corpus/read/converted_source.h"
#include "corpus/read/utf16.h"

namespace broadsheet::read {
namespace {

constexpr std::size_t kWidePiece = std::size_t{1} << 16;

class WideSource final : public ConvertedSource {
 public:
  WideSource(std::unique_ptr<ByteSource> source, std::string_view encoding)
      : ConvertedSource(std::move(source)),
        width_(encoding.starts_with("UTF-32") ? 4 : 2),
        big_endian_(encoding.ends_with("BE")) {}

 private:
  bool convert_piece(ByteSource& source, std::string& text) override {
    const std::size_t had = raw_.size();
    raw_.resize(had + kWidePiece);
    const std::size_t got = source.read(raw_.data() + had, kWidePiece);
    raw_.resize(had + got);
    if (got == 0) {
      decoder_.finish(text);
      if (!raw_.empty()) append_utf8(text, 0xFFFD);
      return false;
    }
    const std::size_t whole = raw_.size() / width_ * width_;
    for (std::size_t i = 0; i < whole; i += width_) append(value_at(i), text);
    raw_.erase(0, whole);
    return true;
  }

  [[nodiscard]] char32_t value_at(std::size_t at) const {
    char32_t value = 0;
    for (std::size_t b = 0; b < width_; ++b) {
      const std::size_t byte = big_endian_ ? at + b : at + width_ - 1 - b;
      value = value << 8 | static_cast<unsigned char>(raw_[byte]);
    }
    return value;
  }

  void append(char32_t value, std::string& text) {
    const bool mark = value == 0xFEFF && !started_;
    started_ = true;
    if (mark) return;
    if (width_ == 4) {
      append_utf8(text, value);
    } else {
      const auto unit = static_cast<char16_t>(value);
      decoder_.append({&unit, 1}, text);
    }
  }

  std::size_t width_;  // Bytes a code unit.
  bool big_endian_;
  bool started_ = false;
  Utf16Decoder decoder_;
  std::string raw_;  // Read, not converted: less than a unit between calls.
};

}  // namespace

std::unique_ptr<ByteSource> utf8_source(std::unique_ptr<ByteSource> source,
                                        std::string_view encoding) {
  return std::make_unique<WideSource>(std::move(source), encoding);
}

}  // namespace broadsheet::read
