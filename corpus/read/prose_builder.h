// Prose out of markup: white space as a browser shows it, a blank line between
// paragraphs, and which of them are captions and the like.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/article/article.h"
#include "corpus/read/article_parts.h"

namespace broadsheet::read {

/// What ArticleParts takes of a text.
struct Prose {
  std::string text;
  std::vector<MarkedPart> marked;
};

/// Makes `prose` the body of `parts`.
void set_prose(ArticleParts& parts, Prose prose);

/// Takes a text in pieces, in reading order.
class ProseBuilder {
 public:
  /// Adds `text` as it is; runs of ASCII white space become one blank, at the
  /// start of a paragraph or line nothing.
  void add(std::string_view text);

  /// Adds plain text: its lines stay lines, and blank ones part paragraphs.
  void add_lines(std::string_view text);

  /// The next text stands on a line of its own.
  void line_break();

  /// The next text is another paragraph, of this zone.
  void paragraph_break(article::Zone zone = article::Zone::kBody);

  /// What was added so far, without a break at its end.
  [[nodiscard]] const std::string& text() const { return prose_.text; }

  /// Whether nothing stands in the present paragraph yet.
  [[nodiscard]] bool at_start() const { return break_ == Break::kParagraph; }

  /// All of it; the builder is then as new.
  [[nodiscard]] Prose take();

 private:
  enum class Break : unsigned char { kNone, kBlank, kLine, kParagraph };

  void close_paragraph();
  void open_text();

  Prose prose_;
  Break break_ = Break::kParagraph;
  article::Zone zone_ = article::Zone::kBody;
  std::size_t begin_ = 0;  // Of the present paragraph.
};

}  // namespace broadsheet::read
