// What is not in the answer: which part of a query leaves it empty, and which
// articles a date filter drops because they carry no date. Both are counted
// only when there is something to say.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string_view>
#include <vector>

#include "searcher/query/compile.h"
#include "searcher/query/tree.h"
#include "searcher/search/page.h"

namespace broadsheet::searcher::search {

/// At most this many parts of a query are counted.
inline constexpr std::size_t kMostParts = 16;

/// The phrases and date filters of `root` that are not negated, in the order of
/// `query`, the string it was read from, each with the number of articles that
/// it finds alone. Throws Xapian::Error.
[[nodiscard]] std::vector<PartCount> count_parts(
    const Xapian::Database& database, const query::Node& root,
    std::string_view query, const query::Variants& variants);

/// How many undated articles would be found if the date filters of `root` were
/// true of them. Throws Xapian::Error.
[[nodiscard]] std::uint64_t undated_left_out(const Xapian::Database& database,
                                             const query::Node& root,
                                             const query::Variants& variants);

}  // namespace broadsheet::searcher::search
