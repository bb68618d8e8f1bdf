#include "corpus/schema/terms.h"

namespace broadsheet::schema {

std::string_view prefix(Field field) {
  switch (field) {
    case Field::kText:
      return "";
    case Field::kHeadline:
      return "S";
    case Field::kAuthor:
      return "A";
    case Field::kPlace:
      return "XP";
    case Field::kSource:
      return "XN";
    case Field::kSection:
      return "XC";
    case Field::kTopic:
      return "XT";
  }
  return "";
}

std::string exact_term(Field field, std::string_view form) {
  std::string term(prefix(field));
  term += form;
  return term;
}

std::string stem_term(Field field, std::string_view stem) {
  std::string term = "Z";
  term += prefix(field);
  term += stem;
  return term;
}

std::string form_of_stem(const std::string& stem_term) {
  return stem_term.substr(1);
}

std::string language_term(std::string_view language) {
  std::string term = "L";
  term += language;
  return term;
}

std::string identity_term(std::string_view id, Hash128 identity) {
  std::string term = "Q";
  const bool own = !id.empty() && id.size() <= kMaxIdBytes;
  term += own ? std::string(id) : to_hex(identity);
  return term;
}

}  // namespace broadsheet::schema
