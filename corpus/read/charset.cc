// ASCII and UTF-8, which nearly every document is, are checked by simdjson and
// copied; all else goes through an ICU converter. A document that is UTF-8 but
// for some damage stays UTF-8: a guess would take the whole of it for Latin-1.
#include "corpus/read/charset.h"

#include <fmt/format.h>
#include <simdjson.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/utypes.h>

#include <algorithm>
#include <memory>
#include <vector>

#include "corpus/base/error.h"
#include "corpus/base/utf8.h"
#include "corpus/read/charset_guess.h"
#include "corpus/read/utf16.h"

namespace broadsheet::read {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::size_t kFormSample = 4096;

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

// Replaces what is malformed by U+FFFD, as ICU does itself, and counts it.
void replace_and_count(const void* context, UConverterToUnicodeArgs* arguments,
                       const char* units, std::int32_t length,
                       UConverterCallbackReason reason, UErrorCode* code) {
  if (reason <= UCNV_IRREGULAR) {
    ++*static_cast<std::size_t*>(const_cast<void*>(context));
  }
  UCNV_TO_U_CALLBACK_SUBSTITUTE(nullptr, arguments, units, length, reason,
                                code);
}

// A converter for the charset `name`, or nothing if ICU knows none of it.
Converter open_converter(const std::string& name) {
  UErrorCode code = U_ZERO_ERROR;
  Converter converter(ucnv_open(name.c_str(), &code));
  if (code == U_FILE_ACCESS_ERROR || code == U_ILLEGAL_ARGUMENT_ERROR) {
    return nullptr;
  }
  if (U_FAILURE(code)) {
    throw Error(ErrorKind::kInputOutput,
                fmt::format("cannot load ICU's converter for {}: {}", name,
                            u_errorName(code)));
  }
  return converter;
}

// The name that IANA registers for the converter's charset, the one preferred
// in mail if there are several.
std::string iana_name(const Converter& converter) {
  UErrorCode code = U_ZERO_ERROR;
  const char* own = ucnv_getName(converter.get(), &code);
  if (U_FAILURE(code)) return {};
  for (const char* standard : {"MIME", "IANA"}) {
    const char* registered = ucnv_getStandardName(own, standard, &code);
    if (registered != nullptr && U_SUCCESS(code)) return registered;
    code = U_ZERO_ERROR;
  }
  return own;
}

struct Converted {
  std::string text;
  std::size_t malformed = 0;
};

Converted convert(const Converter& converter, std::string_view bytes) {
  Converted converted;
  UErrorCode code = U_ZERO_ERROR;
  ucnv_setToUCallBack(converter.get(), replace_and_count, &converted.malformed,
                      nullptr, nullptr, &code);
  ucnv_resetToUnicode(converter.get());
  std::vector<UChar> units(std::size_t{1} << 14);
  const char* from = bytes.data();
  const char* const end = from + bytes.size();
  Utf16Decoder decoder;
  converted.text.reserve(bytes.size() + bytes.size() / 2);
  do {
    code = U_ZERO_ERROR;
    UChar* to = units.data();
    ucnv_toUnicode(converter.get(), &to, units.data() + units.size(), &from,
                   end, nullptr, 1, &code);
    const auto made = static_cast<std::size_t>(to - units.data());
    decoder.append({units.data(), made}, converted.text);
  } while (code == U_BUFFER_OVERFLOW_ERROR);
  decoder.finish(converted.text);
  if (U_FAILURE(code)) {
    throw Error(ErrorKind::kInputOutput,
                fmt::format("ICU failed to convert: {}", u_errorName(code)));
  }
  return converted;
}

bool is_valid(std::string_view bytes) {
  return simdjson::validate_utf8(bytes.data(), bytes.size());
}

void blank_nuls(DecodedText& decoded) {
  for (std::size_t at = decoded.text.find('\0'); at != std::string::npos;
       at = decoded.text.find('\0', at + 1)) {
    decoded.text[at] = ' ';
    decoded.had_nul = true;
  }
}

DecodedText as_utf8(std::string_view bytes, bool valid) {
  DecodedText decoded;
  decoded.text = valid ? std::string(bytes) : valid_utf8(bytes);
  decoded.encoding = "UTF-8";
  decoded.mended = !valid;
  blank_nuls(decoded);
  return decoded;
}

// `bytes` in the charset `name`; nothing if ICU does not know it.
std::optional<DecodedText> as_charset(std::string_view bytes,
                                      const std::string& name) {
  const Converter converter = open_converter(name);
  if (!converter) return std::nullopt;
  Converted converted = convert(converter, bytes);
  DecodedText decoded;
  decoded.text = std::move(converted.text);
  decoded.mended = converted.malformed > 0;
  decoded.encoding = iana_name(converter);
  blank_nuls(decoded);
  return decoded;
}

// Whether every code unit of the charset is one byte.
bool is_single_byte(const std::string& name) {
  const Converter converter = open_converter(name);
  return converter && ucnv_getMaxCharSize(converter.get()) == 1;
}

DecodedText decode_declared(std::string_view bytes, const std::string& name,
                            bool valid) {
  // Valid UTF-8 beyond ASCII is next to never a text in a charset of single
  // bytes; in the others the declaration counts unless it fails.
  if (valid && is_single_byte(name)) return as_utf8(bytes, true);
  std::optional<DecodedText> decoded = as_charset(bytes, name);
  if (!decoded) return decode(bytes, {});
  if (decoded->mended && valid) return as_utf8(bytes, true);
  return *std::move(decoded);
}

}  // namespace

DecodedText decode(std::string_view bytes, std::string_view declared) {
  const bool valid = is_valid(bytes);
  const bool escapes = valid && has_iso_2022_escape(bytes);
  const bool plain = valid && !escapes && !bytes.starts_with(kUtf8Mark) &&
                     bytes.find('\0') == std::string_view::npos;
  if (plain && (declared.empty() || is_ascii(bytes))) {
    return as_utf8(bytes, true);
  }
  const UnicodeForm form = plain ? UnicodeForm{} : unicode_form(bytes);
  const std::string_view content = bytes.substr(form.mark_bytes);
  if (form.encoding == "UTF-8") return as_utf8(content, is_valid(content));
  if (!form.encoding.empty()) {
    std::optional<DecodedText> decoded =
        as_charset(content, std::string(form.encoding));
    if (decoded) {
      decoded->encoding = form.encoding;
      return *std::move(decoded);
    }
  }
  const std::string charset = meant_charset(declared, bytes);
  if (charset == "UTF-8" && valid) return as_utf8(bytes, true);
  if (!charset.empty() && charset != "UTF-8") {
    return decode_declared(bytes, charset, valid && !escapes);
  }
  if (valid && !escapes) return as_utf8(bytes, true);
  const std::string guess = guess_charset(bytes);
  if (!guess.empty()) {
    std::optional<DecodedText> decoded = as_charset(bytes, guess);
    // Escapes that are no ISO 2022 after all leave plain UTF-8.
    if (decoded && !(valid && decoded->mended)) {
      decoded->guessed = true;
      return *std::move(decoded);
    }
  }
  return as_utf8(bytes, valid);
}

std::string mended_warning(std::string_view encoding) {
  return fmt::format("not all of it is {}: U+FFFD stands for what is not",
                     encoding);
}

UnicodeForm unicode_form(std::string_view head) {
  const auto starts = [&](std::string_view mark) {
    return head.substr(0, mark.size()) == mark;
  };
  using namespace std::string_view_literals;
  if (starts(kUtf8Mark)) return {"UTF-8", kUtf8Mark.size()};
  if (starts("\xFF\xFE\0\0"sv)) return {"UTF-32LE", 4};
  if (starts("\0\0\xFE\xFF"sv)) return {"UTF-32BE", 4};
  if (starts("\xFF\xFE"sv)) return {"UTF-16LE", 2};
  if (starts("\xFE\xFF"sv)) return {"UTF-16BE", 2};
  return {
      utf16_without_mark(head.substr(0, std::min(head.size(), kFormSample))),
      0};
}

}  // namespace broadsheet::read
