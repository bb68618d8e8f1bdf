#include "corpus/read/html_metadata.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "corpus/read/ascii.h"
#include "corpus/read/html_tokens.h"
#include "corpus/read/lines.h"
#include "corpus/read/sgml.h"

namespace broadsheet::read {
namespace {

constexpr std::size_t kCharsetBytes = 4096;

struct Known {
  std::string_view name;
  ArticleField field;
  int rank;  // JSON-LD has 0.
};

using enum ArticleField;

// A tag's own name first; those a system adds of its own last.
constexpr std::array kMetaNames = {
    Known{"og:title", kHeadline, 1},
    Known{"dc.title", kHeadline, 3},
    Known{"dcterms.title", kHeadline, 3},
    Known{"twitter:title", kHeadline, 4},
    Known{"article:published_time", kDate, 1},
    Known{"og:article:published_time", kDate, 1},
    Known{"datepublished", kDate, 2},
    Known{"dcterms.issued", kDate, 3},
    Known{"dc.date.issued", kDate, 3},
    Known{"dcterms.created", kDate, 4},
    Known{"dc.date.created", kDate, 4},
    Known{"dcterms.date", kDate, 5},
    Known{"dc.date", kDate, 5},
    Known{"parsely-pub-date", kDate, 6},
    Known{"sailthru.date", kDate, 6},
    Known{"publish-date", kDate, 6},
    Known{"publish_date", kDate, 6},
    Known{"publication_date", kDate, 6},
    Known{"pubdate", kDate, 6},
    Known{"article.published", kDate, 6},
    Known{"date", kDate, 7},
    Known{"article:modified_time", kUpdated, 1},
    Known{"datemodified", kUpdated, 2},
    Known{"og:updated_time", kUpdated, 2},
    Known{"dcterms.modified", kUpdated, 3},
    Known{"dc.date.modified", kUpdated, 3},
    Known{"last-modified", kUpdated, 6},
    Known{"lastmod", kUpdated, 6},
    Known{"article:author", kAuthor, 2},
    Known{"author", kAuthor, 1},
    Known{"dc.creator", kAuthor, 3},
    Known{"dcterms.creator", kAuthor, 3},
    Known{"parsely-author", kAuthor, 4},
    Known{"byl", kAuthor, 4},
    Known{"og:site_name", kSource, 1},
    Known{"dc.publisher", kSource, 2},
    Known{"dcterms.publisher", kSource, 2},
    Known{"publisher", kSource, 3},
    Known{"application-name", kSource, 5},
    Known{"article:section", kSection, 1},
    Known{"parsely-section", kSection, 2},
    Known{"section", kSection, 3},
    Known{"article:tag", kTopics, 1},
    Known{"news_keywords", kTopics, 2},
    Known{"dc.subject", kTopics, 3},
    Known{"dcterms.subject", kTopics, 3},
    Known{"keywords", kTopics, 4},
    Known{"og:url", kUrl, 2},
    Known{"dc.language", kLanguage, 3},
    Known{"dcterms.language", kLanguage, 3},
    Known{"content-language", kLanguage, 4},
    Known{"og:locale", kLanguage, 5},
    Known{"og:description", kDeck, 5},
    Known{"description", kDeck, 6},
};

}  // namespace

void offer_meta(std::string_view attributes, FieldOffers& offers) {
  for (const std::string_view key :
       {"property", "name", "itemprop", "http-equiv"}) {
    const std::string name = attribute(attributes, key);
    if (name.empty()) continue;
    const auto* known = std::find_if(
        kMetaNames.begin(), kMetaNames.end(),
        [&](const Known& one) { return same_name(one.name, name); });
    if (known == kMetaNames.end()) continue;
    const std::string content = attribute(attributes, "content");
    const std::string where = fmt::format("meta {}", known->name);
    std::string_view rest = content;
    // One tag may list several topics.
    while (known->field == kTopics) {
      const std::size_t comma = rest.find_first_of(",;");
      if (comma == std::string_view::npos) break;
      offers.offer(kTopics, known->rank, rest.substr(0, comma), where);
      rest.remove_prefix(comma + 1);
    }
    offers.offer(known->field, known->rank, rest, where);
    return;
  }
}

void offer_link(std::string_view attributes, FieldOffers& offers) {
  if (!same_name(attribute(attributes, "rel"), "canonical")) return;
  offers.offer(kUrl, 1, attribute(attributes, "href"), "link canonical");
}

namespace {

std::string declared_charset(std::string_view page) {
  HtmlTokens tokens(page.substr(0, kCharsetBytes));
  while (const std::optional<HtmlToken> token = tokens.next()) {
    if (token->kind != HtmlToken::Kind::kStart) continue;
    if (same_name(token->name, "script") || same_name(token->name, "style")) {
      (void)tokens.raw_text(token->name);
      continue;
    }
    if (!same_name(token->name, "meta")) continue;
    std::string charset = attribute(token->attributes, "charset");
    if (!charset.empty()) return charset;
    if (same_name(attribute(token->attributes, "http-equiv"), "content-type")) {
      const std::string content = attribute(token->attributes, "content");
      const std::size_t at = content.find("charset=");
      if (at != std::string::npos) {
        return std::string(trimmed(std::string_view(content).substr(at + 8)));
      }
    }
  }
  return {};
}

}  // namespace

std::string page_charset(std::string_view page, std::string_view otherwise) {
  std::string declared = declared_charset(page);
  const bool wide =
      same_name(declared.substr(0, 4), "utf-") && !same_name(declared, "utf-8");
  return declared.empty() || wide ? std::string(otherwise) : declared;
}

std::string_view without_site(std::string_view title, std::string_view site) {
  title = trimmed(title);
  for (const std::string_view sign :
       {" | ", " – ", " — ", " - ", " :: ", " · ", " « "}) {
    const std::size_t last = title.rfind(sign);
    if (last == std::string_view::npos || last == 0) continue;
    const std::string_view end = trimmed(title.substr(last + sign.size()));
    // Behind a bar it can be nothing but the site.
    if ((!site.empty() && same_name(end, site)) ||
        (site.empty() && sign == " | ")) {
      return trimmed(title.substr(0, last));
    }
    const std::size_t first = title.find(sign);
    if (!site.empty() && same_name(trimmed(title.substr(0, first)), site)) {
      return trimmed(title.substr(first + sign.size()));
    }
  }
  return title;
}

}  // namespace broadsheet::read
