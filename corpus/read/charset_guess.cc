// ICU's detector knows the charsets of the web. What it should not be asked is
// whether a damaged UTF-8 text is one: it would take the whole for Latin-1.
#include "corpus/read/charset_guess.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/utypes.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>

#include "corpus/base/utf8.h"

namespace broadsheet::read {
namespace {

constexpr std::size_t kSample = std::size_t{1} << 16;
constexpr std::int32_t kLeastConfidence = 20;  // Of 100.

struct CloseDetector {
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

// How many sequences of several bytes are valid UTF-8, and how many bytes are
// not.
struct Utf8Share {
  std::size_t sequences = 0;
  std::size_t malformed = 0;
};

Utf8Share utf8_share(std::string_view bytes) {
  Utf8Share share;
  for (std::size_t i = 0; i < bytes.size();) {
    const CodePoint point = code_point_at(bytes, i);
    const bool bad =
        point.value == 0xFFFD && bytes.substr(i, point.bytes) != "\xEF\xBF\xBD";
    if (bad) {
      ++share.malformed;
    } else if (point.bytes > 1) {
      ++share.sequences;
    }
    i += point.bytes;
  }
  return share;
}

}  // namespace

bool is_ascii(std::string_view bytes) {
  return std::none_of(bytes.begin(), bytes.end(),
                      [](char c) { return static_cast<signed char>(c) < 0; });
}

bool has_iso_2022_escape(std::string_view bytes) {
  for (std::size_t at = bytes.find('\x1B'); at != std::string_view::npos;
       at = bytes.find('\x1B', at + 1)) {
    const std::string_view next = bytes.substr(at + 1, 1);
    if (next == "$" || next == "(") return true;
  }
  return false;
}

std::string meant_charset(std::string_view declared, std::string_view bytes) {
  std::string name(declared);
  if (name.empty()) return name;
  UErrorCode code = U_ZERO_ERROR;
  const char* canonical = ucnv_getCanonicalName(name.c_str(), "IANA", &code);
  if (canonical != nullptr && U_SUCCESS(code)) name = canonical;
  if (name == "US-ASCII" || name == "ISO-8859-1" || name == "ISO_8859-1:1987") {
    const bool has_c1 = std::any_of(bytes.begin(), bytes.end(), [](char c) {
      const auto byte = static_cast<unsigned char>(c);
      return byte >= 0x80 && byte < 0xA0;
    });
    return has_c1 ? "windows-1252" : "ISO-8859-1";
  }
  return name;
}

std::string guess_charset(std::string_view sample) {
  sample = sample.substr(0, std::min(sample.size(), kSample));
  if (is_ascii(sample) && !has_iso_2022_escape(sample)) return {};
  const Utf8Share share = utf8_share(sample);
  // The sample may end within a sequence.
  if (share.sequences > share.malformed ||
      (share.malformed == 1 && sample.size() == kSample)) {
    if (share.sequences > 0) return {};
  }
  UErrorCode code = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, CloseDetector> detector(
      ucsdet_open(&code));
  ucsdet_setText(detector.get(), sample.data(),
                 static_cast<std::int32_t>(sample.size()), &code);
  std::int32_t count = 0;
  const UCharsetMatch** matches =
      ucsdet_detectAll(detector.get(), &count, &code);
  // Some bytes make the detection fail: then it has found nothing.
  if (U_FAILURE(code)) count = 0;
  std::string best = "windows-1252";
  std::int32_t most = 0;
  for (std::int32_t i = 0; i < count; ++i) {
    const std::string name = ucsdet_getName(matches[i], &code);
    const std::int32_t confidence = ucsdet_getConfidence(matches[i], &code);
    // UTF-8 and UTF-16 were looked at before; a weak guess is no better than
    // the charset that most such documents are in.
    if (name.starts_with("UTF-") || confidence < kLeastConfidence) continue;
    const bool western = name == "ISO-8859-1" || name == "windows-1252";
    // Which also wins where short texts leave little between the two.
    if (most == 0 || (western && confidence * 10 >= most * 9)) {
      best = name;
      most = std::max(most, confidence);
    }
  }
  return meant_charset(best, sample);
}

}  // namespace broadsheet::read
