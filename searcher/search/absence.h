// What is not in the answer: which part of a query leaves it empty, and which
// articles a date filter drops because they carry no date. Both are counted
// only when there is something to say.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "searcher/query/tree.h"
#include "searcher/search/page.h"

namespace broadsheet::searcher::search {

/// How many articles a query is true of.
using Count = std::function<std::uint64_t(const query::Node&)>;

/// At most this many parts of a query are counted.
inline constexpr std::size_t kMostParts = 16;

/// The phrases, filters and connected parts of `root` that are not negated, in
/// the order of `query`, the string it was read from, each with the number of
/// articles that it finds alone.
[[nodiscard]] std::vector<PartCount> count_parts(const query::Node& root,
                                                 std::string_view query,
                                                 const Count& count);

/// How many undated articles of `database` would be found if the date filters
/// of `root` were true of them. Throws Xapian::Error.
[[nodiscard]] std::uint64_t undated_left_out(const Xapian::Database& database,
                                             const query::Node& root,
                                             const Count& count);

}  // namespace broadsheet::searcher::search
