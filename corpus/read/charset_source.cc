#include "corpus/read/charset_source.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/base/error.h"
#include "corpus/read/converted_source.h"
#include "corpus/read/utf16.h"

namespace broadsheet::read {
namespace {

constexpr std::size_t kRawPiece = std::size_t{1} << 15;

struct CloseStreamConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using StreamConverter = std::unique_ptr<UConverter, CloseStreamConverter>;

StreamConverter open_stream_converter(const std::string& charset) {
  UErrorCode code = U_ZERO_ERROR;
  StreamConverter converter(ucnv_open(charset.c_str(), &code));
  if (converter && U_SUCCESS(code)) return converter;
  code = U_ZERO_ERROR;
  converter.reset(ucnv_open("UTF-8", &code));
  if (converter && U_SUCCESS(code)) return converter;
  throw Error(ErrorKind::kInputOutput, "cannot load ICU's converters");
}

class CharsetSource final : public ConvertedSource {
 public:
  CharsetSource(std::unique_ptr<ByteSource> source, const std::string& charset)
      : ConvertedSource(std::move(source)),
        converter_(open_stream_converter(charset)),
        raw_(kRawPiece),
        units_(kRawPiece) {}

 private:
  bool convert_piece(ByteSource& source, std::string& text) override {
    const std::size_t got = source.read(raw_.data(), raw_.size());
    const bool ended = got == 0;
    const char* from = raw_.data();
    const char* const end = from + got;
    UErrorCode code = U_ZERO_ERROR;
    do {
      code = U_ZERO_ERROR;
      UChar* to = units_.data();
      ucnv_toUnicode(converter_.get(), &to, units_.data() + units_.size(),
                     &from, end, nullptr, static_cast<UBool>(ended), &code);
      std::u16string_view made(units_.data(),
                               static_cast<std::size_t>(to - units_.data()));
      if (!started_ && !made.empty()) {
        started_ = true;
        if (made.front() == 0xFEFF) made.remove_prefix(1);
      }
      decoder_.append(made, text);
    } while (code == U_BUFFER_OVERFLOW_ERROR);
    if (ended) decoder_.finish(text);
    std::replace(text.begin(), text.end(), '\0', ' ');
    return !ended;
  }

  StreamConverter converter_;
  std::vector<char> raw_;
  std::vector<UChar> units_;
  Utf16Decoder decoder_;
  bool started_ = false;
};

}  // namespace

std::unique_ptr<ByteSource> charset_source(std::unique_ptr<ByteSource> source,
                                           const std::string& charset) {
  return std::make_unique<CharsetSource>(std::move(source), charset);
}

}  // namespace broadsheet::read
