// Binaries show in their first bytes or in control characters; what the others
// are is format_signs.cc's matter.
#include "corpus/read/sniff.h"

#include <algorithm>
#include <array>
#include <utility>
#include <variant>

#include "corpus/read/charset.h"
#include "corpus/read/charset_guess.h"
#include "corpus/read/format_signs.h"

namespace broadsheet::read {
namespace {

struct Signature {
  std::string_view bytes;
  std::string_view what;
};

using namespace std::string_view_literals;

constexpr std::array kSignatures = {
    Signature{"%PDF-"sv, "a PDF document"},
    Signature{"PK\x03\x04"sv, "a ZIP archive or an office document"},
    Signature{"\x1F\x8B"sv, "compressed with gzip: decompress it first"},
    Signature{"BZh"sv, "compressed with bzip2: decompress it first"},
    Signature{"\xFD"
              "7zXZ\0"sv,
              "compressed with xz: decompress it first"},
    Signature{"\x28\xB5\x2F\xFD"sv,
              "compressed with zstd: decompress it first"},
    Signature{"\x89PNG\r\n"sv, "a PNG picture"},
    Signature{"\xFF\xD8\xFF"sv, "a JPEG picture"},
    Signature{"GIF8"sv, "a GIF picture"},
    Signature{"\x7F"
              "ELF"sv,
              "a program"},
    Signature{"SQLite format 3\0"sv, "an SQLite database"},
    Signature{"\xD0\xCF\x11\xE0"sv, "an old office document"},
    Signature{"{\\rtf"sv, "an RTF document"},
};

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

// Bytes that no text has, in the first 64 KiB.
struct Controls {
  std::size_t nul = 0;
  std::size_t other = 0;
};

Controls count_controls(std::string_view head) {
  Controls controls;
  for (const char c : head) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte == 0) {
      ++controls.nul;
    } else if ((byte < 0x20 && (byte < 9 || byte > 13) && byte != 0x1B) ||
               byte == 0x7F) {
      ++controls.other;
    }
  }
  return controls;
}

Sniffed refused(std::string reason) {
  Sniffed sniffed;
  sniffed.reason = std::move(reason);
  return sniffed;
}

std::string binary_reason(std::string_view head, bool strict) {
  for (const Signature& signature : kSignatures) {
    if (head.substr(0, signature.bytes.size()) == signature.bytes) {
      return std::string(signature.what);
    }
  }
  const Controls controls = count_controls(head);
  if (strict && controls.nul > 0) return "binary: it holds NUL bytes";
  if ((controls.nul + controls.other) * (strict ? 20 : 10) > head.size()) {
    return "binary: many of its bytes are control characters";
  }
  return {};
}

}  // namespace

Sniffed sniff(std::string_view head, std::string_view name,
              std::optional<Format> wanted) {
  if (head.empty()) return refused("empty");
  const UnicodeForm form = unicode_form(head);
  const bool wide = !form.encoding.empty() && form.encoding != "UTF-8";
  std::string converted;
  std::string_view text = head.substr(form.mark_bytes);
  if (wide) {
    converted = decode(head, {}).text;
    text = converted;
  }
  if (text.empty() || std::all_of(text.begin(), text.end(), is_blank)) {
    if (head.size() < kSniffBytes) return refused("empty: only white space");
  }

  Sniffed sniffed;
  if (wanted) {
    if (std::string reason = wide ? "" : binary_reason(head, false);
        !reason.empty()) {
      return refused(std::move(reason));
    }
    sniffed.format = wanted;
  } else {
    std::variant<Format, std::string> shown = shown_format(text, name);
    if (auto* reason = std::get_if<std::string>(&shown)) {
      return refused(std::move(*reason));
    }
    sniffed.format = std::get<Format>(shown);
    const bool records = sniffed.format && sniffed.format != Format::kPlainText;
    if (std::string reason = wide ? "" : binary_reason(head, !records);
        !reason.empty()) {
      return refused(std::move(reason));
    }
  }
  if (wide) sniffed.wide_encoding = form.encoding;
  if (!wide && sniffed.format) sniffed.charset = guess_charset(text);
  return sniffed;
}

}  // namespace broadsheet::read
