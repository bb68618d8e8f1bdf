// Binaries show in their first bytes or in control characters; what the others
// are is format_signs.cc's matter.
#include "corpus/read/sniff.h"

#include <algorithm>
#include <array>
#include <utility>
#include <variant>

#include "corpus/read/archive.h"
#include "corpus/read/ascii.h"
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

// Office documents and books are ZIP archives with a list of their parts first.
bool is_office_document(std::string_view head) {
  constexpr std::size_t kName = 30;  // Where the first member's name stands.
  if (!head.starts_with("PK\x03\x04"sv) || head.size() < kName) return false;
  const std::string_view name = head.substr(kName);
  return name.starts_with("[Content_Types].xml") ||
         name.starts_with("mimetypeapplication/");
}

}  // namespace

Sniffed sniff(std::string_view head, std::string_view name,
              std::optional<Format> wanted) {
  if (head.empty()) return refused("empty");
  if (is_archive(head)) {
    if (is_office_document(head)) return refused("an office document");
    Sniffed sniffed;
    sniffed.archive = true;
    return sniffed;
  }
  const UnicodeForm form = unicode_form(head);
  const bool wide = !form.encoding.empty() && form.encoding != "UTF-8";
  std::string converted;
  std::string_view text = head.substr(form.mark_bytes);
  if (wide) {
    converted = decode(head, {}).text;
    text = converted;
  }
  if (text.empty() || std::all_of(text.begin(), text.end(), is_ascii_blank)) {
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
