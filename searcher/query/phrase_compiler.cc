#include "searcher/query/phrase_compiler.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "corpus/schema/positions.h"
#include "searcher/query/anchors.h"
#include "searcher/query/stem_words.h"

namespace broadsheet::searcher::query {
namespace {

using Xapian::Query;

/// Words side by side; a single one as one word for the score, as an article
/// with "oil" and "oils" does not say it twice as rarely.
Query side_by_side(const PlaceForms& places) {
  if (places.size() == 1) return joined(Query::OP_SYNONYM, places[0]);
  std::vector<Query> words;
  for (const auto& forms : places) {
    words.push_back(joined(Query::OP_OR, forms));
  }
  return {Query::OP_PHRASE, words.begin(), words.end(),
          static_cast<Xapian::termcount>(words.size())};
}

bool has_empty_place(const PlaceForms& places) {
  return std::ranges::any_of(places,
                             [](const auto& forms) { return forms.empty(); });
}

bool has_one_form_each(const PlaceForms& places) {
  return std::ranges::all_of(
      places, [](const auto& forms) { return forms.size() == 1; });
}

/// `phrase` in the headline instead of where it is.
Phrase in_headline(const Phrase& phrase) {
  Phrase copy = phrase;
  copy.region = Region::kAnywhere;
  copy.field = schema::Field::kHeadline;
  const std::size_t exact = schema::exact_term(phrase.field, "").size();
  const std::size_t stem = schema::stem_term(phrase.field, "").size();
  for (Place& place : copy.places) {
    for (std::string& term : place.exact_terms) {
      term = schema::exact_term(copy.field, term.substr(exact));
    }
    for (std::string& term : place.stem_terms) {
      term = schema::stem_term(copy.field, term.substr(stem));
    }
  }
  return copy;
}

class PhraseCompiler {
 public:
  explicit PhraseCompiler(FormLookup& lookup) : lookup_(lookup) {}

  CompiledQuery compile(const Phrase& phrase);

 private:
  CompiledQuery near_each_other(const Phrase& phrase);
  CompiledQuery words_in_order(const Phrase& phrase);
  CompiledQuery forms_in_order(const Phrase& phrase, schema::Field as);
  Query words_of(const Phrase& phrase);

  FormLookup& lookup_;
};

CompiledQuery PhraseCompiler::compile(const Phrase& phrase) {
  CompiledQuery found =
      phrase.slop ? near_each_other(phrase) : words_in_order(phrase);
  if (!is_restricted(phrase)) return found;
  found.certain = Query::MatchNothing;
  found.exact = false;
  if (phrase.region == Region::kHeadlineAndLead &&
      phrase.capitals == Capitals::kAny) {
    found.certain = compile(in_headline(phrase)).certain;
  }
  return found;
}

/// All words of `phrase` near each other, in any order.
CompiledQuery PhraseCompiler::near_each_other(const Phrase& phrase) {
  const Query words = words_of(phrase);
  if (!ranks(phrase.field)) return {words, Query::MatchNothing, false};
  const std::size_t window = std::min<std::size_t>(
      schema::kWordsPerSlot, phrase.places.size() + *phrase.slop);
  return placed(words, nearness(anchors_of_words(phrase), false,
                                static_cast<unsigned>(window), lookup_));
}

CompiledQuery PhraseCompiler::words_in_order(const Phrase& phrase) {
  const Place& first = phrase.places.front();
  const bool headline = phrase.field == schema::Field::kHeadline;
  if (phrase.places.size() > 1) {
    // The words of a headline have their positions as text: the phrase may
    // stand anywhere there, and its words apart from it in the headline.
    CompiledQuery found =
        forms_in_order(phrase, headline ? schema::Field::kText : phrase.field);
    if (headline) {
      found.certain = Query::MatchNothing;
      found.exact = false;
    }
    return found;
  }
  if (first.stem_terms.empty()) {
    return exactly(joined(Query::OP_SYNONYM, first.exact_terms));
  }
  // Headlines have no stem terms.
  if (headline) return forms_in_order(phrase, phrase.field);
  return exactly(words_of_stems(first.stem_terms, phrase.field, lookup_));
}

/// `phrase` by the exact forms of its words, at their positions in field `as`.
CompiledQuery PhraseCompiler::forms_in_order(const Phrase& phrase,
                                             schema::Field as) {
  const PlaceForms forms = lookup_.in_any_language(phrase, as);
  if (has_empty_place(forms)) return exactly(Query::MatchNothing);
  if (std::ranges::any_of(
          forms, [](const auto& terms) { return terms.size() > kMostForms; })) {
    return {words_of(phrase), Query::MatchNothing, false};
  }
  std::vector<Query> found;
  const std::vector<LanguageForms> groups =
      lookup_.by_language(phrase, as, forms);
  for (const LanguageForms& group : groups) {
    if (has_empty_place(group.places)) continue;
    std::vector<Query> languages;
    for (const std::string& language : group.languages) {
      languages.emplace_back(schema::language_term(language));
    }
    const Query here = side_by_side(group.places);
    found.push_back(
        groups.size() == 1
            ? here
            : Query(Query::OP_FILTER, here, joined(Query::OP_OR, languages)));
  }
  if (groups.empty()) found.push_back(side_by_side(forms));
  const Query places = joined(Query::OP_OR, found);
  // A phrase that is one word at each place ranks by itself, and so does a word
  // of one language. Other weights would be added up over forms and languages.
  const bool ranks_itself = as == phrase.field && groups.size() == 1 &&
                            (phrase.places.size() == 1 ||
                             (has_one_form_each(forms) && !phrase.word_forms));
  const Query query =
      ranks_itself ? places : Query(Query::OP_FILTER, words_of(phrase), places);
  if (groups.empty()) return {query, Query::MatchNothing, false};
  return exactly(query);
}

/// All words of `phrase`, anywhere in its field.
Query PhraseCompiler::words_of(const Phrase& phrase) {
  std::vector<Query> words;
  PlaceForms headline_forms;
  if (phrase.field == schema::Field::kHeadline) {
    headline_forms = lookup_.in_any_language(phrase, phrase.field);
  }
  for (std::size_t p = 0; p < phrase.places.size(); ++p) {
    const Place& place = phrase.places[p];
    if (place.stem_terms.empty()) {
      words.push_back(joined(Query::OP_SYNONYM, place.exact_terms));
    } else if (headline_forms.empty()) {
      words.push_back(words_of_stems(place.stem_terms, phrase.field, lookup_));
    } else if (headline_forms[p].size() <= kMostForms) {
      words.push_back(joined(Query::OP_SYNONYM, headline_forms[p]));
    } else {
      words.push_back(words_of_stems(stems_in_text(place, phrase.field),
                                     schema::Field::kText, lookup_));
    }
  }
  return joined(Query::OP_AND, words);
}

}  // namespace

CompiledQuery compile_phrase(const Phrase& phrase, FormLookup& lookup) {
  return PhraseCompiler(lookup).compile(phrase);
}

}  // namespace broadsheet::searcher::query
