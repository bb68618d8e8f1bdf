#include "corpus/text/sentence_lists.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "corpus/base/utf8.h"
#include "corpus/text/closing_marks.h"
#include "corpus/text/sentence_stops.h"

namespace broadsheet::text {
namespace {

constexpr auto kBullets = std::to_array<std::string_view>(
    {"•", "⁃", "‣", "◦", "▪", "▫", "■", "□", "●", "○", "►", "▶", "✓", "·"});
constexpr auto kLineBullets =
    std::to_array<std::string_view>({"-", "--", "*", "+", "–", "—", "o"});

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_blank(char c) {
  return sentence_class(static_cast<unsigned char>(c)) == SentenceClass::kBlank;
}

// The number or letter before an item, as in "1.", "1)", "1.)", "(a)".
struct Marker {
  bool bracket = false;     // An opening bracket.
  bool letter = false;      // "a", not "1".
  unsigned number = 0;      // a is 1.
  std::string_view ending;  // ".", ")" or ".)".

  [[nodiscard]] std::string text(unsigned of_number) const {
    std::string written = bracket ? "(" : "";
    if (letter) {
      written += static_cast<char>('a' + of_number - 1);
    } else {
      written += std::to_string(of_number);
    }
    return written.append(ending);
  }
};

// The marker at byte `at`, if a blank and then a capital, caseless letter or
// digit follow, or any letter where the marker ends in a bracket.
std::optional<Marker> marker_at(std::string_view text, std::size_t at) {
  Marker marker;
  const std::string_view rest = text.substr(at, 8);
  // Nearly every line begins with a word and is no item: seen at once.
  if (rest.size() < 3 || (!is_digit(rest[0]) && rest[0] != '(' &&
                          rest[1] != '.' && rest[1] != ')')) {
    return std::nullopt;
  }
  std::size_t i = 0;
  marker.bracket = rest.starts_with('(');
  if (marker.bracket) ++i;
  if (i < rest.size() && rest[i] >= 'a' && rest[i] <= 'y') {
    marker.letter = true;
    marker.number = static_cast<unsigned>(rest[i] - 'a') + 1;
    ++i;
  } else {
    const auto digits = std::from_chars(
        rest.data() + i, rest.data() + rest.size(), marker.number);
    const auto end = static_cast<std::size_t>(digits.ptr - rest.data());
    if (end == i || end > i + 2) return std::nullopt;
    i = end;
  }
  for (const std::string_view ending : {".)", ".", ")"}) {
    if (!rest.substr(i).starts_with(ending)) continue;
    marker.ending = text.substr(at + i, ending.size());
    i += ending.size();
    break;
  }
  if (marker.ending.empty() || (marker.bracket && marker.ending != ")")) {
    return std::nullopt;
  }
  if (at + i >= text.size() || !is_blank(text[at + i])) return std::nullopt;
  const std::size_t next = after_blanks(text, at + i);
  if (next >= text.size()) return std::nullopt;
  const SentenceClass c = sentence_class(code_point_at(text, next).value);
  const bool begins = c == SentenceClass::kUpper ||
                      c == SentenceClass::kCaseless ||
                      c == SentenceClass::kDigit || c == SentenceClass::kClose;
  if (!begins) return std::nullopt;
  return marker;
}

template <std::size_t n>
std::string_view bullet_at(std::string_view text, std::size_t at,
                           const std::array<std::string_view, n>& bullets) {
  for (const std::string_view bullet : bullets) {
    if (text.substr(at).starts_with(bullet)) return bullet;
  }
  return {};
}

// Items on one line: "1. Wheat 2. Maize", "• Wheat • Maize".
void add_inline_items(std::string_view text, std::vector<std::size_t>& begins) {
  const std::size_t start = after_blanks(text, 0);
  if (start >= text.size()) return;
  const bool plain = static_cast<unsigned char>(text[start]) < 0x80;
  const std::string_view bullet =
      plain ? std::string_view() : bullet_at(text, start, kBullets);
  if (!bullet.empty()) {
    std::size_t at = start;
    while ((at = text.find(bullet, at + 1)) != std::string_view::npos) {
      if (is_blank(text[at - 1])) begins.push_back(at);
    }
    return;
  }
  const std::optional<Marker> first = marker_at(text, start);
  if (!first || first->number != 1) return;
  std::size_t at = start;
  for (unsigned number = 2; number < 26; ++number) {
    const std::string marker = first->text(number);
    do {
      at = text.find(marker, at + 1);
      if (at == std::string_view::npos) return;
    } while (!is_blank(text[at - 1]) || !marker_at(text, at));
    begins.push_back(at);
  }
}

// The lines of `text`, each from its first character that is no blank.
struct Line {
  std::size_t begin;
  std::string_view text;
  bool after_empty_line;
};

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  bool empty_line = false;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = std::min(text.find('\n', i), text.size());
    std::string_view line = text.substr(i, end - i);
    const std::size_t begin = i + after_blanks(line, 0);
    line.remove_prefix(begin - i);
    while (!line.empty() && is_blank(line.back())) line.remove_suffix(1);
    if (line.empty()) {
      empty_line = true;
    } else {
      lines.push_back({begin, line, empty_line && !lines.empty()});
      empty_line = false;
    }
    i = end + 1;
  }
  return lines;
}

// Whether each line is a few words beginning with a small letter, none with a
// stop: an enumeration that was given a line for each entry.
bool is_bare_list(const std::vector<Line>& lines) {
  constexpr std::size_t kLongestEntry = 30;
  return lines.size() >= 3 &&
         std::all_of(lines.begin(), lines.end(), [](const Line& line) {
           const CodePoint first = code_point_at(line.text, 0);
           return line.text.size() <= kLongestEntry &&
                  sentence_class(first.value) == SentenceClass::kLower &&
                  line.text.find_first_of(".!?;:\"") == std::string_view::npos;
         });
}

std::string_view line_bullet(const Line& line) {
  const auto first = static_cast<unsigned char>(line.text.front());
  const bool plain = first < 0x80 && first != '-' && first != '*' &&
                     first != '+' && first != 'o';
  if (plain) return {};
  for (const std::string_view bullet : kLineBullets) {
    if (line.text.starts_with(bullet) && line.text.size() > bullet.size() &&
        is_blank(line.text[bullet.size()])) {
      return bullet;
    }
  }
  return bullet_at(line.text, 0, kBullets);
}

// Items on lines of their own.
void add_line_items(std::string_view text, std::vector<std::size_t>& begins) {
  const std::vector<Line> lines = lines_of(text);
  if (is_bare_list(lines)) {
    for (const Line& line : lines) begins.push_back(line.begin);
    return;
  }
  std::map<std::string_view, std::size_t> bullets;
  std::set<std::string> markers;
  for (const Line& line : lines) {
    const std::string_view bullet = line_bullet(line);
    if (!bullet.empty()) ++bullets[bullet];
    const auto marker = marker_at(line.text, 0);
    if (marker) markers.insert(marker->text(marker->number));
  }
  for (const Line& line : lines) {
    const std::string_view bullet = line_bullet(line);
    const auto marker = marker_at(line.text, 0);
    if (line.after_empty_line || (!bullet.empty() && bullets[bullet] > 1) ||
        (marker && (markers.contains(marker->text(marker->number - 1)) ||
                    markers.contains(marker->text(marker->number + 1))))) {
      begins.push_back(line.begin);
    }
  }
}

}  // namespace

std::vector<std::size_t> item_begins(std::string_view paragraph) {
  std::vector<std::size_t> begins;
  add_inline_items(paragraph, begins);
  if (paragraph.find('\n') != std::string_view::npos) {
    add_line_items(paragraph, begins);
  }
  std::sort(begins.begin(), begins.end());
  begins.erase(std::unique(begins.begin(), begins.end()), begins.end());
  if (!begins.empty() && begins.front() == 0) begins.erase(begins.begin());
  return begins;
}

}  // namespace broadsheet::text
