// NITF: the head says what the article is, body.head how it is presented,
// body.content what it tells.
#include <string>

#include "corpus/read/byline.h"
#include "corpus/read/dateline.h"
#include "corpus/read/lines.h"
#include "corpus/read/news_xml.h"

namespace broadsheet::read {
namespace {

using enum ArticleField;

void offer_head(const XmlNode& head, FieldOffers& offers) {
  offers.offer(kHeadline, 1, head.child("title").all_text(), "title");
  const XmlNode& data = head.child("docdata");
  for (const XmlNode& node : data.children) {
    if (node.name == "doc-id") {
      offers.offer(kId, 0, node.attributes.value("id-string"), "doc-id");
    } else if (node.name == "date.issue" || node.name == "date.release") {
      offers.offer(kDate, node.name == "date.issue" ? 0 : 1,
                   node.attributes.value("norm"), node.name);
    } else if (node.name == "doc.copyright") {
      offers.offer(kSource, 4, node.attributes.value("holder"), node.name);
    } else if (node.name == "identified-content") {
      for (const XmlNode& one : node.children) {
        if (one.name != "classifier") continue;
        offers.offer(kTopics, 0, one.attributes.value("value"), "classifier");
      }
    }
  }
  for (const XmlNode& word : data.child("key-list").children) {
    offers.offer(kTopics, 0, word.attributes.value("key"), "keyword");
  }
  for (const XmlNode& subject : head.child("tobject").children) {
    for (const char* part :
         {"tobject.subject.type", "tobject.subject.matter"}) {
      offers.offer(kTopics, 0, subject.attributes.value(part),
                   "tobject.subject");
    }
  }
  const XmlAttributes& publication = head.child("pubdata").attributes;
  offers.offer(kSource, 1, publication.value("name"), "pubdata name");
  offers.offer(kSection, 0, publication.value("position.section"),
               "pubdata position.section");
  offers.offer(kDate, 2, publication.value("date.publication"),
               "pubdata date.publication");
  offers.offer(kUrl, 0, publication.value("ex-ref"), "pubdata ex-ref");
}

void offer_byline(const XmlNode& byline, FieldOffers& offers) {
  bool named = false;
  for (const XmlNode& node : byline.children) {
    if (node.name != "person") continue;
    offers.offer(kAuthor, 0, node.all_text(), "byline person");
    named = true;
  }
  if (named) return;
  std::string text;
  for (const XmlNode& node : byline.children) {
    if (node.name != "byttl") text += node.all_text();
  }
  for (const std::string& name : author_names(one_line(text))) {
    offers.offer(kAuthor, 0, name, "byline");
  }
}

void offer_dateline(const XmlNode& dateline, FieldOffers& offers) {
  offers.offer(kPlace, 0, dateline.child("location").all_text(),
               "dateline location");
  const std::string text = one_line(dateline.all_text());
  if (const auto found = parse_dateline(text)) {
    offers.offer(kPlace, 1, found->place, "dateline");
    offers.offer(kSource, 3, found->agency, "dateline");
  }
  const XmlNode& date = dateline.child("story.date");
  offers.offer(kDate, 3, date.attributes.value("norm"), "story.date");
}

}  // namespace

void offer_nitf(const XmlNode& nitf, FieldOffers& offers, ProseBuilder& prose) {
  offer_head(nitf.child("head"), offers);
  const XmlNode& body = nitf.child("body");
  const XmlNode& head = body.child("body.head");
  offers.offer(kLanguage, 0, nitf.attributes.value("lang"), "xml:lang");
  offers.offer(kHeadline, 0, head.child("hedline/hl1").all_text(), "hl1");
  offers.offer(kDeck, 0, head.child("hedline/hl2").all_text(), "hl2");
  offers.offer(kDeck, 1, head.child("abstract").all_text(), "abstract");
  offers.offer(kSource, 0, head.child("distributor").all_text(), "distributor");
  offer_byline(head.child("byline"), offers);
  offer_dateline(head.child("dateline"), offers);
  add_prose(body.child("body.content"), prose);
  for (const XmlNode& node : body.child("body.end").children) {
    if (node.name != "tagline") continue;
    prose.paragraph_break(article::Zone::kTrailer);
    prose.add(node.all_text());
    prose.paragraph_break();
  }
}

ArticleParts read_nitf(const XmlNode& nitf) {
  FieldOffers offers;
  ProseBuilder builder;
  offer_nitf(nitf, offers, builder);
  ArticleParts parts;
  offers.fill(parts);
  set_prose(parts, builder.take());
  return parts;
}

}  // namespace broadsheet::read
