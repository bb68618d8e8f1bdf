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

// One character as it is shown, or the escape that stands for it.
struct Cell {
  std::uint32_t begin = 0;  // Of its bytes in the paragraph's text.
  std::uint8_t width = 0;
  Look look = Look::kPlain;
  bool blank = false;
  bool may_break_before = false;
};

// A paragraph as it is shown, before it is cut into lines.
struct Shown {
  std::string text;
  std::vector<Cell> cells;

  // The bytes of the cells [begin, end).
  [[nodiscard]] std::string_view of(std::size_t begin, std::size_t end) const {
    const std::size_t from =
        begin < cells.size() ? cells[begin].begin : text.size();
    const std::size_t to = end < cells.size() ? cells[end].begin : text.size();
    return std::string_view(text).substr(from, to - from);
  }
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

// Collects pieces into what is shown.
class Collector {
 public:
  explicit Collector(const Style& style) : style_(style) {}

  void add(const Piece& piece) {
    const bool marked = piece.look == Look::kMark;
    if (marked) add_text(style_.mark_before, piece.look, false);
    // Nothing comes between a mark's signs and its words, and no line break.
    const bool keep = marked && !style_.mark_before.empty();
    add_text(piece.text, piece.look, keep);
    if (marked) add_text(style_.mark_after, piece.look, true);
  }

  [[nodiscard]] Shown take() {
    if (!shown_.cells.empty() && shown_.cells.back().blank) {
      shown_.text.resize(shown_.cells.back().begin);
      shown_.cells.pop_back();
    }
    return std::move(shown_);
  }

 private:
  void add_text(std::string_view text, Look look, bool keep_with_last) {
    shown_.text.reserve(shown_.text.size() + text.size());
    shown_.cells.reserve(shown_.cells.size() + text.size());
    for (std::size_t i = 0; i < text.size();) {
      const std::size_t plain = i;
      while (i < text.size() && is_plain(text[i])) ++i;
      if (i > plain) {
        add_plain(text.substr(plain, i - plain), look, keep_with_last);
        keep_with_last = false;
        continue;
      }
      const CodePoint point = code_point_at(text, i);
      const std::string_view bytes = text.substr(i, point.bytes);
      i += point.bytes;
      if (is_blank(point.value)) {
        add_blank(look);
      } else {
        add_character(point.value, bytes, look, keep_with_last);
        keep_with_last = false;
      }
    }
  }

  // What nearly all text is: bytes that are seen as they are, a column each.
  static bool is_plain(char byte) { return byte > 0x20 && byte < 0x7F; }

  void add_plain(std::string_view bytes, Look look, bool keep_with_last) {
    const bool may_break_before =
        !shown_.cells.empty() && !keep_with_last &&
        (shown_.cells.back().blank || (last_was_wide_ && !opens(last_)));
    for (std::size_t i = 0; i < bytes.size(); ++i) {
      shown_.cells.push_back(
          {static_cast<std::uint32_t>(shown_.text.size() + i), 1, look, false,
           i == 0 && may_break_before});
    }
    shown_.text += bytes;
    last_was_wide_ = false;
    last_ = static_cast<unsigned char>(bytes.back());
  }

  void add_character(char32_t c, std::string_view bytes, Look look,
                     bool keep_with_last) {
    const std::string visible_bytes = visible(bytes);
    Cell cell{static_cast<std::uint32_t>(shown_.text.size()),
              static_cast<std::uint8_t>(display_width(visible_bytes)), look};
    const bool wide = cell.width == 2 && visible_bytes == bytes;
    shown_.text += visible_bytes;
    if (!shown_.cells.empty() && !keep_with_last) {
      cell.may_break_before = shown_.cells.back().blank ||
                              ((wide || last_was_wide_) && cell.width > 0 &&
                               !closes(c) && !opens(last_));
    }
    last_was_wide_ = wide || (cell.width == 0 && last_was_wide_);
    last_ = c;
    shown_.cells.push_back(cell);
  }

  void add_blank(Look look) {
    if (shown_.cells.empty() || shown_.cells.back().blank) return;
    shown_.cells.push_back(
        {static_cast<std::uint32_t>(shown_.text.size()), 1, look, true, false});
    shown_.text += ' ';
    last_was_wide_ = false;
    last_ = ' ';
  }

  const Style& style_;
  Shown shown_;
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

std::string painted(const Shown& shown, std::size_t begin, std::size_t end,
                    bool color) {
  if (end > begin && shown.cells[end - 1].blank) --end;
  if (!color) return std::string(shown.of(begin, end));
  std::string line;
  while (begin < end) {
    const Look look = shown.cells[begin].look;
    std::size_t same = begin + 1;
    while (same < end && shown.cells[same].look == look) ++same;
    line += sequence_of(look);
    line += shown.of(begin, same);
    if (!sequence_of(look).empty()) line += kReset;
    begin = same;
  }
  return line;
}

}  // namespace

std::string wrap(const std::vector<Piece>& pieces, const Piece& first,
                 const Style& style) {
  Collector collector(style);
  for (const Piece& piece : pieces) collector.add(piece);
  const Shown shown = collector.take();
  const std::vector<Cell>& cells = shown.cells;

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
    lines += painted(shown, begin, end, style.color);
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
