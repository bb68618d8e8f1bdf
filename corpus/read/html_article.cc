// One pass takes the fields and the blocks; then the blocks that are the
// article are chosen. Where the classes of a page would hide nearly all of it,
// they mean something else, and a second pass does without them.
#include "corpus/read/html_article.h"

#include <optional>
#include <string>
#include <utility>

#include "corpus/read/field_offers.h"
#include "corpus/read/html_blocks.h"
#include "corpus/read/html_choice.h"
#include "corpus/read/html_elements.h"
#include "corpus/read/html_metadata.h"
#include "corpus/read/html_tokens.h"
#include "corpus/read/json_ld.h"
#include "corpus/read/lines.h"
#include "corpus/read/sgml.h"

namespace broadsheet::read {
namespace {

constexpr std::size_t kHardlyAnyBytes = 140;

class PageScan {
 public:
  PageScan(std::string_view page, bool trusting_classes)
      : tokens_(page), blocks_(trusting_classes) {}

  void run() {
    while (const std::optional<HtmlToken> token = tokens_.next()) {
      if (token->kind == HtmlToken::Kind::kText) {
        take_text(token->text);
        continue;
      }
      const HtmlElement element = html_element(token->name);
      if (token->kind == HtmlToken::Kind::kEnd) {
        blocks_.end(element);
        continue;
      }
      start(*token, element);
    }
  }

  FieldOffers& offers() { return offers_; }

  /// The content of <title>, in one line.
  [[nodiscard]] const std::string& title() const { return title_; }

  [[nodiscard]] const std::string& json_body() const { return json_body_; }
  HtmlBlocks take_blocks() { return blocks_.take(); }

 private:
  void start(const HtmlToken& token, const HtmlElement& element) {
    switch (element.tag) {
      case HtmlTag::kBr:
        return blocks_.line_break();
      case HtmlTag::kMeta:
        return offer_meta(token.attributes, offers_);
      case HtmlTag::kLink:
        return offer_link(token.attributes, offers_);
      case HtmlTag::kTitle:
        return take_title(tokens_.raw_text(token.name));
      case HtmlTag::kScript:
        return take_script(token.attributes, tokens_.raw_text(token.name));
      case HtmlTag::kHtml:
        offers_.offer(ArticleField::kLanguage, 1,
                      attribute(token.attributes, "lang"), "html lang");
        break;
      default:
        break;
    }
    if (element.shape == HtmlShape::kRaw) {
      (void)tokens_.raw_text(token.name);
      return;
    }
    // Formatting says nothing, nor do elements without attributes.
    const bool hinting = element.shape != HtmlShape::kFormatting &&
                         element.shape != HtmlShape::kVoid &&
                         token.attributes.size() > 3;
    const HtmlHints hints =
        hinting ? html_hints(token.attributes) : HtmlHints{};
    take_moment(token, element, hints);
    author_next_ = hints.author;
    blocks_.start(element, hints);
  }

  // <time datetime="…"> at the head of the article, or itemprop on any element.
  void take_moment(const HtmlToken& token, const HtmlElement& element,
                   const HtmlHints& hints) {
    if (element.tag != HtmlTag::kTime && !hints.dated && !hints.updated) return;
    if (blocks_.skipping()) return;
    std::string moment = attribute(token.attributes, "datetime");
    if (moment.empty()) moment = attribute(token.attributes, "content");
    const ArticleField field =
        hints.updated ? ArticleField::kUpdated : ArticleField::kDate;
    const bool said = hints.dated || hints.updated;
    if (!said && !blocks_.in_article() && seen_prose_) return;
    offers_.offer(field,
                  said                   ? 2
                  : blocks_.in_article() ? 8
                                         : 9,
                  moment, said ? "itemprop" : "time");
  }

  void take_text(std::string_view text) {
    if (author_next_ && !blocks_.skipping() && !trimmed(text).empty()) {
      offers_.offer(ArticleField::kAuthor, 5, decode_references(text),
                    "author element");
      author_next_ = false;
    }
    constexpr std::size_t kLongText = 200;
    seen_prose_ = seen_prose_ || text.size() > kLongText;
    blocks_.text(text);
  }

  void take_title(std::string_view title) {
    // The titles of pictures come later.
    if (title_.empty()) title_ = one_line(decode_references(title));
  }

  void take_script(std::string_view attributes, std::string_view script) {
    if (attributes.find("ld+json") == std::string_view::npos) return;
    std::string body = offer_json_ld(script, offers_);
    if (body.size() > json_body_.size()) json_body_ = std::move(body);
  }

  HtmlTokens tokens_;
  HtmlBlockBuilder blocks_;
  FieldOffers offers_;
  std::string title_;
  std::string json_body_;
  bool author_next_ = false;
  bool seen_prose_ = false;
};

// The headline as the article prints it: other places shorten it.
void offer_headlines(const std::string& heading, const std::string& title,
                     FieldOffers& offers) {
  const std::string site = offers.value(ArticleField::kSource);
  const std::string named(
      without_site(offers.value(ArticleField::kHeadline), site));
  const std::string line = one_line(heading);
  std::string_view start = named;
  for (const std::string_view dots : {"…", "..."}) {
    if (start.ends_with(dots)) start.remove_suffix(dots.size());
  }
  const bool says_more = !named.empty() && line.starts_with(trimmed(start));
  if (says_more) {
    offers.offer(ArticleField::kHeadline, -2, line, "h1");
  } else if (!named.empty() && named != offers.value(ArticleField::kHeadline)) {
    offers.offer(ArticleField::kHeadline, -1, named, "title");
  }
  offers.offer(ArticleField::kHeadline, 5, line, "h1");
  offers.offer(ArticleField::kHeadline, 6, without_site(title, site), "title");
}

// A description for machines stands in for a body that is not there, but is no
// part of what readers see.
void drop_description(article::Article& article) {
  const auto described = [](const article::FieldSource& source) {
    return source.field == to_string(ArticleField::kDeck) &&
           source.where.ends_with("description");
  };
  if (std::erase_if(article.sources, described) > 0) article.deck.clear();
}

}  // namespace

ArticleParts read_html_page(std::string_view page) {
  PageScan scan(page, true);
  scan.run();
  ChosenArticle chosen = choose_article(scan.take_blocks(), false);
  if (chosen.prose.text.size() < kHardlyAnyBytes) {
    PageScan again(page, false);
    again.run();
    ChosenArticle more = choose_article(again.take_blocks(), false);
    if (more.prose.text.size() > chosen.prose.text.size()) {
      chosen = std::move(more);
    }
  }
  ArticleParts parts;
  FieldOffers& offers = scan.offers();
  offers.offer(ArticleField::kAuthor, 6, chosen.byline, "byline");
  offers.offer(ArticleField::kDeck, 1, chosen.deck, "page");
  offer_headlines(chosen.heading, scan.title(), offers);
  offers.fill(parts);
  const bool from_json = scan.json_body().size() > kHardlyAnyBytes &&
                         chosen.prose.text.size() * 4 < scan.json_body().size();
  if (from_json) {
    parts.body = scan.json_body();
    parts.article.sources.push_back({"body", "JSON-LD articleBody", {}});
  } else {
    if (!chosen.prose.text.empty()) drop_description(parts.article);
    set_prose(parts, std::move(chosen.prose));
    parts.article.sources.push_back({"body", "page", {}});
  }
  return parts;
}

Prose html_prose(std::string_view piece) {
  PageScan scan(piece, false);
  scan.run();
  return choose_article(scan.take_blocks(), true).prose;
}

}  // namespace broadsheet::read
