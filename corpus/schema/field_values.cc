#include "corpus/schema/field_values.h"

namespace broadsheet::schema {
namespace {

std::vector<std::string_view> one_or_none(std::string_view value) {
  if (value.empty()) return {};
  return {value};
}

}  // namespace

std::vector<std::string_view> field_values(const article::Article& article,
                                           Field field) {
  switch (field) {
    case Field::kText:
    case Field::kHeadline:
      return {};
    case Field::kAuthor:
      return {article.authors.begin(), article.authors.end()};
    case Field::kPlace:
      return one_or_none(article.place);
    case Field::kSource:
      return one_or_none(article.source);
    case Field::kSection:
      return one_or_none(article.section);
    case Field::kTopic:
      return {article.topics.begin(), article.topics.end()};
  }
  return {};
}

}  // namespace broadsheet::schema
