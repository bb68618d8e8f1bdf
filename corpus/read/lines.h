// A text seen as lines, and the white space around words: what paragraphs,
// headlines and tables are recognised by.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "corpus/base/span.h"

namespace broadsheet::read {

/// A line of a text.
struct Line {
  Span bytes;              ///< Without outer white space; empty if blank.
  std::size_t indent = 0;  ///< White space before it, in columns of a terminal.
};

/// Whether `c` is white space: Unicode's White_Space and the byte order mark.
[[nodiscard]] bool is_white_space(char32_t c);

/// The part of `span` without white space at its ends.
[[nodiscard]] Span trimmed(std::string_view text, Span span);

/// `text` without white space at its ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// Goes through the lines of a part of a text, blank ones included. "\n",
/// "\r\n" and "\r" end a line.
class LineCursor {
 public:
  /// `text` must outlive the cursor.
  LineCursor(std::string_view text, Span part) : text_(text), rest_(part) {}

  /// The next line; nothing at the end.
  [[nodiscard]] std::optional<Line> next();

 private:
  std::string_view text_;
  Span rest_;
};

/// Whether the prose in `text` ends as a sentence does: a full stop, question
/// or exclamation mark, perhaps within closing quotation marks or brackets.
[[nodiscard]] bool ends_sentence(std::string_view text);

/// Whether the first letter of `text` is a small one.
[[nodiscard]] bool starts_small(std::string_view text);

/// Whether `a` and `b` are the same but for the blanks and line breaks in them.
[[nodiscard]] bool same_words(std::string_view a, std::string_view b);

}  // namespace broadsheet::read
