// What is tried with each input of a fuzzer, and with the kept ones again in
// the tests: it must neither crash nor break what always holds.
#pragma once

#include <string_view>

namespace broadsheet::fuzz {

/// Reads `bytes` as a query: a tree that is written out and read as the same
/// tree, or an error with its place in the query. Aborts if not.
void try_query(std::string_view bytes);

/// Reads the first line of `bytes` as a query and the rest as an article (its
/// first line the headline, every other a paragraph): what Xapian surely finds
/// is true, what is true is found, and marks lie in their sentences. Aborts if
/// not.
void try_article(std::string_view bytes);

}  // namespace broadsheet::fuzz
