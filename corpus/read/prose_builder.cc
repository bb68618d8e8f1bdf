#include "corpus/read/prose_builder.h"

#include <algorithm>
#include <array>
#include <utility>

namespace broadsheet::read {
namespace {

constexpr std::array<bool, 256> kSpace = [] {
  std::array<bool, 256> table{};
  for (const char c : {' ', '\t', '\n', '\r', '\f', '\v'}) {
    table[static_cast<unsigned char>(c)] = true;
  }
  return table;
}();

bool is_space(char c) { return kSpace[static_cast<unsigned char>(c)]; }

}  // namespace

void set_prose(ArticleParts& parts, Prose prose) {
  parts.body = std::move(prose.text);
  parts.marked = std::move(prose.marked);
}

void ProseBuilder::add(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size()) {
    const std::size_t begin = i;
    while (i < text.size() && !is_space(text[i])) ++i;
    if (i > begin) {
      open_text();
      prose_.text += text.substr(begin, i - begin);
    }
    if (i == text.size()) return;
    break_ = std::max(break_, Break::kBlank);
    while (i < text.size() && is_space(text[i])) ++i;
  }
}

void ProseBuilder::add_lines(std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    if (line.find_first_not_of(" \t\r\f\v") == std::string_view::npos) {
      paragraph_break();
    } else {
      add(line);
      line_break();
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

void ProseBuilder::line_break() { break_ = std::max(break_, Break::kLine); }

void ProseBuilder::paragraph_break(article::Zone zone) {
  close_paragraph();
  break_ = Break::kParagraph;
  zone_ = zone;
}

Prose ProseBuilder::take() {
  close_paragraph();
  Prose prose = std::move(prose_);
  *this = ProseBuilder();
  return prose;
}

void ProseBuilder::close_paragraph() {
  if (at_start()) return;
  if (zone_ != article::Zone::kBody) {
    prose_.marked.push_back({{begin_, prose_.text.size()}, zone_});
  }
}

// Writes the break before a text.
void ProseBuilder::open_text() {
  switch (break_) {
    case Break::kNone:
      return;
    case Break::kBlank:
      prose_.text += ' ';
      break;
    case Break::kLine:
      prose_.text += '\n';
      break;
    case Break::kParagraph:
      if (!prose_.text.empty()) prose_.text += "\n\n";
      begin_ = prose_.text.size();
      break;
  }
  break_ = Break::kNone;
}

}  // namespace broadsheet::read
