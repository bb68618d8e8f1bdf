// A short list searched from its front: objects of news have few keys.
#include "corpus/read/field_map.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <tuple>

namespace broadsheet::read {
namespace {

constexpr std::array kFields = {
    std::pair{ArticleField::kId, std::string_view("id")},
    std::pair{ArticleField::kHeadline, std::string_view("headline")},
    std::pair{ArticleField::kDeck, std::string_view("deck")},
    std::pair{ArticleField::kBody, std::string_view("body")},
    std::pair{ArticleField::kDate, std::string_view("date")},
    std::pair{ArticleField::kUpdated, std::string_view("updated")},
    std::pair{ArticleField::kAuthor, std::string_view("author")},
    std::pair{ArticleField::kSource, std::string_view("source")},
    std::pair{ArticleField::kUrl, std::string_view("url")},
    std::pair{ArticleField::kPlace, std::string_view("place")},
    std::pair{ArticleField::kSection, std::string_view("section")},
    std::pair{ArticleField::kTopics, std::string_view("topics")},
    std::pair{ArticleField::kLanguage, std::string_view("lang")},
};

struct BuiltIn {
  std::string_view key;  // Small letters only: see plain_key.
  ArticleField field;
  int rank;
};

// The commonest first, as they are searched from the front.
constexpr std::array kBuiltIn = {
    BuiltIn{"id", ArticleField::kId, 0},
    BuiltIn{"title", ArticleField::kHeadline, 0},
    BuiltIn{"body", ArticleField::kBody, 0},
    BuiltIn{"date", ArticleField::kDate, 0},
    BuiltIn{"author", ArticleField::kAuthor, 0},
    BuiltIn{"source", ArticleField::kSource, 0},
    BuiltIn{"url", ArticleField::kUrl, 0},
    BuiltIn{"topics", ArticleField::kTopics, 0},
    BuiltIn{"section", ArticleField::kSection, 0},
    BuiltIn{"lang", ArticleField::kLanguage, 0},
    BuiltIn{"place", ArticleField::kPlace, 0},
    BuiltIn{"headline", ArticleField::kHeadline, 1},
    BuiltIn{"text", ArticleField::kBody, 1},
    BuiltIn{"content", ArticleField::kBody, 2},
    BuiltIn{"articlebody", ArticleField::kBody, 3},
    BuiltIn{"maintext", ArticleField::kBody, 4},
    BuiltIn{"fulltext", ArticleField::kBody, 5},
    BuiltIn{"deck", ArticleField::kDeck, 0},
    BuiltIn{"dek", ArticleField::kDeck, 1},
    BuiltIn{"standfirst", ArticleField::kDeck, 2},
    BuiltIn{"subtitle", ArticleField::kDeck, 3},
    BuiltIn{"subheadline", ArticleField::kDeck, 4},
    BuiltIn{"description", ArticleField::kDeck, 5},
    BuiltIn{"summary", ArticleField::kDeck, 6},
    BuiltIn{"published", ArticleField::kDate, 1},
    BuiltIn{"publishedat", ArticleField::kDate, 2},
    BuiltIn{"datepublished", ArticleField::kDate, 3},
    BuiltIn{"publicationdate", ArticleField::kDate, 4},
    BuiltIn{"publishdate", ArticleField::kDate, 5},
    BuiltIn{"datepublish", ArticleField::kDate, 6},
    BuiltIn{"pubdate", ArticleField::kDate, 7},
    BuiltIn{"updated", ArticleField::kUpdated, 0},
    BuiltIn{"updatedat", ArticleField::kUpdated, 1},
    BuiltIn{"modified", ArticleField::kUpdated, 2},
    BuiltIn{"datemodified", ArticleField::kUpdated, 3},
    BuiltIn{"lastmod", ArticleField::kUpdated, 4},
    BuiltIn{"authors", ArticleField::kAuthor, 1},
    BuiltIn{"byline", ArticleField::kAuthor, 2},
    BuiltIn{"creator", ArticleField::kAuthor, 3},
    BuiltIn{"publisher", ArticleField::kSource, 1},
    BuiltIn{"agency", ArticleField::kSource, 2},
    BuiltIn{"publication", ArticleField::kSource, 3},
    BuiltIn{"newspaper", ArticleField::kSource, 4},
    BuiltIn{"sourcedomain", ArticleField::kSource, 5},
    BuiltIn{"link", ArticleField::kUrl, 1},
    BuiltIn{"canonicalurl", ArticleField::kUrl, 2},
    BuiltIn{"permalink", ArticleField::kUrl, 3},
    BuiltIn{"dateline", ArticleField::kPlace, 1},
    BuiltIn{"articlesection", ArticleField::kSection, 1},
    BuiltIn{"category", ArticleField::kSection, 2},
    BuiltIn{"topic", ArticleField::kTopics, 1},
    BuiltIn{"tags", ArticleField::kTopics, 2},
    BuiltIn{"keywords", ArticleField::kTopics, 3},
    BuiltIn{"categories", ArticleField::kTopics, 4},
    BuiltIn{"subjects", ArticleField::kTopics, 5},
    BuiltIn{"language", ArticleField::kLanguage, 1},
    BuiltIn{"inlanguage", ArticleField::kLanguage, 2},
    BuiltIn{"articleid", ArticleField::kId, 1},
    BuiltIn{"docid", ArticleField::kId, 2},
    BuiltIn{"guid", ArticleField::kId, 3},
    BuiltIn{"uuid", ArticleField::kId, 4},
};

// "Date Published" and "date_published" as "datepublished".
std::string plain_key(std::string_view key) {
  std::string plain;
  for (const char c : key) {
    if (c == ' ' || c == '_' || c == '-') continue;
    plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return plain;
}

std::string field_names() {
  std::string names;
  for (const auto& [field, name] : kFields) {
    if (!names.empty()) names += ", ";
    names += name;
  }
  return names;
}

}  // namespace

std::string_view to_string(ArticleField field) {
  for (const auto& [known, name] : kFields) {
    if (known == field) return name;
  }
  return {};
}

FieldMap::FieldMap() {
  for (const BuiltIn& known : kBuiltIn) {
    keys_.push_back({std::string(known.key), {known.field, known.rank}});
  }
}

std::string FieldMap::assign(std::string_view assignment) {
  const std::size_t sign = assignment.find('=');
  if (sign == std::string_view::npos) {
    return fmt::format("\"{}\" is not field=key, such as body=story_text",
                       assignment);
  }
  const std::string_view name = assignment.substr(0, sign);
  const std::string_view key = assignment.substr(sign + 1);
  const auto* found =
      std::find_if(kFields.begin(), kFields.end(),
                   [&](const auto& field) { return field.second == name; });
  if (found == kFields.end()) {
    return fmt::format("\"{}\" is no field; the fields are {}", name,
                       field_names());
  }
  if (key.empty()) {
    return fmt::format("\"{}\" names no key for the field", assignment);
  }
  std::erase_if(keys_, [&](const auto& entry) {
    return entry.second.first == found->first || entry.first == key;
  });
  keys_.push_back({std::string(key), {found->first, 0}});
  assigned_ += std::string(assignment) + '\n';
  return {};
}

std::optional<std::pair<ArticleField, int>> FieldMap::find(
    std::string_view key) const {
  for (const auto& [known, field] : keys_) {
    if (known == key) return field;
  }
  const bool plain = std::all_of(key.begin(), key.end(), [](char c) {
    return c != ' ' && c != '_' && c != '-' && (c < 'A' || c > 'Z');
  });
  constexpr std::size_t kLongestKey = 40;
  if (plain || key.size() > kLongestKey) return std::nullopt;
  const std::string wanted = plain_key(key);
  for (const auto& [known, field] : keys_) {
    if (known == wanted) return field;
  }
  return std::nullopt;
}

}  // namespace broadsheet::read
