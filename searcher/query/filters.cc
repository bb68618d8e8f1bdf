#include "searcher/query/filters.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <utility>

namespace broadsheet::searcher::query {
namespace {

using Read = std::variant<Node, QueryError>;

constexpr std::uint32_t kMostWords = std::numeric_limits<std::uint32_t>::max();

std::optional<std::uint32_t> number(std::string_view text) {
  std::uint32_t value = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (text.empty() || error != std::errc() || stop != end) return std::nullopt;
  return value;
}

QueryError bad_number(std::string_view text, Span span) {
  return {.code = "bad-number",
          .span = span,
          .message = text.empty()
                         ? "a number of words is missing"
                         : '"' + std::string(text) + "\" is no number of words",
          .hint = "write wc>1500, wc:800 or a range: wc:500..1500"};
}

Read counted(std::uint64_t least, std::uint64_t most, std::string text,
             Span source) {
  if (least > most) {
    return QueryError{.code = "empty-range",
                      .span = source,
                      .message = "no number of words lies in this range",
                      .hint = "put the smaller number first"};
  }
  return Node{
      WordCountFilter{static_cast<std::uint32_t>(least),
                      static_cast<std::uint32_t>(most), std::move(text)},
      source};
}

Read word_count(std::string_view value, std::string text, Span source) {
  const std::size_t dots = value.find("..");
  if (dots == std::string_view::npos) {
    const auto exactly = number(value);
    if (!exactly) return bad_number(value, source);
    return counted(*exactly, *exactly, std::move(text), source);
  }
  const std::string_view first = value.substr(0, dots);
  const std::string_view second = value.substr(dots + 2);
  const auto least =
      first.empty() ? std::optional<std::uint32_t>(0) : number(first);
  const auto most = second.empty() ? std::optional(kMostWords) : number(second);
  if (!least || !most || (first.empty() && second.empty())) {
    return bad_number(value, source);
  }
  return counted(*least, *most, std::move(text), source);
}

/// "en" of "en", "EN" and "en-GB"; empty if `text` is no such code.
std::string language_code(std::string_view text) {
  if (text.size() > 2 && (text[2] == '-' || text[2] == '_')) {
    text = text.substr(0, 2);
  }
  std::string code;
  for (const char c : text) {
    if (c >= 'A' && c <= 'Z') {
      code += static_cast<char>(c - 'A' + 'a');
    } else if (c >= 'a' && c <= 'z') {
      code += c;
    }
  }
  return code.size() == 2 && text.size() == 2 ? code : "";
}

Read language(std::string_view value, Span source) {
  const std::string code = language_code(value);
  if (code.empty()) {
    return QueryError{
        .code = "bad-operand",
        .span = source,
        .message = '"' + std::string(value) + "\" is no code of a language",
        .hint = "write two letters: lang:en, lang:de, lang:ja"};
  }
  return Node{LanguageFilter{code}, source};
}

Read story(std::string_view value, Span source) {
  using Which = StoryFilter::Which;
  if (value == "first") return Node{StoryFilter{Which::kFirst, {}}, source};
  if (value == "later") return Node{StoryFilter{Which::kLater, {}}, source};
  if (value == "all") return Node{StoryFilter{Which::kAll, {}}, source};
  return QueryError{
      .code = "bad-operand",
      .span = source,
      .message = "dup: asks for articles by their place in a story, and \"" +
                 std::string(value) + "\" is none",
      .hint = "write dup:first, dup:later or dup:all"};
}

}  // namespace

Read read_filter(std::string_view query, const Token& value,
                 const Token& field) {
  const std::string_view text = value.text.of(query);
  if (text.empty()) {
    return QueryError{.code = "empty-phrase",
                      .span = value.span,
                      .message = "there is nothing in these quotation marks",
                      .hint = ""};
  }
  switch (field.field.kind) {
    case FieldKind::kLanguage:
      return language(text, value.span);
    case FieldKind::kWordCount:
      return word_count(text, "wc:" + std::string(text), value.span);
    case FieldKind::kIdentity:
      return Node{IdentityFilter{std::string(text)}, value.span};
    case FieldKind::kUrl:
      return Node{OriginFilter{OriginFilter::Of::kUrl, std::string(text)},
                  value.span};
    case FieldKind::kPath:
      return Node{OriginFilter{OriginFilter::Of::kPath, std::string(text)},
                  value.span};
    default:
      return story(text, value.span);
  }
}

Read read_word_count(std::string_view query, const Token& comparison) {
  const std::string_view value = comparison.text.of(query);
  const std::string& sign = comparison.comparison;
  const auto bound = number(value);
  if (!bound) return bad_number(value, comparison.span);
  std::uint64_t least = 0;
  std::uint64_t most = kMostWords;
  if (sign == ">") least = std::uint64_t{*bound} + 1;
  if (sign == ">=") least = *bound;
  if (sign == "<=") most = *bound;
  if (sign == "<") {
    if (*bound == 0) least = 1;
    most = *bound == 0 ? 0 : *bound - 1;
  }
  return counted(least, most, "wc" + sign + std::to_string(*bound),
                 comparison.span);
}

}  // namespace broadsheet::searcher::query
