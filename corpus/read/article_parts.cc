#include "corpus/read/article_parts.h"

#include <algorithm>
#include <utility>

#include "corpus/read/lines.h"
#include "corpus/read/plain_text_layout.h"
#include "corpus/read/record_reader.h"

namespace broadsheet::read {
namespace {

using article::Article;
using article::Paragraph;
using article::Zone;

constexpr std::size_t kDeckSearch = 4096;  // Bytes of body, in which a deck
                                           // may stand a second time.

// Whether `body` says what `deck` says, which may end in dots where it was cut.
bool repeats(std::string_view body, std::string_view deck) {
  for (const std::string_view dots : {"…", "..."}) {
    if (deck.ends_with(dots)) deck.remove_suffix(dots.size());
  }
  return body.substr(0, kDeckSearch).find(trimmed(deck)) !=
         std::string_view::npos;
}

void add_source(Article& article, std::string_view field) {
  article.sources.push_back({field, "text", {}});
}

class Composer {
 public:
  Composer(ArticleParts parts, std::size_t limit)
      : parts_(std::move(parts)), article_(parts_.article), limit_(limit) {}

  ComposedArticle compose() {
    std::string& text = article_.text;
    text = std::move(parts_.headline);
    const std::size_t headline = text.size();
    const bool with_deck = !trimmed(article_.deck).empty() &&
                           !same_words(article_.deck, text) &&
                           !repeats(parts_.body, article_.deck);
    if (!text.empty()) text += "\n\n";
    const std::size_t deck = text.size();
    if (with_deck) text.append(article_.deck).append("\n\n");
    const std::size_t body = text.size();
    text += parts_.body;
    if (const std::size_t nul = text.find('\0'); nul != std::string::npos) {
      std::replace(text.begin(), text.end(), '\0', ' ');
      parts_.warnings.emplace_back("NUL characters in it became blanks");
    }
    if (cut_to(text, limit_)) parts_.warnings.push_back(cut_warning(limit_));
    const auto within = [&](std::size_t at) {
      return std::min(at, text.size());
    };
    if (within(headline) > 0) {
      article_.paragraphs.push_back({{0, within(headline)}, Zone::kHeadline});
    }
    if (with_deck) {
      const Span span = trimmed(text, {within(deck), within(body)});
      if (!span.empty()) article_.paragraphs.push_back({span, Zone::kBody});
    }
    add_layout(within(headline), within(body));
    return {std::move(article_), std::move(parts_.warnings)};
  }

 private:
  void add_layout(std::size_t headline, std::size_t body) {
    const std::string_view text = article_.text;
    Layout layout = body_layout(text, {body, text.size()});
    const std::size_t before = article_.paragraphs.size();
    for (Paragraph& paragraph : layout.paragraphs) {
      mark(paragraph, body);
      // Exports often repeat the title at the head of the body.
      const bool repeated =
          article_.paragraphs.size() == before && headline > 0 &&
          same_words(paragraph.bytes.of(text), text.substr(0, headline));
      if (!repeated) article_.paragraphs.push_back(paragraph);
    }
    if (!article_.published && layout.published) {
      article_.published = layout.published;
      add_source(article_, "date");
    }
    take(article_.place, std::move(layout.place), "place");
    take(article_.source, std::move(layout.source), "source");
    if (article_.authors.empty() && !layout.authors.empty()) {
      article_.authors = std::move(layout.authors);
      add_source(article_, "author");
    }
  }

  void take(std::string& field, std::string found, std::string_view name) {
    if (!field.empty() || found.empty()) return;
    field = std::move(found);
    add_source(article_, name);
  }

  // Gives `paragraph` the zone that the format says it has. Both run in order.
  void mark(Paragraph& paragraph, std::size_t body) {
    const std::vector<MarkedPart>& marked = parts_.marked;
    while (next_ < marked.size() &&
           marked[next_].bytes.end + body <= paragraph.bytes.begin) {
      ++next_;
    }
    if (next_ == marked.size()) return;
    const MarkedPart& part = marked[next_];
    if (part.bytes.begin + body < paragraph.bytes.end) {
      paragraph.zone = part.zone;
    }
  }

  ArticleParts parts_;
  Article& article_;
  std::size_t limit_;
  std::size_t next_ = 0;  // Into the marked parts.
};

}  // namespace

ComposedArticle compose(ArticleParts parts, std::size_t limit) {
  return Composer(std::move(parts), limit).compose();
}

}  // namespace broadsheet::read
