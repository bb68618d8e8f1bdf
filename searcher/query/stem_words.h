// Words by their stems: articles that have any form of a word. An article has a
// stem term for its forms that differ from the stem; for one that is the stem
// itself the exact term is there already, so that both are asked for.
//
//   oil     also oils in the index   Zoil SYNONYM oil
//   said    no other form            said
//   houses  house is another stem    Zhous
//
// In another language the form may have another stem: then it counts only in
// articles of those languages in which it is its own.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "corpus/schema/terms.h"
#include "searcher/query/forms.h"

namespace broadsheet::searcher::query {

/// Finds the articles that have a word with one of `stem_terms` (not
/// empty, of `field`, not of headlines), and ranks them by all of its forms
/// together. Exactly these, unless the languages of the index are not told.
[[nodiscard]] Xapian::Query words_of_stems(
    const std::vector<std::string>& stem_terms, schema::Field field,
    FormLookup& lookup);

}  // namespace broadsheet::searcher::query
