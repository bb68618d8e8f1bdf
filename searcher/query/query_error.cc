#include "searcher/query/query_error.h"

#include <algorithm>

#include "corpus/base/utf8.h"
#include "corpus/base/visible.h"
#include "corpus/base/width.h"

namespace broadsheet::searcher::query {
namespace {

constexpr std::string_view kEllipsis = "…";
constexpr std::size_t kIndent = 2;
constexpr std::size_t kNarrowest = 20;  ///< No terminal is taken for narrower.

/// One line of query with the columns that the caret points at, half-open.
struct Window {
  std::string line;
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The longest end of `text` that takes at most `columns`.
std::string_view last_columns(std::string_view text, std::size_t columns) {
  std::size_t begin = text.size();
  std::size_t taken = 0;
  while (begin > 0) {
    const CodePoint point = code_point_before(text, begin);
    const std::size_t width = display_width(point.value);
    if (taken + width > columns) break;
    taken += width;
    begin -= point.bytes;
  }
  return text.substr(begin);
}

std::string_view first_columns(std::string_view text, std::size_t columns) {
  std::size_t end = 0;
  std::size_t taken = 0;
  while (end < text.size()) {
    const CodePoint point = code_point_at(text, end);
    const std::size_t width = display_width(point.value);
    if (taken + width > columns) break;
    taken += width;
    end += point.bytes;
  }
  return text.substr(0, end);
}

/// `text`, ended by "…" if it takes more than `columns`.
std::string shortened(const std::string& text, std::size_t columns) {
  if (display_width(text) <= columns) return text;
  return std::string(first_columns(text, columns - 1)) + std::string(kEllipsis);
}

/// `query` as shown, cut to `columns` around `span`: a third of them before it.
Window window(std::string_view query, Span span, std::size_t columns) {
  const std::string before = visible(query.substr(0, span.begin));
  const std::string marked = visible(span.of(query));
  const std::string after = visible(query.substr(span.end));
  Window cut;
  if (display_width(before) + display_width(marked) + display_width(after) <=
      columns) {
    cut.line = before + marked + after;
    cut.begin = display_width(before);
    cut.end = cut.begin + display_width(marked);
    return cut;
  }
  const std::size_t left = columns / 3;
  if (display_width(before) > left) {
    cut.line =
        std::string(kEllipsis) + std::string(last_columns(before, left - 1));
  } else {
    cut.line = before;
  }
  cut.begin = display_width(cut.line);
  cut.line += shortened(marked + after, columns - cut.begin);
  cut.end =
      std::min(cut.begin + display_width(marked), display_width(cut.line));
  return cut;
}

}  // namespace

std::string render(const QueryError& error, std::string_view query,
                   std::size_t width) {
  const std::size_t columns = std::max(width, kNarrowest) - kIndent;
  const Span span{std::min(error.span.begin, query.size()),
                  std::clamp(error.span.end, error.span.begin, query.size())};
  const Window shown = window(query, span, columns);
  const std::string indent(kIndent, ' ');
  constexpr std::size_t kLongestLine = 400;

  std::string text = "broadsheet-search: query error [" + error.code +
                     "]: " + shortened(visible(error.message), kLongestLine) +
                     '\n';
  if (!shown.line.empty()) {
    text += indent + shown.line + '\n';
    text += indent + std::string(shown.begin, ' ') + '^';
    if (shown.end > shown.begin + 1) {
      text += std::string(shown.end - shown.begin - 1, '~');
    }
    text += '\n';
  }
  if (!error.hint.empty()) {
    text +=
        indent + "help: " + shortened(visible(error.hint), kLongestLine) + '\n';
  }
  return text;
}

}  // namespace broadsheet::searcher::query
