// Results for people. A block for each article: rank and headline, a line of
// facts, then its sentences, each with its number in the article as grep shows
// line numbers: a colon after it where the sentence matches, a hyphen where it
// is there for its neighbour's sake.
//
//   1. Harbour bridge to close for repairs
//      2024-03-05 | LINDHOLM, Norland | Norland Press | bridge.txt
//       2: The city will close the harbour bridge in May.
//       3- Ferries will run every ten minutes.
//      + 1 more: Kyodo, 2024-03-05
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "corpus/article/date.h"
#include "corpus/base/utf8.h"
#include "corpus/base/visible.h"
#include "corpus/base/width.h"
#include "searcher/render/renderer.h"
#include "searcher/render/wrap.h"

namespace broadsheet::searcher::render {
namespace {

using search::Hit;
using search::Page;
using search::ShownSentence;

// Bytes of the lead that stand for a headline where an article has none.
constexpr std::size_t kStandInBytes = 70;

/// `text` cut into pieces by `marks`, spans of `whole` that lie within `bytes`.
std::vector<Piece> marked_pieces(std::string_view whole, Span bytes,
                                 const std::vector<Span>& marks, Look look) {
  std::vector<Piece> pieces;
  std::size_t begin = bytes.begin;
  for (const Span mark : marks) {
    if (mark.begin < begin || mark.end > bytes.end) continue;
    if (mark.begin > begin) {
      pieces.push_back({Span{begin, mark.begin}.of(whole), look});
    }
    pieces.push_back({mark.of(whole), Look::kMark});
    begin = mark.end;
  }
  if (begin < bytes.end) {
    pieces.push_back({Span{begin, bytes.end}.of(whole), look});
  }
  return pieces;
}

/// The first words of an article that has no headline: of its text rather than
/// of a caption above it.
std::vector<Piece> stand_in(const Hit& hit) {
  const auto& sentences = hit.stored.outline.sentences;
  if (sentences.empty()) return {{"(no text)", Look::kHeadline}};
  auto sentence = std::find_if(
      sentences.begin(), sentences.end(), [](const schema::Sentence& s) {
        return s.zone == article::Zone::kLead || s.zone == article::Zone::kBody;
      });
  if (sentence == sentences.end()) sentence = sentences.begin();
  const std::string_view first = sentence->bytes.of(hit.stored.article.text);
  if (first.size() <= kStandInBytes) return {{first, Look::kHeadline}};
  std::size_t cut = first.find_last_of(" \n", kStandInBytes);
  if (cut == std::string_view::npos || cut < kStandInBytes / 2) {
    cut = utf8_floor(first, kStandInBytes);
  }
  return {{first.substr(0, cut), Look::kHeadline}, {"...", Look::kHeadline}};
}

std::vector<Piece> headline_pieces(const Hit& hit) {
  const article::Article& article = hit.stored.article;
  for (const article::Paragraph& paragraph : article.paragraphs) {
    if (paragraph.zone == article::Zone::kHeadline) {
      return marked_pieces(article.text, paragraph.bytes, hit.headline_marks,
                           Look::kHeadline);
    }
  }
  return stand_in(hit);
}

/// "2023-04-17", "2023-04-17 00:30 UTC": seconds are of no use to a reader.
std::string shown_date(const std::optional<article::Date>& date) {
  if (!date) return "undated";
  std::string iso = article::to_iso(*date);
  const std::size_t time = iso.find('T');
  if (time == std::string::npos) return iso;
  return iso.substr(0, time) + " " + iso.substr(time + 1, 5) + " UTC";
}

// Sources that are named of the articles that tell a story again.
constexpr std::size_t kMostNamed = 3;

/// "+ 2 more: Kyodo, 2023-04-17; Northwire, undated": who tells the story of
/// `hit` as well. An article without a source is told by its file.
std::string retold(const Hit& hit) {
  std::string line = fmt::format("+ {} more: ", hit.retelling_count);
  const std::size_t named = std::min(kMostNamed, hit.retellings.size());
  for (std::size_t i = 0; i < named; ++i) {
    const article::Article& article = hit.retellings[i];
    const std::string& path = article.origin.path;
    line += (i > 0 ? "; " : "") +
            (article.source.empty() ? path.substr(path.rfind('/') + 1)
                                    : article.source) +
            ", " + shown_date(article.published);
  }
  return hit.retelling_count > named ? line + "; ..." : line;
}

/// `path` as a user in `directory` would type it.
std::string_view path_from(const std::string& directory,
                           std::string_view path) {
  if (directory.empty() || !path.starts_with(directory)) return path;
  const std::string_view rest = path.substr(directory.size());
  if (directory.ends_with('/')) return rest;
  return rest.starts_with('/') ? rest.substr(1) : path;
}

std::string facts(const article::Article& article,
                  const std::string& directory) {
  std::string line = shown_date(article.published);
  const auto add = [&line](std::string_view fact) {
    if (fact.empty()) return;
    line += " | ";
    line += fact;
  };
  add(article.place);
  add(article.source);
  add(path_from(directory, article.origin.path));
  if (article.origin.record > 0) {
    line += fmt::format(", record {}", article.origin.record);
  }
  return line;
}

class PageText final : public Renderer {
 public:
  explicit PageText(Style style) : style_(std::move(style)) {}

  [[nodiscard]] std::string messages(const Page& page) const override {
    std::string lines = Renderer::messages(page);
    return page.total == 0 ? lines + nothing_found(page) : lines;
  }

  [[nodiscard]] std::string hit(const Hit& hit) override {
    return block(hit) + "\n";
  }

  [[nodiscard]] std::string end(const Page& page) override {
    return page.total == 0 ? "" : footer(page);
  }

 private:
  [[nodiscard]] std::string block(const Hit& hit) const {
    const std::string rank = fmt::format("{}. ", hit.rank);
    std::string text =
        wrap(headline_pieces(hit), {rank, Look::kHeadline}, style_);
    const std::string indent(rank.size(), ' ');
    text += wrap(
        {{facts(hit.stored.article, style_.working_directory), Look::kFacts}},
        {indent}, style_);
    // As wide as the widest number, so that the sentences stand in one column.
    std::size_t digits = 2;
    for (const ShownSentence& shown : hit.sentences) {
      digits = std::max(digits, fmt::formatted_size("{}", shown.index + 1));
    }
    for (const ShownSentence& shown : hit.sentences) {
      text += sentence(hit, shown, indent, digits);
    }
    const auto matching = static_cast<std::size_t>(
        std::count_if(hit.sentences.begin(), hit.sentences.end(),
                      [](const ShownSentence& s) { return !s.is_context; }));
    if (hit.matching_sentences > matching) {
      const std::size_t more = hit.matching_sentences - matching;
      const std::string line = fmt::format("... {} more matching sentence{}",
                                           more, more == 1 ? "" : "s");
      text += wrap({{line, Look::kContext}},
                   {indent + std::string(digits + 2, ' ')}, style_);
    }
    if (hit.retelling_count > 0) {
      text += wrap({{retold(hit), Look::kFacts}}, {indent}, style_);
    }
    return text;
  }

  [[nodiscard]] std::string sentence(const Hit& hit, const ShownSentence& shown,
                                     const std::string& indent,
                                     std::size_t digits) const {
    const schema::Sentence& sentence =
        hit.stored.outline.sentences[shown.index];
    const std::string number =
        fmt::format("{}{:>{}}{} ", indent, shown.index + 1, digits,
                    shown.is_context ? '-' : ':');
    return wrap(
        marked_pieces(hit.stored.article.text, sentence.bytes, shown.marks,
                      shown.is_context ? Look::kContext : Look::kPlain),
        {number, Look::kNumber}, style_);
  }

  [[nodiscard]] std::string footer(const Page& page) const {
    const std::string about = page.total_is_exact ? "" : "at most ";
    std::string line;
    const std::uint64_t last = page.request.offset + page.hits;
    if (page.hits == 0) {
      line = fmt::format("{}{} articles; none after --offset {}", about,
                         page.total, page.request.offset);
    } else if (page.retellings > 0 &&
               page.hits + page.retellings == page.total) {
      line = fmt::format("{} articles, {} {}", page.total, page.hits,
                         page.hits == 1 ? "story" : "stories");
    } else if (page.hits == page.total) {
      line =
          fmt::format("{} article{}", page.total, page.total == 1 ? "" : "s");
    } else {
      line = fmt::format("{}-{} of {}{} articles", page.request.offset + 1,
                         last, about, page.total);
      if (page.retellings > 0) line += ", each story once";
      if (page.has_more) line += fmt::format("; more with --offset {}", last);
    }
    line += fmt::format(" (index {}, generation {})",
                        page.index_id.substr(0, 8), page.generation);
    return wrap({{line, Look::kContext}}, {""}, style_);
  }

  [[nodiscard]] static std::string nothing_found(const Page& page);

  Style style_;
};

std::string PageText::nothing_found(const Page& page) {
  std::string text = "broadsheet-search: nothing found\n";
  if (page.parts.size() < 2) return text;
  std::size_t width = 0;
  for (const search::PartCount& part : page.parts) {
    width = std::max(width, display_width(visible(part.text)));
  }
  width = std::min<std::size_t>(width, 40);
  for (const search::PartCount& part : page.parts) {
    const std::string shown = visible(part.text);
    text += "  " + shown;
    text.append(width - std::min(width, display_width(shown)) + 2, ' ');
    text += part.articles == 0 ? "in no article\n"
                               : fmt::format("in {} article{}\n", part.articles,
                                             part.articles == 1 ? "" : "s");
  }
  return text;
}

}  // namespace

std::unique_ptr<Renderer> make_page_text(Style style) {
  return std::make_unique<PageText>(std::move(style));
}

}  // namespace broadsheet::searcher::render
