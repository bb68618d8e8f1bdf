// A spelling of a word that the index knows, for a word that it does not.
#pragma once

#include <xapian.h>

#include <string>
#include <string_view>

#include "searcher/query/tree.h"

namespace broadsheet::searcher::search {

/// `query`, the string that `root` was read from, with every word that no
/// article has spelt as the most common word of the index that is nearest to
/// it: one wrong letter, two in long words, never the first. Empty if there is
/// no such word, or another has no such spelling. Throws Xapian::Error.
[[nodiscard]] std::string respelt(const Xapian::Database& database,
                                  const query::Node& root,
                                  std::string_view query);

}  // namespace broadsheet::searcher::search
