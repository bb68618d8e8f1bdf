// RSS of all versions and Atom name the same things by other names, and one
// item often has several of them.
#include <string>
#include <utility>

#include "corpus/read/html_article.h"
#include "corpus/read/lines.h"
#include "corpus/read/markup_body.h"
#include "corpus/read/news_xml.h"

namespace broadsheet::read {
namespace {

using enum ArticleField;

// Text of an element that may hold escaped HTML or, in Atom, XHTML.
Prose prose_of(const XmlNode& node) {
  if (node.attributes.value("type") == "xhtml") {
    ProseBuilder builder;
    add_prose(node, builder);
    return builder.take();
  }
  const std::string text = node.all_text();
  if (node.attributes.value("type") == "text" ||
      text.find_first_of("<&") == std::string::npos) {
    return {std::string(trimmed(text)), {}};
  }
  return html_prose(text);
}

// RSS 2.0 has "ada@kelmar.example (Ada Quill)".
std::string author_of(std::string_view text) {
  const std::size_t open = text.find('(');
  const std::size_t close = text.rfind(')');
  if (text.find('@') < open && open != std::string_view::npos &&
      close != std::string_view::npos && close > open) {
    return std::string(text.substr(open + 1, close - open - 1));
  }
  return std::string(text);
}

class ItemReader {
 public:
  ItemReader(const XmlNode& item, FieldOffers offers)
      : item_(item), offers_(std::move(offers)) {}

  ArticleParts read() {
    for (const XmlNode& node : item_.children) {
      if (!node.name.empty()) take(node);
    }
    ArticleParts parts;
    const bool has_content = !content_.text.empty();
    if (has_content && !summary_.text.empty()) {
      offers_.offer(kDeck, 0, summary_.text, "summary");
    }
    offers_.fill(parts);
    Prose& body = has_content ? content_ : summary_;
    if (!body.text.empty()) {
      parts.article.sources.push_back(
          {"body", has_content ? "content" : "summary", {}});
    }
    set_prose(parts, std::move(body));
    return parts;
  }

 private:
  void offer(ArticleField field, int rank, std::string_view value,
             const XmlNode& node) {
    std::string where = node.prefix;
    if (!where.empty()) where += ':';
    offers_.offer(field, rank, value, where + node.name);
  }

  void take(const XmlNode& node) {
    const std::string& name = node.name;
    // Of Media RSS, only pictures are told.
    if (node.prefix == "media") return;
    if (name == "encoded" || name == "content") {
      keep_longer(content_, node);
    } else if (name == "description" || name == "summary") {
      keep_longer(summary_, node);
    } else if (name == "title") {
      offer(kHeadline, 0, prose_of(node).text, node);
    } else if (name == "link") {
      take_link(node);
    } else if (name == "guid" || name == "id") {
      offer(kId, 0, node.all_text(), node);
    } else if (name == "pubDate" || name == "published") {
      offer(kDate, 0, node.all_text(), node);
    } else if (name == "date" || name == "issued" || name == "created") {
      offer(kDate, 1, node.all_text(), node);
    } else if (name == "updated" || name == "modified") {
      offer(kUpdated, 0, node.all_text(), node);
      offer(kDate, 2, node.all_text(), node);
    } else if (name == "author" || name == "creator") {
      const std::string person = node.child("name").all_text();
      offer(kAuthor, name == "creator" ? 0 : 1,
            person.empty() ? author_of(node.all_text()) : person, node);
    } else if (name == "category" || name == "subject") {
      take_topic(node);
    } else if (name == "source" || name == "publisher") {
      const std::string title = node.child("title").all_text();
      offer(kSource, 0, title.empty() ? node.all_text() : title, node);
    } else if (name == "language") {
      offer(kLanguage, 0, node.all_text(), node);
    }
  }

  static void keep_longer(Prose& kept, const XmlNode& node) {
    Prose prose = prose_of(node);
    if (prose.text.size() > kept.text.size()) kept = std::move(prose);
  }

  // RSS has the address as text, Atom as an attribute and with several roles.
  void take_link(const XmlNode& node) {
    const std::string_view target = node.attributes.value("href");
    if (target.empty()) return offer(kUrl, 0, node.all_text(), node);
    const std::string_view role = node.attributes.value("rel");
    if (role.empty() || role == "alternate") offer(kUrl, 0, target, node);
  }

  void take_topic(const XmlNode& node) {
    std::string topic(node.attributes.value("label"));
    if (topic.empty()) topic = node.attributes.value("term");
    if (topic.empty()) topic = node.all_text();
    offer(kTopics, 0, topic, node);
  }

  const XmlNode& item_;
  FieldOffers offers_;
  Prose content_;
  Prose summary_;
};

}  // namespace

ArticleParts read_feed_item(const XmlNode& item, FieldOffers around) {
  if (const std::string_view language = item.attributes.value("lang");
      !language.empty()) {
    around.offer(kLanguage, 1, language, "xml:lang");
  }
  return ItemReader(item, std::move(around)).read();
}

}  // namespace broadsheet::read
