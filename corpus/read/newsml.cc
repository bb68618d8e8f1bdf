// NewsML-G2: metadata around a text that is XHTML, NITF or plain.
#include <string>

#include "corpus/read/byline.h"
#include "corpus/read/html_article.h"
#include "corpus/read/news_xml.h"

namespace broadsheet::read {
namespace {

using enum ArticleField;

// The English or first <name> of a concept; else its literal.
std::string name_of(const XmlNode& node) {
  std::string name = node.child("name").all_text();
  if (name.empty()) name = node.attributes.value("literal");
  return name;
}

void offer_item_meta(const XmlNode& meta, FieldOffers& offers) {
  offers.offer(kDate, 1, meta.child("firstCreated").all_text(), "firstCreated");
  offers.offer(kDate, 2, meta.child("versionCreated").all_text(),
               "versionCreated");
  offers.offer(kUpdated, 1, meta.child("versionCreated").all_text(),
               "versionCreated");
  offers.offer(kSource, 0, name_of(meta.child("provider")), "provider");
}

void offer_content_meta(const XmlNode& meta, FieldOffers& offers) {
  for (const XmlNode& node : meta.children) {
    const std::string& name = node.name;
    if (name == "headline") {
      offers.offer(kHeadline, 0, node.all_text(), name);
    } else if (name == "byline" || name == "by") {
      for (const std::string& author :
           author_names(one_line(node.all_text()))) {
        offers.offer(kAuthor, 0, author, name);
      }
    } else if (name == "creator") {
      offers.offer(kAuthor, 1, name_of(node), name);
    } else if (name == "dateline") {
      offers.offer(kPlace, 1, node.all_text(), name);
    } else if (name == "located") {
      offers.offer(kPlace, 0, name_of(node), name);
    } else if (name == "contentCreated") {
      offers.offer(kDate, 0, node.all_text(), name);
    } else if (name == "contentModified") {
      offers.offer(kUpdated, 0, node.all_text(), name);
    } else if (name == "language") {
      offers.offer(kLanguage, 0, node.attributes.value("tag"), name);
    } else if (name == "subject" || name == "keyword") {
      const std::string topic = name_of(node);
      offers.offer(kTopics, 0, topic.empty() ? node.all_text() : topic, name);
    } else if (name == "infoSource") {
      offers.offer(kSource, 1, name_of(node), name);
    } else if (name == "description") {
      offers.offer(kDeck, 0, node.all_text(), name);
    }
  }
}

// Adds the prose of the first child of `set` that is text; the others are
// pictures, films, or the parts of a package.
void add_content(const XmlNode& set, FieldOffers& offers, ProseBuilder& prose) {
  for (const XmlNode& node : set.children) {
    if (node.name == "inlineData") {
      const std::string_view type = node.attributes.value("contenttype");
      const std::string text = node.all_text();
      if (type.find("html") == std::string_view::npos) {
        prose.add_lines(text);
      } else {
        prose.add_lines(html_prose(text).text);
      }
      return;
    }
    if (node.name != "inlineXML") continue;
    if (const XmlNode& nitf = node.find("nitf"); !nitf.name.empty()) {
      return offer_nitf(nitf, offers, prose);
    }
    const XmlNode& body = node.find("body");
    return add_prose(body.name.empty() ? node : body, prose);
  }
}

}  // namespace

ArticleParts read_newsml_item(const XmlNode& item) {
  FieldOffers offers;
  offers.offer(kId, 0, item.attributes.value("guid"), "guid");
  offers.offer(kLanguage, 1, item.attributes.value("lang"), "xml:lang");
  offer_item_meta(item.child("itemMeta"), offers);
  offer_content_meta(item.child("contentMeta"), offers);
  ProseBuilder builder;
  add_content(item.child("contentSet"), offers, builder);
  ArticleParts parts;
  offers.fill(parts);
  set_prose(parts, builder.take());
  return parts;
}

}  // namespace broadsheet::read
