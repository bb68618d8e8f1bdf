// Forms: which exact terms of the index may stand at the places of a phrase.
// Stems have no positions, so a phrase of word forms is looked for by the exact
// forms that its stems stand for; and a headline has no stems at all.
//
// A form may have other stems in other languages: "running" is a form of run in
// English and a word of its own in German. Each language then has its own
// forms.
#pragma once

#include <xapian.h>

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "corpus/text/lexicon.h"
#include "searcher/query/tree.h"

namespace broadsheet::searcher::query {

/// Looks up which exact forms a stem stands for in the index: "Zoil" gives
/// "oil", "oils". The one that is spelt as the stem may be a form that only
/// another stem stands for. Always asked for stems of the
/// text, without the prefix of another field.
using Variants =
    std::function<std::vector<std::string>(const std::string& stem_term)>;

/// `forms`, which are those that differ from the stem of `stem_term` (of the
/// text), and that stem if any field of `database` has it as a form: an index
/// does not list what its terms tell. Throws Xapian::Error.
[[nodiscard]] std::vector<std::string> with_the_stem(
    std::vector<std::string> forms, const std::string& stem_term,
    const Xapian::Database& database);

/// The exact terms that may stand at each place of a phrase, sorted.
using PlaceForms = std::vector<std::vector<std::string>>;

/// More exact forms than this at one place of a phrase cost more than looking
/// at the articles that have its stems.
inline constexpr std::size_t kMostForms = 500;

/// The forms of a phrase in articles of some languages.
struct LanguageForms {
  PlaceForms places;
  std::vector<std::string> languages;  ///< ISO 639-1 codes.
};

/// `languages` are all the languages that articles of an index were analysed
/// in. Both parameters must outlive it.
class FormLookup {
 public:
  FormLookup(const Variants& variants, std::span<const std::string> languages)
      : variants_(variants), languages_(languages) {}

  /// The forms of `phrase` in any language, as terms of field `as`. A stem that
  /// no article has gives none. A place may have both kinds of terms here.
  [[nodiscard]] PlaceForms in_any_language(const Phrase& phrase,
                                           schema::Field as);

  /// The forms in the index whose stem in some language is `stem`.
  [[nodiscard]] std::vector<std::string> forms_of(const std::string& stem);

  /// All the languages of the index.
  [[nodiscard]] std::span<const std::string> languages() const {
    return languages_;
  }

  /// Those of them in which the form `stem` has the stem `stem`.
  [[nodiscard]] std::vector<std::string> languages_of_own(
      const std::string& stem);

  /// `forms`, which are those of `phrase` in any language, by language.
  /// Languages with the same forms are together; one entry if all have the
  /// same, none if the languages are not known.
  [[nodiscard]] std::vector<LanguageForms> by_language(const Phrase& phrase,
                                                       schema::Field as,
                                                       const PlaceForms& forms);

 private:
  std::vector<text::Lexicon>& lexicons();
  bool stems_to(text::Lexicon& lexicon, std::string_view form,
                const Place& place, schema::Field field);

  const Variants& variants_;
  std::span<const std::string> languages_;
  std::vector<text::Lexicon> lexicons_;  ///< Of languages_, when needed.
};

/// The stems at `place` of a phrase in `field`, as stem terms of the text.
[[nodiscard]] std::vector<std::string> stems_in_text(const Place& place,
                                                     schema::Field field);

}  // namespace broadsheet::searcher::query
