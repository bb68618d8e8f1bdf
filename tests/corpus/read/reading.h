// What readers give, as text: so that a failed claim shows the article.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "corpus/article/article.h"
#include "corpus/base/utf8.h"
#include "corpus/read/byte_source.h"
#include "corpus/read/reader.h"

namespace broadsheet::tests {

/// All that the reader of a file gives, in order.
inline std::vector<read::ReadResult> read_all(
    std::string bytes, std::string name = "file",
    const read::ReadOptions& options = {}) {
  const std::unique_ptr<read::Reader> reader = read::make_reader(
      read::memory_source(std::move(bytes), std::move(name)), options);
  std::vector<read::ReadResult> results;
  while (std::optional<read::ReadResult> result = reader->next()) {
    results.push_back(*std::move(result));
  }
  return results;
}

inline void add_field(std::string& text, std::string_view name,
                      std::string_view value) {
  if (value.empty()) return;
  text += name;
  text += ": ";
  text += value;
  text += '\n';
}

/// The fields of `article` that are there, a line each.
inline std::string fields_of(const article::Article& article) {
  std::string text;
  add_field(text, "id", article.id);
  if (article.published) {
    add_field(text, "date", article::to_iso(*article.published));
  }
  if (article.updated) {
    add_field(text, "updated", article::to_iso(*article.updated));
  }
  add_field(text, "place", article.place);
  add_field(text, "source", article.source);
  add_field(text, "section", article.section);
  add_field(text, "url", article.url);
  add_field(text, "language", article.language);
  for (const std::string& author : article.authors) {
    add_field(text, "author", author);
  }
  for (const std::string& topic : article.topics) {
    add_field(text, "topic", topic);
  }
  return text;
}

/// Where the fields of `article` were found, a line each.
inline std::string sources_of(const article::Article& article) {
  std::string text;
  for (const article::FieldSource& source : article.sources) {
    std::string where = source.where;
    if (!source.written.empty()) where += " (" + source.written + ")";
    add_field(text, source.field, where);
  }
  return text;
}

/// The paragraphs of `article` with their zones, a line each; line breaks
/// within them as '/'.
inline std::string paragraphs_of(const article::Article& article) {
  std::string text;
  for (const article::Paragraph& paragraph : article.paragraphs) {
    std::string line(paragraph.bytes.of(article.text));
    for (char& c : line) {
      if (c == '\n') c = '/';
    }
    add_field(text, article::to_string(paragraph.zone), line);
  }
  return text;
}

/// "skipped: REASON" or "warning: REASON", and an article's paragraphs.
inline std::string outline_of(const read::ReadResult& result) {
  if (const auto* problem = std::get_if<article::Problem>(&result)) {
    const bool skipped = problem->kind == article::Problem::Kind::kSkipped;
    return (skipped ? "skipped: " : "warning: ") + problem->reason + '\n';
  }
  return paragraphs_of(std::get<article::Article>(result));
}

/// The outlines of all results, one after another.
inline std::string outlines_of(const std::vector<read::ReadResult>& results) {
  std::string text;
  for (const read::ReadResult& result : results) text += outline_of(result);
  return text;
}

/// The only article among `results`; an empty one if there is none or several.
inline article::Article only_article(
    const std::vector<read::ReadResult>& results) {
  article::Article found;
  std::size_t count = 0;
  for (const read::ReadResult& result : results) {
    if (const auto* one = std::get_if<article::Article>(&result)) {
      found = *one;
      ++count;
    }
  }
  return count == 1 ? found : article::Article{};
}

/// What an article must be whatever it was read from; "" if it is, else what
/// is wrong: valid UTF-8 without NUL, paragraphs in order, disjoint, within the
/// text, not empty, and the headline first.
inline std::string fault_of(const article::Article& article) {
  const std::string& text = article.text;
  if (!is_valid_utf8(text)) return "the text is not UTF-8";
  if (text.find('\0') != std::string::npos) return "the text holds a NUL";
  std::size_t end = 0;
  for (std::size_t i = 0; i < article.paragraphs.size(); ++i) {
    const article::Paragraph& paragraph = article.paragraphs[i];
    const Span bytes = paragraph.bytes;
    if (bytes.begin < end) return "paragraphs overlap";
    if (bytes.end <= bytes.begin) return "an empty paragraph";
    if (bytes.end > text.size()) return "a paragraph behind the text";
    if (!is_valid_utf8(bytes.of(text))) return "a character cut in two";
    if (paragraph.zone == article::Zone::kHeadline && i > 0) {
      return "a headline that is not the first";
    }
    end = bytes.end;
  }
  return {};
}

}  // namespace broadsheet::tests
