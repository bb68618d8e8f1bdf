#include "searcher/match/quotation_marks.h"

#include <unicode/uchar.h>

#include <array>
#include <optional>

#include "corpus/base/utf8.h"

namespace broadsheet::searcher::match {
namespace {

enum class Kind : unsigned char { kDouble, kSingle, kGuillemet, kCorner };

bool is_word(char32_t c) { return u_isalnum(static_cast<UChar32>(c)) != 0; }
bool is_blank(char32_t c) {
  return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}

std::optional<Kind> kind_of(char32_t c) {
  if (c == U'"' || (c >= U'\u201C' && c <= U'\u201F') || c == U'\uFF02' ||
      (c >= U'\u301D' && c <= U'\u301F')) {
    return Kind::kDouble;
  }
  if (c == U'\'' || (c >= U'\u2018' && c <= U'\u201B') || c == U'`') {
    return Kind::kSingle;
  }
  if (c == U'\u00AB' || c == U'\u00BB') return Kind::kGuillemet;
  if (c >= U'\u300C' && c <= U'\u300F') return Kind::kCorner;
  return std::nullopt;
}

/// A mark and what stands around it.
struct Mark {
  Kind kind = Kind::kDouble;
  Span bytes;
  char32_t sign = 0;
  char32_t before = U' ';
  char32_t after = U' ';
};

class Marks {
 public:
  Marks(std::string_view text, Span part) : text_(text), part_(part) {}

  /// The next mark; nothing after the last.
  std::optional<Mark> next() {
    while (at_ < part_.size()) {
      const std::size_t begin = part_.begin + at_;
      const CodePoint point = code_point_at(text_, begin);
      at_ += point.bytes;
      const auto kind = kind_of(point.value);
      if (!kind) {
        before_ = point.value;
        continue;
      }
      Mark mark{
          *kind, {begin, begin + point.bytes}, point.value, before_, U' '};
      // Two single marks are a double one, as typewriters write it.
      if (mark.kind == Kind::kSingle && at_ < part_.size() &&
          code_point_at(text_, part_.begin + at_).value == point.value) {
        mark.kind = Kind::kDouble;
        mark.bytes.end += point.bytes;
        at_ += point.bytes;
      }
      if (at_ < part_.size()) {
        mark.after = code_point_at(text_, part_.begin + at_).value;
      }
      before_ = point.value;
      return mark;
    }
    return std::nullopt;
  }

 private:
  std::string_view text_;
  Span part_;
  std::size_t at_ = 0;
  char32_t before_ = U' ';
};

bool may_open(const Mark& mark) {
  if (is_blank(mark.after)) return false;
  // What only closes in English opens in no language we read; „ opens.
  if (mark.kind == Kind::kCorner) {
    return mark.sign == U'\u300C' || mark.sign == U'\u300E';
  }
  if (mark.kind == Kind::kGuillemet) return !is_word(mark.before);
  if (mark.kind == Kind::kSingle) {
    return !is_word(mark.before) && is_word(mark.after) &&
           mark.sign != U'\u2019';
  }
  return !is_word(mark.before);
}

bool may_close(const Mark& opening, const Mark& mark) {
  if (mark.kind != opening.kind) return false;
  switch (mark.kind) {
    case Kind::kCorner:
      return mark.sign == opening.sign + 1;
    case Kind::kGuillemet:
      return mark.sign != opening.sign;
    case Kind::kDouble:
      // “ after “ opens again, as a paragraph that goes on does.
      return (mark.sign != opening.sign || mark.sign == U'"' ||
              mark.sign == U'\'' || mark.sign == U'\u201D') &&
             (!is_blank(mark.before) || mark.sign == U'\u201D');
    case Kind::kSingle: {
      if (mark.sign == U'`' || mark.sign == U'\u2018') return false;
      if (is_word(mark.after) || is_blank(mark.before)) return false;
      // The apostrophe of a plural: the miners' strike.
      const bool may_be_plural = mark.before == U's' && is_blank(mark.after);
      return !may_be_plural;
    }
  }
  return false;
}

/// Whether `paragraph` begins with a mark that can open a quotation.
std::optional<Mark> first_mark(std::string_view text, Span paragraph) {
  Marks marks(text, paragraph);
  const auto mark = marks.next();
  if (!mark || mark->bytes.begin != paragraph.begin || !may_open(*mark)) {
    return std::nullopt;
  }
  return mark;
}

}  // namespace

std::vector<QuotedPiece> quoted_pieces(std::string_view text, Span paragraph,
                                       Span next, bool is_continued) {
  std::vector<QuotedPiece> pieces;
  Marks marks(text, paragraph);
  std::optional<Mark> opening;
  while (const auto mark = marks.next()) {
    if (!opening) {
      if (may_open(*mark)) opening = mark;
    } else if (may_close(*opening, *mark)) {
      pieces.push_back({{opening->bytes.end, mark->bytes.begin},
                        {opening->bytes.begin, mark->bytes.end},
                        false,
                        false});
      opening.reset();
    }
  }
  if (opening) {
    const auto onward = first_mark(text, next);
    if (onward && onward->kind == opening->kind &&
        opening->kind != Kind::kSingle) {
      pieces.push_back({{opening->bytes.end, paragraph.end},
                        {opening->bytes.begin, paragraph.end},
                        false,
                        true});
    }
  }
  if (is_continued && !pieces.empty() &&
      pieces.front().whole.begin == paragraph.begin) {
    pieces.front().continues = true;
  }
  std::erase_if(pieces,
                [](const QuotedPiece& piece) { return piece.inside.empty(); });
  return pieces;
}

}  // namespace broadsheet::searcher::match
