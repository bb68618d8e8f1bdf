// First the best value of each field is chosen, by the rank of its key; then
// each is read by what the field can be.
#include "corpus/read/json_article.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <optional>
#include <string_view>
#include <utility>

#include "corpus/read/byline.h"
#include "corpus/read/lines.h"
#include "corpus/read/markup_body.h"
#include "corpus/read/record_reader.h"

namespace broadsheet::read {
namespace {

using simdjson::dom::element;
using simdjson::dom::element_type;

struct Choice {
  int rank = -1;  // -1: none yet.
  element value;
  std::string_view key;
};

bool is_absent(element value) {
  if (value.is_null()) return true;
  std::string_view text;
  return value.get_string().get(text) == simdjson::SUCCESS &&
         trimmed(text).empty();
}

std::string_view type_name(element value) {
  switch (value.type()) {
    case element_type::ARRAY:
      return "an array";
    case element_type::OBJECT:
      return "an object";
    case element_type::BOOL:
      return "true or false";
    case element_type::STRING:
      return "a string";
    case element_type::NULL_VALUE:
      return "null";
    default:
      return "a number";
  }
}

// A string as it is, a number as it is written, an object by its "name".
std::optional<std::string> scalar(element value) {
  switch (value.type()) {
    case element_type::STRING:
      return std::string(value.get_string().value_unsafe());
    case element_type::INT64:
      return fmt::format("{}", value.get_int64().value_unsafe());
    case element_type::UINT64:
      return fmt::format("{}", value.get_uint64().value_unsafe());
    case element_type::DOUBLE:
      return fmt::format("{}", value.get_double().value_unsafe());
    case element_type::OBJECT: {
      std::string_view name;
      if (value["name"].get_string().get(name) == simdjson::SUCCESS) {
        return std::string(name);
      }
      return std::nullopt;
    }
    default:
      return std::nullopt;
  }
}

class ObjectReader {
 public:
  ObjectReader(simdjson::dom::object object, const FieldMap& fields) {
    for (const auto& [key, value] : object) {
      const auto field = fields.find(key);
      if (!field || is_absent(value)) continue;
      Choice& choice = choices_[static_cast<std::size_t>(field->first)];
      // Of equal keys the last counts, as in most readers of JSON.
      if (choice.rank < 0 || field->second <= choice.rank) {
        choice = {field->second, value, key};
      }
    }
  }

  std::variant<ArticleParts, std::string> read() {
    article::Article& article = made_.article;
    made_.headline = std::string(trimmed(text_of(ArticleField::kHeadline)));
    if (std::string reason = read_body(); !reason.empty()) return reason;
    if (made_.headline.empty() && trimmed(made_.body).empty()) {
      return "neither title nor body in it (--map body=KEY names the key that "
             "holds the text)";
    }
    article.id = text_of(ArticleField::kId);
    article.deck = std::string(trimmed(text_of(ArticleField::kDeck)));
    article.source = std::string(trimmed(text_of(ArticleField::kSource)));
    article.url = std::string(trimmed(text_of(ArticleField::kUrl)));
    article.place = std::string(trimmed(text_of(ArticleField::kPlace)));
    article.section = std::string(trimmed(text_of(ArticleField::kSection)));
    read_authors();
    read_topics();
    article.published = read_date(ArticleField::kDate);
    article.updated = read_date(ArticleField::kUpdated);
    read_language();
    note_sources();
    return std::move(made_);
  }

 private:
  [[nodiscard]] std::optional<element> value_of(ArticleField field) const {
    const Choice& choice = choices_[static_cast<std::size_t>(field)];
    if (choice.rank < 0) return std::nullopt;
    return choice.value;
  }

  void left_out(ArticleField field, element value) {
    made_.warnings.push_back(fmt::format("field {} is {}: left out",
                                         to_string(field), type_name(value)));
  }

  std::string text_of(ArticleField field) {
    const std::optional<element> value = value_of(field);
    if (!value) return {};
    std::optional<std::string> text = scalar(*value);
    if (!text) left_out(field, *value);
    return std::move(text).value_or("");
  }

  // Values of an array, or the one there is.
  std::vector<std::string> texts_of(ArticleField field) {
    std::vector<std::string> texts;
    const std::optional<element> value = value_of(field);
    if (!value) return texts;
    simdjson::dom::array array;
    if (value->get_array().get(array) != simdjson::SUCCESS) {
      texts.push_back(text_of(field));
      return texts;
    }
    for (const element item : array) {
      if (is_absent(item)) continue;
      std::optional<std::string> text = scalar(item);
      if (text) {
        texts.push_back(*std::move(text));
      } else {
        left_out(field, item);
      }
    }
    return texts;
  }

  // The body, or why there is none. An array of strings is one of paragraphs.
  std::string read_body() {
    const std::optional<element> value = value_of(ArticleField::kBody);
    if (!value) return {};
    simdjson::dom::array paragraphs;
    if (value->get_array().get(paragraphs) == simdjson::SUCCESS) {
      for (const element item : paragraphs) {
        const std::optional<std::string> text = scalar(item);
        if (!text) {
          return fmt::format("the body holds {} where text should be",
                             type_name(item));
        }
        if (!made_.body.empty()) made_.body += "\n\n";
        made_.body += *text;
      }
      return {};
    }
    std::optional<std::string> text;
    if (value->type() != element_type::OBJECT) text = scalar(*value);
    if (!text) {
      return fmt::format("the body is {}, not text", type_name(*value));
    }
    set_body(made_, *std::move(text));
    return {};
  }

  void read_authors() {
    std::vector<std::string>& authors = made_.article.authors;
    for (const std::string& text : texts_of(ArticleField::kAuthor)) {
      const std::string_view name = trimmed(text);
      std::vector<std::string> names = byline_authors(name);
      if (names.empty() && !name.empty()) names.emplace_back(name);
      for (std::string& one : names) authors.push_back(std::move(one));
    }
  }

  // A string may list several: "trade, oil; shipping".
  void read_topics() {
    const std::optional<element> value = value_of(ArticleField::kTopics);
    const bool list = value && value->type() == element_type::STRING;
    for (const std::string& text : texts_of(ArticleField::kTopics)) {
      std::string_view rest = text;
      for (;;) {
        const std::size_t end = list ? rest.find_first_of(",;") : rest.npos;
        const std::string_view topic = trimmed(rest.substr(0, end));
        if (!topic.empty()) made_.article.topics.emplace_back(topic);
        if (end == rest.npos) break;
        rest.remove_prefix(end + 1);
      }
    }
  }

  std::optional<article::Date> read_date(ArticleField field) {
    const std::string text = text_of(field);
    if (text.empty()) return std::nullopt;
    std::optional<article::Date> date = article::parse_date(text);
    double number = 0;
    if (!date &&
        value_of(field)->get_double().get(number) == simdjson::SUCCESS) {
      date = moment_of(number);
    }
    if (!date) {
      made_.warnings.push_back(
          fmt::format("its date is not understood and left unknown: \"{}\"",
                      std::string_view(text).substr(0, 40)));
    }
    return date;
  }

  // Seconds since 1970, or, of more than any second that a Date can hold,
  // milliseconds.
  static std::optional<article::Date> moment_of(double number) {
    if (!std::isfinite(number)) return std::nullopt;
    if (std::fabs(number) > 1e11) number /= 1000;
    if (number < static_cast<double>(article::kAllTime.begin) ||
        number >= static_cast<double>(article::kAllTime.end)) {
      return std::nullopt;
    }
    return article::Date{static_cast<std::int64_t>(std::floor(number)),
                         article::Date::Precision::kSecond};
  }

  void read_language() {
    const std::string text = text_of(ArticleField::kLanguage);
    if (text.empty()) return;
    made_.article.language = language_code(trimmed(text));
    if (!made_.article.language.empty()) return;
    made_.warnings.push_back(
        fmt::format("field lang is no language code such as \"en\": \"{}\"",
                    std::string_view(text).substr(0, 40)));
  }

  // Which key each field was found under; a date also as it stands there.
  void note_sources() {
    std::vector<article::FieldSource>& sources = made_.article.sources;
    sources.reserve(kArticleFields);
    for (std::size_t i = 0; i < choices_.size(); ++i) {
      if (choices_[i].rank < 0) continue;
      const auto field = static_cast<ArticleField>(i);
      article::FieldSource source{to_string(field), "key ", {}};
      source.where += choices_[i].key;
      if (field == ArticleField::kDate || field == ArticleField::kUpdated) {
        source.written = scalar(choices_[i].value).value_or("");
      }
      sources.push_back(std::move(source));
    }
  }

  std::array<Choice, kArticleFields> choices_;
  ArticleParts made_;
};

}  // namespace

std::variant<ArticleParts, std::string> read_json_article(
    simdjson::dom::object object, const FieldMap& fields) {
  return ObjectReader(object, fields).read();
}

}  // namespace broadsheet::read
