// Both kinds of copy are read as blocks of lines between blank lines; they
// differ in what starts a paragraph within a block.
#include "corpus/read/paragraphs.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>

#include "corpus/base/width.h"
#include "corpus/read/lines.h"

namespace broadsheet::read {
namespace {

// Lines that were wrapped are about as wide as a column, a page or a terminal.
constexpr std::size_t kNarrowest = 40;
constexpr std::size_t kWidest = 100;

// A block of more lines is taken in parts, to bound the memory it takes.
constexpr std::size_t kMostLines = 4096;

// A line with its width in columns of a terminal; wire copy needs none.
struct WideLine : Line {
  std::size_t columns = 0;
};

using Block = std::vector<WideLine>;

// Goes through the blocks of lines between blank lines, one at a time.
class BlockCursor {
 public:
  BlockCursor(std::string_view text, Span part, bool with_widths)
      : text_(text), lines_(text, part), with_widths_(with_widths) {}

  // The next block; an empty one at the end.
  Block next() {
    Block block;
    while (block.size() < kMostLines) {
      const std::optional<Line> line = lines_.next();
      if (!line) break;
      if (!line->bytes.empty()) {
        const std::size_t columns =
            with_widths_ ? display_width(line->bytes.of(text_)) : 0;
        block.push_back({*line, columns});
      } else if (!block.empty()) {
        break;
      }
    }
    return block;
  }

 private:
  std::string_view text_;
  LineCursor lines_;
  bool with_widths_;
};

// A byte of `bytes` that is 0 has its top bit set; so may bytes above it.
constexpr std::uint64_t kOnes = 0x0101010101010101;
constexpr std::uint64_t zero_bytes(std::uint64_t bytes) {
  return (bytes - kOnes) & ~bytes & kOnes * 0x80;
}

// Whether there may be two blanks side by side, or a tab: says no to nearly all
// lines that have neither. Eight bytes at a time, the last of which are the
// first of the next, as every line of an article goes through.
bool may_have_gap(std::string_view line) {
  constexpr std::size_t kStep = sizeof(std::uint64_t);
  if (line.size() < kStep) return true;
  for (std::size_t i = 0;; i += kStep - 1) {
    i = std::min(i, line.size() - kStep);
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, line.data() + i, kStep);
    const std::uint64_t blanks = zero_bytes(bytes ^ kOnes * ' ');
    const std::uint64_t tabs = zero_bytes(bytes ^ kOnes * '\t');
    if (((blanks & blanks << 8) | tabs) != 0) return true;
    if (i + kStep == line.size()) return false;
  }
}

// Cells of a table stand apart by tabs or runs of blanks. After a full stop two
// blanks are typist's habit.
bool is_table_row(std::string_view line) {
  if (!may_have_gap(line)) return false;
  std::size_t gaps = 0;
  for (std::size_t i = 1; i < line.size();) {
    if (line[i] == '\t') return true;
    if (line[i] != ' ') {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < line.size() && line[end] == ' ') ++end;
    const char before = line[i - 1];
    const bool stop = before == '.' || before == '?' || before == '!' ||
                      before == '"' || before == ',';
    if (end - i >= 3 && end - i < line.size()) return true;
    if (end - i == 2 && !stop) ++gaps;
    i = end;
  }
  return gaps >= 2;
}

// Whether the lines are wrapped prose: none too long, most of them filled, or a
// sentence seen to go on, and most not ended by a full stop.
bool looks_wrapped(std::string_view text, const Block& block) {
  std::size_t filled = 0;
  std::size_t going_on = 0;
  bool small = false;
  for (std::size_t i = 0; i < block.size(); ++i) {
    if (block[i].columns > kWidest) return false;
    if (i + 1 == block.size()) break;
    const bool next_small = starts_small(block[i + 1].bytes.of(text));
    if (block[i].columns >= kNarrowest) ++filled;
    if (next_small || !ends_sentence(block[i].bytes.of(text))) ++going_on;
    small = small || next_small;
  }
  const std::size_t breaks = block.size() - 1;
  return going_on * 2 >= breaks && (small || filled * 2 > breaks);
}

// Whether the writer ended the line where the next word had room: a paragraph
// ends there.
bool is_short(const WideLine& line, std::string_view next, std::size_t width) {
  const std::size_t word = std::min(next.find(' '), next.size());
  return line.columns + 1 + word + width / 4 < width;
}

// Joins the lines of wrapped prose but where one is indented more than the
// others, or the one before it is short and its sentence does not go on.
void add_wrapped(std::string_view text, const Block& block,
                 std::vector<Span>& paragraphs) {
  std::size_t margin = block.front().indent;
  std::size_t width = 0;
  for (const WideLine& line : block) {
    margin = std::min(margin, line.indent);
    width = std::max(width, line.columns);
  }
  for (std::size_t i = 0; i < block.size(); ++i) {
    const std::string_view line = block[i].bytes.of(text);
    const bool starts =
        i == 0 || block[i].indent >= margin + 2 ||
        (is_short(block[i - 1], line, width) && !starts_small(line));
    if (starts) {
      paragraphs.push_back(block[i].bytes);
    } else {
      paragraphs.back().end = block[i].bytes.end;
    }
  }
}

// Each line is a paragraph, but where a sentence is seen to go on.
void add_lines(std::string_view text, const Block& block,
               std::vector<Span>& paragraphs) {
  for (std::size_t i = 0; i < block.size(); ++i) {
    const std::string_view line = block[i].bytes.of(text);
    if (i > 0 && block[i - 1].columns <= kWidest && starts_small(line) &&
        !ends_sentence(block[i - 1].bytes.of(text))) {
      paragraphs.back().end = block[i].bytes.end;
    } else {
      paragraphs.push_back(block[i].bytes);
    }
  }
}

void add_prose(std::string_view text, const Block& block,
               std::vector<Span>& paragraphs) {
  if (block.size() > 1 && looks_wrapped(text, block)) {
    add_wrapped(text, block, paragraphs);
  } else {
    add_lines(text, block, paragraphs);
  }
}

}  // namespace

std::vector<Span> prose_paragraphs(std::string_view text, Span part) {
  std::vector<Span> paragraphs;
  BlockCursor blocks(text, part, true);
  for (Block block = blocks.next(); !block.empty(); block = blocks.next()) {
    // Rows of tables part the prose around them.
    if (std::none_of(block.begin(), block.end(), [&](const WideLine& line) {
          return is_table_row(line.bytes.of(text));
        })) {
      add_prose(text, block, paragraphs);
      continue;
    }
    Block prose;
    for (const WideLine& line : block) {
      if (!is_table_row(line.bytes.of(text))) {
        prose.push_back(line);
        continue;
      }
      add_prose(text, prose, paragraphs);
      prose.clear();
      paragraphs.push_back(line.bytes);
    }
    add_prose(text, prose, paragraphs);
  }
  return paragraphs;
}

std::vector<Span> wire_paragraphs(std::string_view text, Span part) {
  std::vector<Span> paragraphs;
  BlockCursor blocks(text, part, false);
  for (Block block = blocks.next(); !block.empty(); block = blocks.next()) {
    bool after_row = true;
    for (const WideLine& line : block) {
      const bool row = is_table_row(line.bytes.of(text));
      if (after_row || row || line.indent > 0) {
        paragraphs.push_back(line.bytes);
      } else {
        paragraphs.back().end = line.bytes.end;
      }
      after_row = row;
    }
  }
  return paragraphs;
}

}  // namespace broadsheet::read
