#include "searcher/query/stem_words.h"

#include <algorithm>
#include <cstddef>

#include "searcher/query/compiled_query.h"

namespace broadsheet::searcher::query {

using Xapian::Query;

Query words_of_stems(const std::vector<std::string>& stem_terms,
                     schema::Field field, FormLookup& lookup) {
  const std::size_t prefix = schema::stem_term(field, "").size();
  std::vector<Query> words;
  for (const std::string& term : stem_terms) {
    const std::string stem = term.substr(prefix);
    const std::vector<std::string> forms = lookup.forms_of(stem);
    const bool has_itself = std::ranges::find(forms, stem) != forms.end();
    if (forms.size() > (has_itself ? 1 : 0)) words.emplace_back(term);
    if (!has_itself) continue;
    const Query form(schema::exact_term(field, stem));
    const std::vector<std::string> languages = lookup.languages_of_own(stem);
    if (languages.size() == lookup.languages().size()) {
      words.push_back(form);
    } else if (!languages.empty()) {
      std::vector<Query> any;
      for (const std::string& language : languages) {
        any.emplace_back(schema::language_term(language));
      }
      words.emplace_back(Query::OP_FILTER, form, joined(Query::OP_OR, any));
    }
  }
  // No article has any of them; the first says what was looked for.
  if (words.empty()) return Query(stem_terms.front());
  return joined(Query::OP_SYNONYM, words);
}

}  // namespace broadsheet::searcher::query
