#include "searcher/query/forms.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

namespace broadsheet::searcher::query {
namespace {

bool is_exact_at(const Place& place, std::string_view form,
                 schema::Field field) {
  return !place.exact_terms.empty() &&
         std::ranges::find(place.exact_terms,
                           schema::exact_term(field, form)) !=
             place.exact_terms.end();
}

}  // namespace

std::vector<std::string> with_the_stem(std::vector<std::string> forms,
                                       const std::string& stem_term,
                                       const Xapian::Database& database) {
  const std::string stem = schema::form_of_stem(stem_term);
  if (std::ranges::any_of(schema::kAllFields, [&](schema::Field field) {
        return database.term_exists(schema::exact_term(field, stem));
      })) {
    forms.push_back(stem);
  }
  return forms;
}

std::vector<std::string> stems_in_text(const Place& place,
                                       schema::Field field) {
  const std::size_t prefix = schema::stem_term(field, "").size();
  std::vector<std::string> terms;
  for (const std::string& stem : place.stem_terms) {
    terms.push_back(
        schema::stem_term(schema::Field::kText, stem.substr(prefix)));
  }
  return terms;
}

PlaceForms FormLookup::in_any_language(const Phrase& phrase, schema::Field as) {
  const std::size_t prefix = schema::exact_term(phrase.field, "").size();
  PlaceForms places;
  for (const Place& place : phrase.places) {
    std::vector<std::string>& terms = places.emplace_back();
    for (const std::string& term : place.exact_terms) {
      terms.push_back(schema::exact_term(as, term.substr(prefix)));
    }
    const std::size_t stem_prefix = schema::stem_term(phrase.field, "").size();
    for (const std::string& term : place.stem_terms) {
      const std::string stem = term.substr(stem_prefix);
      for (const std::string& form : forms_of(stem)) {
        terms.push_back(schema::exact_term(as, form));
      }
    }
    std::ranges::sort(terms);
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
  }
  return places;
}

std::vector<LanguageForms> FormLookup::by_language(const Phrase& phrase,
                                                   schema::Field as,
                                                   const PlaceForms& forms) {
  const bool has_stems = std::ranges::any_of(
      phrase.places,
      [](const Place& place) { return !place.stem_terms.empty(); });
  if (!has_stems || languages_.size() == 1) {
    return {{forms, {languages_.begin(), languages_.end()}}};
  }
  const std::size_t prefix = schema::exact_term(as, "").size();
  std::vector<LanguageForms> groups;
  for (std::size_t l = 0; l < languages_.size(); ++l) {
    PlaceForms places = forms;
    for (std::size_t p = 0; p < places.size(); ++p) {
      const Place& place = phrase.places[p];
      if (place.stem_terms.empty()) continue;
      std::erase_if(places[p], [&](const std::string& term) {
        const std::string_view form = std::string_view(term).substr(prefix);
        return !is_exact_at(place, form, phrase.field) &&
               !stems_to(lexicons()[l], form, place, phrase.field);
      });
    }
    const auto same = std::ranges::find(groups, places, &LanguageForms::places);
    if (same == groups.end()) {
      groups.push_back({std::move(places), {languages_[l]}});
    } else {
      same->languages.push_back(languages_[l]);
    }
  }
  return groups;
}

std::vector<std::string> FormLookup::forms_of(const std::string& stem) {
  std::vector<std::string> forms =
      variants_(schema::stem_term(schema::Field::kText, stem));
  const auto itself = std::ranges::find(forms, stem);
  if (itself != forms.end() && !languages_.empty() &&
      languages_of_own(stem).empty()) {
    forms.erase(itself);
  }
  return forms;
}

std::vector<std::string> FormLookup::languages_of_own(const std::string& stem) {
  std::vector<std::string> own;
  for (const text::Lexicon& lexicon : lexicons()) {
    if (lexicon.is_own_stem(stem)) own.push_back(lexicon.language());
  }
  return own;
}

std::vector<text::Lexicon>& FormLookup::lexicons() {
  if (lexicons_.empty()) {
    for (const std::string& language : languages_) {
      lexicons_.emplace_back(language);
    }
  }
  return lexicons_;
}

/// Whether `form` has one of the stems at `place` in the lexicon's language.
bool FormLookup::stems_to(text::Lexicon& lexicon, std::string_view form,
                          const Place& place, schema::Field field) {
  for (const text::Form& known :
       lexicon.forms(form, text::Surroundings::kMixedCase)) {
    if (known.stem == text::kNoForm || lexicon.exact(known.exact) != form) {
      continue;
    }
    const std::string stem = schema::stem_term(field, lexicon.stem(known.stem));
    if (std::ranges::find(place.stem_terms, stem) != place.stem_terms.end()) {
      return true;
    }
  }
  return false;
}

}  // namespace broadsheet::searcher::query
