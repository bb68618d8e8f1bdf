// The text of a Reuters-21578 record: what stands in its TEXT element, put
// together as the agency sent it, with its headline, paragraphs and closing
// word found.
#include "corpus/read/reuters_text.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

#include "corpus/base/width.h"
#include "corpus/read/ascii.h"
#include "corpus/read/dateline.h"
#include "corpus/read/lines.h"
#include "corpus/read/paragraphs.h"
#include "corpus/read/record_reader.h"
#include "corpus/read/sgml.h"

namespace broadsheet::read {
namespace {

using article::Paragraph;
using article::Zone;

// A wrapped line is at least this long; a shorter first line was ended.
constexpr std::size_t kWrapColumns = 58;
constexpr std::size_t kWidestReutersHeadline = 100;

// A part of TEXT: an element's content, or what stands between elements.
struct Part {
  std::string_view name;  // Empty for text between elements.
  std::string_view content;
};

std::vector<Part> parts_of(std::string_view text) {
  constexpr std::array<std::string_view, 4> kNames = {"TITLE", "AUTHOR",
                                                      "DATELINE", "BODY"};
  std::vector<Part> parts;
  std::size_t done = 0;
  for (std::size_t at = text.find('<'); at != std::string_view::npos;
       at = text.find('<', at)) {
    const std::string_view behind = text.substr(at + 1);
    const auto* name =
        std::find_if(kNames.begin(), kNames.end(), [&](std::string_view n) {
          return behind.starts_with(n) && behind.substr(n.size(), 1) == ">";
        });
    if (name == kNames.end()) {
      ++at;
      continue;
    }
    if (at > done) parts.push_back({{}, text.substr(done, at - done)});
    const std::size_t begin = at + name->size() + 2;
    const std::string end_tag = "</" + std::string(*name) + '>';
    const std::size_t end = text.find(end_tag, begin);
    if (end == std::string_view::npos) {
      parts.push_back({*name, text.substr(begin)});
      return parts;
    }
    parts.push_back({*name, text.substr(begin, end - begin)});
    done = at = end + end_tag.size();
  }
  if (done < text.size()) parts.push_back({{}, text.substr(done)});
  return parts;
}

// The text while it is put together; author and dateline are raw.
struct Composed {
  std::string text;
  Span headline;
  std::string_view author;
  std::string_view dateline;
};

// Whether the last line is a dateline and not a row of a table, as where the
// collection's tags went wrong.
bool ends_in_dateline(std::string_view text) {
  const std::size_t line = text.rfind('\n');
  return parse_dateline(text.substr(line == text.npos ? 0 : line + 1))
      .has_value();
}

Composed compose(std::string_view content) {
  Composed composed;
  std::string_view last;
  for (const Part& part : parts_of(content)) {
    if (part.name == "AUTHOR") {
      composed.author = part.content;
      continue;
    }
    if (part.name == "DATELINE") composed.dateline = part.content;
    std::string text = decode_references(part.content);
    const Span span = trimmed(text, {0, text.size()});
    if (span.empty()) continue;
    // The dateline opens the body's first line; stars of urgency the title's.
    const bool of_title = composed.text.ends_with('*') && part.name == "TITLE";
    const bool of_dateline = last == "DATELINE" && part.name == "BODY" &&
                             ends_in_dateline(composed.text);
    if (of_dateline) {
      composed.text += ' ';
    } else if (!of_title && !composed.text.empty()) {
      composed.text += "\n\n";
    }
    const std::size_t begin = composed.text.size();
    composed.text += span.of(text);
    if (part.name == "TITLE" && composed.headline.empty()) {
      composed.headline = {begin, composed.text.size()};
    }
    last = part.name;
  }
  return composed;
}

bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

// "REUTER", "Reuter...", "REUTER11:43/VB", "MORE", or another agency's name:
// one capitalised word without a full stop.
bool is_closing_line(std::string_view text) {
  constexpr std::size_t kLongest = 16;
  if (text.size() > kLongest || text.size() < 4) return false;
  const std::string_view word = text.substr(0, text.find("..."));
  if (text.starts_with("REU") || same_name(word, "reuter") ||
      same_name(word, "reuters") || same_name(word, "more")) {
    return true;
  }
  return !word.empty() && is_capital(word[0]) &&
         std::all_of(word.begin() + 1, word.end(), is_small);
}

// Gives the agency's name its own paragraph where it closes the last line.
void part_closing_word(std::string_view text, std::vector<Span>& paragraphs) {
  if (paragraphs.empty()) return;
  const Span last = paragraphs.back();
  const std::size_t space = last.of(text).find_last_of(" \n");
  if (space == std::string_view::npos) return;
  const Span word = {last.begin + space + 1, last.end};
  const Span before = trimmed(text, {last.begin, word.begin});
  if (!word.of(text).starts_with("REUTER") || !ends_sentence(before.of(text))) {
    return;
  }
  paragraphs.back() = before;
  paragraphs.push_back(word);
}

// Whether most letters are capitals, as in headlines of the wire.
bool is_in_capitals(std::string_view text) {
  const auto small = std::count_if(text.begin(), text.end(), is_small);
  const auto capitals = std::count_if(text.begin(), text.end(), is_capital);
  return capitals > 2 * small;
}

// The first line of an unprocessed text, if it heads it: in capitals, and
// neither wrapped into the next nor a row of a table.
Span unprocessed_headline(std::string_view text) {
  LineCursor lines(text, {0, text.size()});
  const std::optional<Line> head = lines.next();
  const std::optional<Line> second = lines.next();
  if (!head) return {};
  const std::string_view first = head->bytes.of(text);
  const std::size_t columns = display_width(first);
  if (columns > kWidestReutersHeadline || first.ends_with('.') ||
      !is_in_capitals(first) || first.find("   ") != std::string_view::npos ||
      is_closing_line(first)) {
    return {};
  }
  if (!second) return head->bytes;
  const bool apart = second->bytes.empty() || second->indent > 0;
  const std::string_view next = second->bytes.of(text);
  const std::size_t word = std::min(next.find(' '), next.size());
  const bool ended = columns + 1 + word < kWrapColumns;
  return apart || ended ? head->bytes : Span{};
}

std::vector<Paragraph> paragraphs_of(std::string_view text, Span headline) {
  std::vector<Paragraph> paragraphs;
  if (!headline.empty()) paragraphs.push_back({headline, Zone::kHeadline});
  std::vector<Span> bodies = wire_paragraphs(text, {headline.end, text.size()});
  part_closing_word(text, bodies);
  for (const Span body : bodies) paragraphs.push_back({body, Zone::kBody});
  if (!paragraphs.empty()) {
    Paragraph& last = paragraphs.back();
    if (last.zone == Zone::kBody && is_closing_line(last.bytes.of(text))) {
      last.zone = Zone::kTrailer;
    }
  }
  return paragraphs;
}

}  // namespace

ReutersText read_reuters_text(std::string_view content, std::size_t limit) {
  Composed composed = compose(content);
  ReutersText made;
  made.author = decode_references(composed.author);
  made.dateline = decode_references(composed.dateline);
  made.text = std::move(composed.text);
  made.was_cut = cut_to(made.text, limit);
  Span headline = composed.headline;
  if (headline.empty()) headline = unprocessed_headline(made.text);
  headline.end = std::min(headline.end, made.text.size());
  headline.begin = std::min(headline.begin, headline.end);
  made.paragraphs = paragraphs_of(made.text, headline);
  return made;
}

}  // namespace broadsheet::read
