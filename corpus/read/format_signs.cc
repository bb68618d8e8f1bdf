// Records show themselves: a line that opens a JSON object, a <REUTERS> or a
// <DOC> tag. What shows nothing is the text of an article.
#include "corpus/read/format_signs.h"

#include <array>
#include <optional>

#include "corpus/read/ascii.h"
#include "corpus/read/field_map.h"
#include "corpus/read/front_matter.h"
#include "corpus/read/http_response.h"
#include "corpus/read/lines.h"
#include "corpus/read/sgml.h"
#include "corpus/read/table_rows.h"

namespace broadsheet::read {
namespace {

std::string_view without_blanks(std::string_view text) {
  while (!text.empty() && is_ascii_blank(text.front())) text.remove_prefix(1);
  return text;
}

bool ends_with_name(std::string_view text, std::string_view lower_name) {
  return text.size() >= lower_name.size() &&
         same_name(text.substr(text.size() - lower_name.size()), lower_name);
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
  while (end > 0 && is_ascii_blank(head[end - 1])) --end;
  return end == 1 || head[end - 1] == ',';
}

// The format of news whose root element the first tag is.
std::optional<Format> news_format(std::string_view start) {
  const std::optional<Tag> tag = next_tag(start, 0);
  if (!tag) return std::nullopt;
  std::string_view name = tag->name;
  if (const std::size_t colon = name.find(':'); colon != name.npos) {
    name.remove_prefix(colon + 1);
  }
  if (name == "rss" || name == "feed" || name == "RDF") return Format::kFeed;
  if (name == "nitf") return Format::kNitf;
  if (name == "newsItem" || name == "newsMessage") return Format::kNewsMl;
  return std::nullopt;
}

// Whether the first tag is one that pages, or pieces of pages, begin with.
bool is_html(std::string_view start) {
  constexpr std::array<std::string_view, 15> kFirst = {
      "html", "head",    "body",   "title", "meta", "link", "article", "main",
      "div",  "section", "script", "h1",    "p",    "base", "center"};
  if (starts_with_name(start, "<!doctype html")) return true;
  const std::optional<Tag> tag = next_tag(start, 0);
  return tag && is_one_of(tag->name, kFirst);
}

// Whether the first line names columns: a headline or a body, and one more.
std::optional<Format> table_format(std::string_view text) {
  constexpr std::size_t kLongestName = 40;
  std::string_view line = text.substr(0, text.find('\n'));
  if (line.ends_with('\r')) line.remove_suffix(1);
  const char sign = field_sign(line);
  if (sign == 0) return std::nullopt;
  const FieldMap fields;
  std::size_t known = 0;
  bool has_text = false;
  for (const std::string& name : row_fields(line, sign)) {
    if (name.size() > kLongestName) return std::nullopt;
    const auto field = fields.find(trimmed(name));
    if (!field) continue;
    ++known;
    has_text = has_text || field->first == ArticleField::kHeadline ||
               field->first == ArticleField::kBody;
  }
  if (!has_text || known < 2) return std::nullopt;
  return sign == '\t' ? Format::kTsv : Format::kCsv;
}

// Mail by its headers: from whom, and one that only mail has. An mbox begins
// with a line "From " of its own.
std::optional<Format> mail_format(std::string_view text) {
  const bool many = text.starts_with("From ");
  std::string_view head = text;
  if (many) {
    const std::size_t line = text.find('\n');
    if (line == std::string_view::npos ||
        text.substr(0, line).find(':') == std::string_view::npos) {
      return std::nullopt;
    }
    head.remove_prefix(line + 1);
  }
  const std::size_t colon = head.find(':');
  if (colon == std::string_view::npos ||
      head.substr(0, colon).find_first_of(" \t\n<") != std::string_view::npos) {
    return std::nullopt;
  }
  if (many) return Format::kMbox;
  const HeaderLines lines(head.substr(0, header_end(head).lines));
  if (lines.value("From").empty()) return std::nullopt;
  for (const char* sign :
       {"Message-ID", "MIME-Version", "Received", "Return-Path"}) {
    if (!lines.value(sign).empty()) return Format::kMail;
  }
  return std::nullopt;
}

// Whether what stands between "---" lines at the start names a field.
bool has_front_matter(std::string_view text) {
  const std::optional<Span> yaml = front_matter(text);
  if (!yaml) return false;
  const std::string_view content = yaml->of(text);
  const std::size_t colon = content.find(':');
  return colon != std::string_view::npos &&
         content.substr(0, colon).find(' ') == std::string_view::npos;
}

std::optional<Format> format_by_name(std::string_view name) {
  struct Named {
    std::string_view end;
    Format format;
  };
  constexpr std::array kNamed = {
      Named{".jsonl", Format::kJsonLines},
      Named{".ndjson", Format::kJsonLines},
      Named{".html", Format::kHtml},
      Named{".htm", Format::kHtml},
      Named{".xhtml", Format::kHtml},
      Named{".csv", Format::kCsv},
      Named{".tsv", Format::kTsv},
      Named{".tab", Format::kTsv},
      Named{".eml", Format::kMail},
      Named{".mbox", Format::kMbox},
      Named{".md", Format::kMarkdown},
      Named{".markdown", Format::kMarkdown},
  };
  for (const std::string_view packed : {".gz", ".bz2", ".xz", ".zst"}) {
    if (ends_with_name(name, packed)) name.remove_suffix(packed.size());
  }
  for (const Named& known : kNamed) {
    if (ends_with_name(name, known.end)) return known.format;
  }
  return std::nullopt;
}

// What begins with a tag, or is called SGML.
std::variant<Format, std::string> markup_format(std::string_view text,
                                                std::string_view start,
                                                bool named_sgml) {
  if (has_record(text, "REUTERS")) return Format::kReutersSgml;
  if (has_record(text, "DOC")) return Format::kTrecSgml;
  if (const auto news = news_format(start)) return *news;
  if (is_html(start)) return Format::kHtml;
  if (starts_with_name(start, "<?xml")) {
    return "XML of a kind that is not read (RSS, Atom, NITF, NewsML-G2, and "
           "<DOC> and <REUTERS> records are)";
  }
  if (named_sgml) return "SGML without <DOC> or <REUTERS> records";
  return Format::kPlainText;
}

}  // namespace

std::variant<Format, std::string> shown_format(std::string_view text,
                                               std::string_view name) {
  const std::string_view start = without_blanks(text);
  if (text.starts_with("WARC/1.") || text.starts_with("WARC/0.")) {
    return Format::kWarc;
  }
  const std::optional<Format> named = format_by_name(name);
  const bool named_sgml =
      ends_with_name(name, ".sgm") || ends_with_name(name, ".sgml");
  if (!start.empty() && (is_json_object(start) || start.front() == '[')) {
    const bool over_lines = is_json_over_lines(start);
    if (over_lines && named != Format::kJsonLines) return Format::kJson;
    if (start.front() == '{') return Format::kJsonLines;
  }
  if (named == Format::kJsonLines) return *named;
  if (named_sgml || (!start.empty() && start.front() == '<')) {
    std::variant<Format, std::string> markup =
        markup_format(text, start, named_sgml);
    if (!std::holds_alternative<Format>(markup) ||
        std::get<Format>(markup) != Format::kPlainText) {
      return markup;
    }
  }
  if (has_front_matter(text)) return Format::kMarkdown;
  if (const auto mail = mail_format(text)) return *mail;
  if (const auto table = table_format(text)) return *table;
  return named.value_or(Format::kPlainText);
}

}  // namespace broadsheet::read
