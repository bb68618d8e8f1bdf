#include "searcher/query/compile.h"

#include <algorithm>
#include <cstddef>
#include <type_traits>
#include <utility>

#include "corpus/schema/slots.h"
#include "corpus/text/lexicon.h"

namespace broadsheet::searcher::query {
namespace {

using Xapian::Query;

/// More exact forms than this at one place of a phrase cost more than looking
/// at the candidates.
constexpr std::size_t kMostVariants = 500;

Query joined(Query::op operation, const std::vector<Query>& queries) {
  if (queries.size() == 1) return queries.front();
  return {operation, queries.begin(), queries.end()};
}

std::vector<Query> leaves(const std::vector<std::string>& terms) {
  return {terms.begin(), terms.end()};
}

Query weightless(const Query& query) {
  if (query.get_type() == Query::LEAF_MATCH_ALL) return query;
  return {Query::OP_SCALE_WEIGHT, query, 0.0};
}

Query dated() {
  return {Query::OP_VALUE_GE, schema::kPublishedSlot,
          schema::published_value(article::kAllTime.begin)};
}

/// The stems at `place` of a phrase in `field`, as stem terms of the text.
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

/// What may stand at a place, as exact terms.
struct Forms {
  std::vector<std::string> terms;  ///< Sorted, each once.
  /// Nothing else may. False if the index cannot say, or they are too many.
  bool are_all = true;
};

class Compiler {
 public:
  Compiler(const Variants& variants, std::span<const std::string> languages)
      : variants_(variants), languages_(languages) {}

  /// The query of `node`; its weights are the node's part in the score.
  Query compile(const Node& node) {
    return std::visit([&](const auto& value) { return compile(value); },
                      node.value);
  }

  [[nodiscard]] bool exact() const { return exact_; }

 private:
  Query compile(const Everything& /*everything*/) { return Query::MatchAll; }
  Query compile(const Phrase& phrase);
  Query compile(const DateFilter& filter);
  Query compile(const Undated& /*undated*/) {
    return {Query::OP_AND_NOT, Query::MatchAll, dated()};
  }
  Query compile(const And& all);
  Query compile(const Or& either);
  Query compile(const Not& excluded) {
    return {Query::OP_AND_NOT, Query::MatchAll, excluded_by(excluded)};
  }
  Query excluded_by(const Not& excluded);

  Query word_at(const Place& place, schema::Field field);
  Query words_of(const Phrase& phrase);
  Query phrase_in(schema::Field field, const Phrase& phrase);
  Forms forms_of(const Place& place, schema::Field field, schema::Field as);
  bool stems_to(const std::string& form, const Place& place,
                schema::Field field);

  const Variants& variants_;
  std::span<const std::string> languages_;
  std::vector<text::Lexicon> lexicons_;  ///< Of languages_, when needed.
  bool exact_ = true;
};

/// What stands at one place, as one word for the score: an article with "oil"
/// and "oils" does not say it twice as rarely.
Query Compiler::word_at(const Place& place, schema::Field field) {
  if (place.stem_terms.empty()) {
    return joined(Query::OP_SYNONYM, leaves(place.exact_terms));
  }
  if (field == schema::Field::kHeadline) {
    // Headlines have no stem terms of their own. A stem without forms is in no
    // article: its term finds none either.
    const Forms forms = forms_of(place, field, field);
    if (forms.are_all && !forms.terms.empty()) {
      return joined(Query::OP_SYNONYM, leaves(forms.terms));
    }
    exact_ = exact_ && forms.are_all;
    return joined(Query::OP_SYNONYM, leaves(stems_in_text(place, field)));
  }
  return joined(Query::OP_SYNONYM, leaves(place.stem_terms));
}

/// All places of `phrase`, anywhere in the field.
Query Compiler::words_of(const Phrase& phrase) {
  std::vector<Query> words;
  for (const Place& place : phrase.places) {
    words.push_back(word_at(place, phrase.field));
  }
  return joined(Query::OP_AND, words);
}

Query phrase_query(const std::vector<Query>& places) {
  return {Query::OP_PHRASE, places.begin(), places.end(),
          static_cast<Xapian::termcount>(places.size())};
}

Query Compiler::compile(const Phrase& phrase) {
  if (phrase.places.size() == 1) {
    return word_at(phrase.places.front(), phrase.field);
  }
  // A headline's words have their positions as text: the phrase may stand
  // anywhere there, and its words apart from it in the headline.
  if (phrase.field == schema::Field::kHeadline) {
    exact_ = false;
    return phrase_in(schema::Field::kText, phrase);
  }
  return phrase_in(phrase.field, phrase);
}

/// `phrase` by the positions of its words in `field`, its own or the text, and
/// by the words alone where one stands for too many forms.
Query Compiler::phrase_in(schema::Field field, const Phrase& phrase) {
  std::vector<Query> places;
  bool several = field != phrase.field;
  for (const Place& place : phrase.places) {
    const Forms forms = forms_of(place, phrase.field, field);
    if (!forms.are_all || forms.terms.empty()) {
      exact_ = exact_ && forms.are_all;
      return words_of(phrase);
    }
    several |= forms.terms.size() > 1 || !place.stem_terms.empty();
    places.push_back(joined(Query::OP_OR, leaves(forms.terms)));
  }
  Query found = phrase_query(places);
  if (!several) return found;
  // Xapian's phrases take OR but no SYNONYM, and OR adds up the weights.
  return {Query::OP_FILTER, words_of(phrase), found};
}

/// What may stand at `place` of a phrase in `field`, as terms of field `as`.
Forms Compiler::forms_of(const Place& place, schema::Field field,
                         schema::Field as) {
  Forms forms;
  const std::size_t exact_prefix = schema::exact_term(field, "").size();
  for (const std::string& term : place.exact_terms) {
    forms.terms.push_back(schema::exact_term(as, term.substr(exact_prefix)));
  }
  if (place.stem_terms.empty()) return forms;
  // The index lists the forms of its text, and headlines are text.
  if (!ranks(field)) return {.terms = {}, .are_all = false};
  for (const std::string& key : stems_in_text(place, field)) {
    for (const std::string& form : variants_(key)) {
      if (languages_.size() != 1 && exact_) {
        exact_ = stems_to(form, place, field);
      }
      forms.terms.push_back(schema::exact_term(as, form));
    }
  }
  std::ranges::sort(forms.terms);
  forms.terms.erase(std::unique(forms.terms.begin(), forms.terms.end()),
                    forms.terms.end());
  forms.are_all = forms.terms.size() <= kMostVariants;
  return forms;
}

/// Whether `form` has one of the stems at `place` in every language, so that
/// whatever article it stands in, it is a match.
bool Compiler::stems_to(const std::string& form, const Place& place,
                        schema::Field field) {
  if (languages_.empty()) return false;
  if (lexicons_.empty()) {
    for (const std::string& language : languages_) {
      lexicons_.emplace_back(language);
    }
  }
  return std::ranges::all_of(lexicons_, [&](text::Lexicon& lexicon) {
    const auto forms = lexicon.forms(form, text::Surroundings::kMixedCase);
    return forms.size() == 1 && lexicon.exact(forms[0].exact) == form &&
           forms[0].stem != text::kNoForm &&
           std::ranges::find(
               place.stem_terms,
               schema::stem_term(field, lexicon.stem(forms[0].stem))) !=
               place.stem_terms.end();
  });
}

Query Compiler::compile(const DateFilter& filter) {
  return {Query::OP_VALUE_RANGE, schema::kPublishedSlot,
          schema::published_value(filter.range.begin),
          schema::published_value(filter.range.end - 1)};
}

Query Compiler::compile(const And& all) {
  std::vector<Query> words;
  std::vector<Query> filters;
  std::vector<Query> excluded;
  for (const Node& child : all.children) {
    if (const auto* negated = std::get_if<Not>(&child.value)) {
      excluded.push_back(excluded_by(*negated));
    } else if (is_filter(child)) {
      filters.push_back(compile(child));
    } else if (!std::holds_alternative<Everything>(child.value)) {
      words.push_back(compile(child));
    }
  }
  Query query = Query::MatchAll;
  if (!words.empty()) query = joined(Query::OP_AND, words);
  if (!filters.empty()) {
    const Query filter = joined(Query::OP_AND, filters);
    query = words.empty() ? weightless(filter)
                          : Query(Query::OP_FILTER, query, filter);
  }
  if (excluded.empty()) return query;
  return {Query::OP_AND_NOT, query, joined(Query::OP_OR, excluded)};
}

/// The articles that `excluded` certainly leaves out. A query that finds more
/// than its node would leave out true matches, so it leaves out none.
Query Compiler::excluded_by(const Not& excluded) {
  const bool exact_so_far = std::exchange(exact_, true);
  const Query query = compile(excluded.child.front());
  const bool is_certain = std::exchange(exact_, exact_so_far && exact_);
  return is_certain ? query : Query::MatchNothing;
}

Query Compiler::compile(const Or& either) {
  std::vector<Query> sides;
  for (const Node& child : either.children) {
    const Query side = compile(child);
    sides.push_back(is_filter(child) ? weightless(side) : side);
  }
  return joined(Query::OP_OR, sides);
}

}  // namespace

CompiledQuery compile(const Node& root, const Variants& variants,
                      std::span<const std::string> languages) {
  Compiler compiler(variants, languages);
  Query query = compiler.compile(root);
  if (is_filter(root)) query = weightless(query);
  return {std::move(query), compiler.exact()};
}

}  // namespace broadsheet::searcher::query
