#include "corpus/read/sgml_prose.h"

#include <array>
#include <optional>

#include "corpus/read/ascii.h"
#include "corpus/read/lines.h"
#include "corpus/read/sgml.h"

namespace broadsheet::read {
namespace {

// Tags that stand within a line of prose; every other one ends a paragraph.
constexpr std::array<std::string_view, 10> kInlineTags = {
    "B", "I", "EM", "STRONG", "A", "SPAN", "U", "F", "SUP", "SUB"};

// Appends `content`, which holds no tag, with its references replaced.
void append_prose(std::string& text, std::string_view content) {
  const bool opens = text.empty() || text.ends_with("\n\n");
  const std::size_t begin = opens ? content.find_first_not_of(" \t\r\n") : 0;
  if (begin < content.size()) text += decode_references(content.substr(begin));
}

}  // namespace

std::string sgml_prose(std::string_view content) {
  std::string prose;
  std::size_t done = 0;
  for (std::optional<Tag> tag = next_tag(content, 0); tag;
       tag = next_tag(content, done)) {
    append_prose(prose, content.substr(done, tag->bytes.begin - done));
    if (!is_one_of(tag->name, kInlineTags)) append_paragraph_break(prose);
    done = tag->bytes.end;
  }
  append_prose(prose, content.substr(done));
  return std::string(trimmed(prose));
}

std::string sgml_line(std::string_view content) {
  std::string line;
  bool blank = false;
  for (const char c : sgml_prose(content)) {
    const bool space = is_ascii_blank(c);
    if (!space) line += c;
    if (space && !blank) line += ' ';
    blank = space;
  }
  return line;
}

void append_paragraph_break(std::string& text) {
  text.resize(trimmed(text, {0, text.size()}).end);
  if (!text.empty()) text += "\n\n";
}

}  // namespace broadsheet::read
