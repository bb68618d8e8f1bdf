#include "searcher/render/wrap.h"

#include <algorithm>
#include <cstdint>

#include "corpus/base/utf8.h"
#include "corpus/base/visible.h"
#include "corpus/base/width.h"

namespace broadsheet::searcher::render {
namespace {

// Below this many columns for text, an indent costs more than it shows.
constexpr std::size_t kLeastColumns = 12;

// One character as it is shown, or one escape of a character.
struct Cell {
  std::string bytes;
  std::size_t width = 0;
  Look look = Look::kPlain;
  bool blank = false;
  bool may_break_before = false;
};

std::string_view sequence_of(Look look) {
  switch (look) {
    case Look::kHeadline:
      return "\x1b[1m";
    case Look::kFacts:
      return "\x1b[36m";
    case Look::kNumber:
      return "\x1b[32m";
    case Look::kMark:
      return "\x1b[1;31m";
    case Look::kContext:
      return "\x1b[2m";
    case Look::kPlain:
      break;
  }
  return "";
}

constexpr std::string_view kReset = "\x1b[0m";

bool is_blank(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0x3000;
}

// Characters that East Asian typesetting keeps on the line of the one before.
bool closes(char32_t c) {
  switch (c) {
    case U'、':
    case U'。':
    case U'，':
    case U'．':
    case U'」':
    case U'』':
    case U'）':
    case U'】':
    case U'〉':
    case U'》':
    case U'！':
    case U'？':
    case U'：':
    case U'；':
    case U'ー':
      return true;
    default:
      // Small kana, and the modifiers that colour the emoji before them.
      return c == U'っ' || c == U'ゃ' || c == U'ゅ' || c == U'ょ' ||
             c == U'ッ' || c == U'ャ' || c == U'ュ' || c == U'ョ' ||
             (c >= 0x1F3FB && c <= 0x1F3FF);
  }
}

bool opens(char32_t c) {
  return c == U'「' || c == U'『' || c == U'（' || c == U'【' || c == U'〈' ||
         c == U'《' || c == 0x200D;
}

class Cells {
 public:
  explicit Cells(const Style& style) : style_(style) {}

  void add(const Piece& piece) {
    const bool marked = piece.look == Look::kMark;
    if (marked) add_text(style_.mark_before, piece.look, false);
    // Nothing comes between a mark's signs and its words, and no line break.
    const bool keep = marked && !style_.mark_before.empty();
    add_text(piece.text, piece.look, keep);
    if (marked) add_text(style_.mark_after, piece.look, true);
  }

  [[nodiscard]] std::vector<Cell> take() {
    while (!cells_.empty() && cells_.back().blank) cells_.pop_back();
    return std::move(cells_);
  }

 private:
  void add_text(std::string_view text, Look look, bool keep_with_last) {
    for (std::size_t i = 0; i < text.size();) {
      const CodePoint point = code_point_at(text, i);
      const std::string_view bytes = text.substr(i, point.bytes);
      i += point.bytes;
      if (is_blank(point.value)) {
        add_blank(look);
        continue;
      }
      Cell cell;
      cell.look = look;
      if (point.value > 0x20 && point.value < 0x7F) {
        cell.bytes = bytes;
        cell.width = 1;
      } else {
        cell.bytes = visible(bytes);
        cell.width = display_width(cell.bytes);
      }
      const bool wide = cell.width == 2 && cell.bytes == bytes;
      if (!cells_.empty() && !keep_with_last) {
        cell.may_break_before = cells_.back().blank ||
                                ((wide || last_was_wide_) && cell.width > 0 &&
                                 !closes(point.value) && !opens(last_));
      }
      keep_with_last = false;
      last_was_wide_ = wide || (cell.width == 0 && last_was_wide_);
      last_ = point.value;
      cells_.push_back(std::move(cell));
    }
  }

  void add_blank(Look look) {
    if (cells_.empty() || cells_.back().blank) return;
    cells_.push_back({" ", 1, look, true, false});
    last_was_wide_ = false;
    last_ = ' ';
  }

  const Style& style_;
  std::vector<Cell> cells_;
  bool last_was_wide_ = false;
  char32_t last_ = 0;
};

// The end of the line that starts at cell `begin` and has `columns` columns:
// at least one cell further.
std::size_t end_of_line(const std::vector<Cell>& cells, std::size_t begin,
                        std::size_t columns) {
  std::size_t used = 0;
  std::size_t last_break = begin;
  for (std::size_t i = begin; i < cells.size(); ++i) {
    if (i > begin && cells[i].may_break_before) last_break = i;
    used += cells[i].width;
    if (used <= columns || cells[i].blank) continue;
    if (last_break > begin) return last_break;
    return std::max(i, begin + 1);
  }
  return cells.size();
}

std::string painted(const std::vector<Cell>& cells, std::size_t begin,
                    std::size_t end, bool color) {
  while (end > begin && cells[end - 1].blank) --end;
  std::string line;
  Look look = Look::kPlain;
  for (std::size_t i = begin; i < end; ++i) {
    if (color && cells[i].look != look) {
      if (!sequence_of(look).empty()) line += kReset;
      look = cells[i].look;
      line += sequence_of(look);
    }
    line += cells[i].bytes;
  }
  if (color && !sequence_of(look).empty()) line += kReset;
  return line;
}

}  // namespace

std::string wrap(const std::vector<Piece>& pieces, const Piece& first,
                 const Style& style) {
  Cells collected(style);
  for (const Piece& piece : pieces) collected.add(piece);
  const std::vector<Cell> cells = collected.take();

  std::string before(first.text);
  std::size_t indent = display_width(before);
  std::size_t columns = SIZE_MAX;
  std::size_t room = SIZE_MAX;  // Of the line being filled.
  if (style.width > 0) {
    if (style.width < indent + kLeastColumns) {
      before.erase(0, before.find_first_not_of(' '));
      indent = 0;
    }
    columns = style.width - indent;
    const std::size_t taken = display_width(before) - indent;
    room = columns > taken ? columns - taken : 1;
  }
  if (style.color && !sequence_of(first.look).empty() && !before.empty()) {
    before.insert(std::min(before.find_first_not_of(' '), before.size()),
                  sequence_of(first.look));
    before += kReset;
  }

  std::string lines = before;
  std::size_t begin = 0;
  while (begin < cells.size()) {
    const std::size_t end = end_of_line(cells, begin, room);
    lines += painted(cells, begin, end, style.color);
    begin = end;
    while (begin < cells.size() && cells[begin].blank) ++begin;
    room = columns;
    if (begin < cells.size()) {
      lines += '\n';
      lines.append(indent, ' ');
    }
  }
  lines += '\n';
  return lines;
}

}  // namespace broadsheet::searcher::render
