// Records show themselves: a line that opens a JSON object, a <REUTERS> or a
// <DOC> tag. What shows nothing and is not binary is the text of an article.
#include "corpus/read/sniff.h"

#include <algorithm>
#include <array>

#include "corpus/read/charset.h"
#include "corpus/read/charset_guess.h"
#include "corpus/read/sgml.h"

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

std::string_view without_blanks(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  return text;
}

bool starts_with_name(std::string_view text, std::string_view lower_name) {
  return text.size() >= lower_name.size() &&
         same_name(text.substr(0, lower_name.size()), lower_name);
}

bool ends_with_name(std::string_view text, std::string_view lower_name) {
  return text.size() >= lower_name.size() &&
         same_name(text.substr(text.size() - lower_name.size()), lower_name);
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

// Whether the first tag, or any tag that starts a line, opens such a record.
bool has_record(std::string_view head, std::string_view name) {
  std::string_view rest = head;
  for (std::optional<Tag> tag = next_tag(rest, 0); tag;
       tag = next_tag(rest, tag->bytes.end)) {
    if (!tag->closing && same_name(tag->name, name)) {
      const std::string_view before = head.substr(0, tag->bytes.begin);
      if (!has_text(before) || before.back() == '\n') return true;
    }
  }
  return false;
}

bool is_json_object(std::string_view head) {
  if (head.empty() || head.front() != '{') return false;
  const std::string_view inside = without_blanks(head.substr(1));
  return !inside.empty() && (inside.front() == '"' || inside.front() == '}');
}

// An object whose first line holds no more than its brace goes over several
// lines.
bool is_json_over_lines(std::string_view head) {
  if (head.front() == '[') {
    return is_json_object(without_blanks(head.substr(1)));
  }
  std::size_t end = head.find('\n');
  if (end == std::string_view::npos) return false;
  while (end > 0 && is_blank(head[end - 1])) --end;
  return end == 1 || head[end - 1] == ',';
}

std::string json_over_lines_reason() {
  return "JSON, but not JSON Lines: one object a line is read "
         "(jq -c '.[]?' FILE makes it so from an array, jq -c . FILE from "
         "objects)";
}

Sniffed refused(std::string reason) {
  Sniffed sniffed;
  sniffed.reason = std::move(reason);
  return sniffed;
}

// The format by content, then by name.
Sniffed sniff_text(std::string_view text, std::string_view name) {
  Sniffed sniffed;
  const std::string_view start = without_blanks(text);
  const bool named_lines =
      ends_with_name(name, ".jsonl") || ends_with_name(name, ".ndjson");
  const bool named_sgml =
      ends_with_name(name, ".sgm") || ends_with_name(name, ".sgml");
  if (!start.empty() && (is_json_object(start) || start.front() == '[')) {
    const bool over_lines = is_json_over_lines(start);
    if (over_lines && !named_lines) return refused(json_over_lines_reason());
    if (start.front() == '{') {
      sniffed.format = Format::kJsonLines;
      return sniffed;
    }
  }
  if (named_lines) {
    sniffed.format = Format::kJsonLines;
    return sniffed;
  }
  if (named_sgml || (!start.empty() && start.front() == '<')) {
    if (has_record(text, "REUTERS")) {
      sniffed.format = Format::kReutersSgml;
    } else if (has_record(text, "DOC")) {
      sniffed.format = Format::kTrecSgml;
    } else if (starts_with_name(start, "<!doctype html") ||
               starts_with_name(start, "<html")) {
      return refused("an HTML page, which is not read");
    } else if (starts_with_name(start, "<?xml")) {
      return refused("XML without <DOC> or <REUTERS> records");
    } else if (named_sgml) {
      return refused("SGML without <DOC> or <REUTERS> records");
    }
    if (sniffed.format) return sniffed;
  }
  sniffed.format = Format::kPlainText;
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
    sniffed = sniff_text(text, name);
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
