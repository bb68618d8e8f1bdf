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
    std::pair{ArticleField::kBody, std::string_view("body")},
    std::pair{ArticleField::kDate, std::string_view("date")},
    std::pair{ArticleField::kAuthor, std::string_view("author")},
    std::pair{ArticleField::kSource, std::string_view("source")},
    std::pair{ArticleField::kUrl, std::string_view("url")},
    std::pair{ArticleField::kPlace, std::string_view("place")},
    std::pair{ArticleField::kSection, std::string_view("section")},
    std::pair{ArticleField::kTopics, std::string_view("topics")},
    std::pair{ArticleField::kLanguage, std::string_view("lang")},
};

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
  for (const auto& [field, name] : kFields) {
    if (field == ArticleField::kHeadline) {
      keys_.push_back({"title", {field, 0}});
      keys_.push_back({"headline", {field, 1}});
    } else {
      keys_.push_back({std::string(name), {field, 0}});
    }
  }
  keys_.push_back({"text", {ArticleField::kBody, 1}});
  keys_.push_back({"content", {ArticleField::kBody, 2}});
  keys_.push_back({"published", {ArticleField::kDate, 1}});
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
  return {};
}

std::optional<std::pair<ArticleField, int>> FieldMap::find(
    std::string_view key) const {
  for (const auto& [known, field] : keys_) {
    if (known == key) return field;
  }
  return std::nullopt;
}

}  // namespace broadsheet::read
