#include "corpus/read/json_ld.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <array>
#include <optional>
#include <utility>

#include "corpus/read/sgml.h"

namespace broadsheet::read {
namespace {

using simdjson::dom::element;
using simdjson::dom::element_type;

constexpr int kDeepest = 4;

std::optional<std::string_view> text_of(element value) {
  std::string_view text;
  if (value.get_string().get(text) != simdjson::SUCCESS) return std::nullopt;
  return text;
}

// Types that are articles: "NewsArticle", "ReportageNewsArticle", ….
bool is_article_type(std::string_view type) {
  return type.ends_with("Article") || type.ends_with("BlogPosting") ||
         type == "Report" || type == "Review";
}

bool is_article(element value) {
  element type;
  if (value["@type"].get(type) != simdjson::SUCCESS) return false;
  if (const auto one = text_of(type)) return is_article_type(*one);
  simdjson::dom::array types;
  if (type.get_array().get(types) != simdjson::SUCCESS) return false;
  for (const element item : types) {
    const auto one = text_of(item);
    if (one && is_article_type(*one)) return true;
  }
  return false;
}

// The first article at or below `value`.
std::optional<element> find_article(element value, int depth) {
  if (depth > kDeepest) return std::nullopt;
  simdjson::dom::array list;
  if (value.get_array().get(list) == simdjson::SUCCESS) {
    for (const element item : list) {
      if (const auto found = find_article(item, depth + 1)) return found;
    }
    return std::nullopt;
  }
  if (value.type() != element_type::OBJECT) return std::nullopt;
  if (is_article(value)) return value;
  for (const char* key : {"@graph", "mainEntity", "mainEntityOfPage"}) {
    element below;
    if (value[key].get(below) != simdjson::SUCCESS) continue;
    if (const auto found = find_article(below, depth + 1)) return found;
  }
  return std::nullopt;
}

// What an article says, and under which key; of two for one field the first.
constexpr std::array kKeys = {
    std::pair{ArticleField::kHeadline, "headline"},
    std::pair{ArticleField::kDeck, "alternativeHeadline"},
    std::pair{ArticleField::kDate, "datePublished"},
    std::pair{ArticleField::kUpdated, "dateModified"},
    std::pair{ArticleField::kAuthor, "author"},
    std::pair{ArticleField::kSource, "publisher"},
    std::pair{ArticleField::kSection, "articleSection"},
    std::pair{ArticleField::kTopics, "keywords"},
    std::pair{ArticleField::kLanguage, "inLanguage"},
    std::pair{ArticleField::kPlace, "dateline"},
    std::pair{ArticleField::kPlace, "locationCreated"},
    std::pair{ArticleField::kUrl, "url"},
    std::pair{ArticleField::kUrl, "mainEntityOfPage"}};

class ArticleObject {
 public:
  ArticleObject(element object, FieldOffers& offers)
      : object_(object), offers_(offers) {}

  std::string read() {
    for (const auto& [field, key] : kKeys) offer(field, key);
    element body;
    if (object_["articleBody"].get(body) != simdjson::SUCCESS) return {};
    return std::string(text_of(body).value_or(""));
  }

 private:
  void offer(ArticleField field, const char* key) {
    element value;
    if (object_[key].get(value) != simdjson::SUCCESS) return;
    add(field, value, fmt::format("JSON-LD {}", key), 0);
  }

  // A text, an object by its name, or each of a list.
  void add(ArticleField field, element value, const std::string& where,
           int depth) {
    if (depth > kDeepest) return;
    if (const auto text = text_of(value)) {
      add_text(field, decode_references(*text), where);
      return;
    }
    simdjson::dom::array list;
    if (value.get_array().get(list) == simdjson::SUCCESS) {
      for (const element item : list) add(field, item, where, depth + 1);
      return;
    }
    for (const char* key : {"name", "@id"}) {
      element name;
      if (value.type() != element_type::OBJECT ||
          value[key].get(name) != simdjson::SUCCESS) {
        continue;
      }
      // An @id is an address: of use for the article's own only.
      if (std::string_view(key) == "@id" && field != ArticleField::kUrl) return;
      return add(field, name, where, depth + 1);
    }
  }

  // Keywords in one string are parted by commas.
  void add_text(ArticleField field, const std::string& text,
                const std::string& where) {
    std::string_view rest = text;
    while (field == ArticleField::kTopics) {
      const std::size_t comma = rest.find(',');
      if (comma == std::string_view::npos) break;
      offers_.offer(field, 0, rest.substr(0, comma), where);
      rest.remove_prefix(comma + 1);
    }
    offers_.offer(field, 0, rest, where);
  }

  element object_;
  FieldOffers& offers_;
};

}  // namespace

std::string offer_json_ld(std::string_view script, FieldOffers& offers) {
  simdjson::dom::parser parser;
  element root;
  const simdjson::padded_string padded(script);
  if (parser.parse(padded).get(root) != simdjson::SUCCESS) return {};
  const std::optional<element> found = find_article(root, 0);
  if (!found) return {};
  return ArticleObject(*found, offers).read();
}

}  // namespace broadsheet::read
