// Rules in the order a reader of papers would apply them: the head (date line,
// headline, byline), then what each paragraph ends with, then the foot.
// Whatever no rule knows is body: a wrong guess must not hide prose.
#include "corpus/read/plain_text_layout.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "corpus/base/utf8.h"
#include "corpus/base/width.h"
#include "corpus/read/byline.h"
#include "corpus/read/credits.h"
#include "corpus/read/date_line.h"
#include "corpus/read/dateline.h"
#include "corpus/read/lines.h"
#include "corpus/read/paragraphs.h"

namespace broadsheet::read {
namespace {

using article::Paragraph;
using article::Zone;

constexpr std::size_t kHeadParagraphs = 4;  // Where a byline may stand.
constexpr std::size_t kWidestHeadline = 160;
constexpr std::size_t kWidestLink = 160;
constexpr std::size_t kDatelineParagraphs = 2;

// A full stop that ends a sentence, not one of "U.S.".
bool ends_with_stop(std::string_view text) {
  if (!ends_sentence(text)) return false;
  std::size_t end = text.size();
  while (end > 0) {
    const CodePoint last = code_point_before(text, end);
    if (last.value == '?' || last.value == '!' || last.value == 0xFF01 ||
        last.value == 0xFF1F) {
      return false;
    }
    if (last.value == '.') {
      const bool dotted = end >= 3 && text[end - 3] == '.' &&
                          text[end - 2] >= 'A' && text[end - 2] <= 'Z';
      return !dotted;
    }
    if (last.value == 0x3002 || last.value == 0x2026) return true;
    end -= last.bytes;
  }
  return true;
}

bool is_headline(std::string_view text) {
  if (display_width(text) > kWidestHeadline || ends_with_stop(text))
    return false;
  if (text.ends_with(':') || text.ends_with(',') || text.ends_with(';')) {
    return false;
  }
  if (std::count(text.begin(), text.end(), '\n') > 1) return false;
  return !find_dateline(text) && byline_authors(text).empty() &&
         !find_credit(text) && !opens_caption(text) && !opens_trailer(text);
}

class LayoutFinder {
 public:
  LayoutFinder(std::string_view text, Span part) : text_(text) {
    for (const Span span : prose_paragraphs(text, part)) {
      layout_.paragraphs.push_back({span, Zone::kBody});
    }
  }

  Layout find(bool with_headline) {
    take_date_line(0);
    if (with_headline) mark_headline();
    mark_head();
    mark_captions();
    mark_trailers();
    mark_signatures();
    read_dateline();
    return std::move(layout_);
  }

 private:
  std::vector<Paragraph>& paragraphs() { return layout_.paragraphs; }
  [[nodiscard]] std::string_view text_of(const Paragraph& paragraph) const {
    return paragraph.bytes.of(text_);
  }

  // Takes the date out of the paragraph at `index`, if it is a date line.
  bool take_date_line(std::size_t index) {
    if (index >= paragraphs().size()) return false;
    Paragraph& paragraph = paragraphs()[index];
    const std::optional<DateLine> line = find_date_line(text_of(paragraph));
    if (!line) return false;
    if (!layout_.published) layout_.published = line->date;
    paragraph.bytes = trimmed(
        text_, {paragraph.bytes.begin + line->end, paragraph.bytes.end});
    if (paragraph.bytes.empty()) {
      paragraphs().erase(paragraphs().begin() +
                         static_cast<std::ptrdiff_t>(index));
    }
    return true;
  }

  // A headline stands first, apart from prose that follows it.
  void mark_headline() {
    if (paragraphs().size() < 2) return;
    const Paragraph& first = paragraphs()[0];
    const Paragraph& second = paragraphs()[1];
    if (!is_headline(text_of(first))) return;
    const std::string_view between =
        text_.substr(first.bytes.end, second.bytes.begin - first.bytes.end);
    const bool blank_line =
        std::count(between.begin(), between.end(), '\n') > 1 ||
        std::count(between.begin(), between.end(), '\r') > 1;
    const bool prose = std::any_of(
        paragraphs().begin() + 1, paragraphs().end(),
        [&](const Paragraph& p) { return ends_sentence(text_of(p)); });
    // Without a blank line the next line must show that it is prose.
    const bool next_is_prose = ends_sentence(text_of(second)) &&
                               second.bytes.size() > first.bytes.size();
    if (blank_line ? prose : next_is_prose) {
      paragraphs()[0].zone = Zone::kHeadline;
    }
  }

  // Date line and byline between headline and text.
  void mark_head() {
    for (std::size_t i = 0; i < kHeadParagraphs && i < paragraphs().size();) {
      if (paragraphs()[i].zone != Zone::kHeadline) {
        const std::size_t before = paragraphs().size();
        if (take_date_line(i) && paragraphs().size() < before) continue;
        std::vector<std::string> authors =
            byline_authors(text_of(paragraphs()[i]));
        if (!authors.empty() && layout_.authors.empty()) {
          layout_.authors = std::move(authors);
          paragraphs()[i].zone = Zone::kCaption;
        }
      }
      ++i;
    }
  }

  void mark_captions() {
    for (Paragraph& paragraph : paragraphs()) {
      if (paragraph.zone != Zone::kBody) continue;
      const std::string_view text = text_of(paragraph);
      const std::optional<Credit> credit = find_credit(text);
      if (credit && layout_.source.empty()) layout_.source = credit->agency;
      const bool caption = credit && is_caption(text, *credit);
      if (caption || opens_caption(text)) paragraph.zone = Zone::kCaption;
    }
  }

  // "Related coverage:" and the links below it, up to the next prose.
  void mark_trailers() {
    bool links = false;
    for (Paragraph& paragraph : paragraphs()) {
      const std::string_view text = text_of(paragraph);
      if (paragraph.zone == Zone::kHeadline) continue;
      if (opens_trailer(text)) {
        paragraph.zone = Zone::kTrailer;
        // With its link in the same line it says nothing about the next.
        const std::size_t colon = text.find(':');
        links = colon == std::string_view::npos || colon + 1 == text.size();
      } else if (links) {
        links = display_width(text) <= kWidestLink && !ends_with_stop(text);
        if (links) paragraph.zone = Zone::kTrailer;
      }
    }
  }

  // Signatures and notices behind the last prose, which itself stays.
  void mark_signatures() {
    const auto bodies = [&] {
      return std::count_if(paragraphs().begin(), paragraphs().end(),
                           [](const Paragraph& paragraph) {
                             return paragraph.zone == Zone::kBody;
                           });
    };
    auto body = bodies();
    for (auto paragraph = paragraphs().rbegin();
         paragraph != paragraphs().rend() && body > 1; ++paragraph) {
      if (paragraph->zone == Zone::kHeadline) return;
      if (paragraph->zone != Zone::kBody) continue;
      const std::optional<FootDate> dated = find_foot_date(text_of(*paragraph));
      if (!dated && !is_signature(text_of(*paragraph))) return;
      if (dated && !layout_.published) layout_.published = dated->date;
      if (dated && layout_.source.empty()) layout_.source = dated->agency;
      paragraph->zone = Zone::kTrailer;
      --body;
    }
  }

  void read_dateline() {
    std::size_t seen = 0;
    for (const Paragraph& paragraph : paragraphs()) {
      if (paragraph.zone != Zone::kBody) continue;
      if (seen++ == kDatelineParagraphs) return;
      const std::optional<Dateline> found = find_dateline(text_of(paragraph));
      if (!found) continue;
      layout_.place = found->place;
      if (!found->agency.empty()) layout_.source = found->agency;
      if (!layout_.published) layout_.published = found->date;
      return;
    }
  }

  std::string_view text_;
  Layout layout_;
};

}  // namespace

Layout article_layout(std::string_view text) {
  return LayoutFinder(text, {0, text.size()}).find(true);
}

Layout body_layout(std::string_view text, Span body) {
  return LayoutFinder(text, body).find(false);
}

}  // namespace broadsheet::read
