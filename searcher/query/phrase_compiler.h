// From a phrase to Xapian queries. One of exact words is a query of Xapian's
// own; one of word forms is looked for by the forms, as stems have no
// positions, and has no exact query where a word has too many; headlines have
// no positions of their own, so a phrase there is looked for in the text of
// articles that have its words in the headline.
#pragma once

#include "searcher/query/compiled_query.h"
#include "searcher/query/forms.h"
#include "searcher/query/tree.h"

namespace broadsheet::searcher::query {

[[nodiscard]] CompiledQuery compile_phrase(const Phrase& phrase,
                                           FormLookup& lookup);

}  // namespace broadsheet::searcher::query
