// Dates of a query: what date:, before:, after: and date>= select.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "corpus/base/span.h"
#include "searcher/query/query_error.h"
#include "searcher/query/tree.h"

namespace broadsheet::searcher::query {

/// How a date and the articles it selects lie to each other. A date stands for
/// the whole year, month, day or second that it names.
enum class DateRelation : unsigned char {
  kWithin,  ///< date:A, date:A..B, date:..B, date:A.., date:none
  kBefore,  ///< before:A, date<A: earlier than all of A.
  kUntil,   ///< date<=A: no later than the end of A.
  kFrom,    ///< date>=A: from the beginning of A.
  kAfter,   ///< after:A, date>A: later than all of A.
};

/// Reads the dates at `value`, bytes of `query`. Beside what
/// article::parse_date takes: 7d, 2w, 3m and 1y, the day that is so many days,
/// weeks, months or years before `now` (seconds since 1970 UTC); today and
/// yesterday. DateFilter::text is left empty.
[[nodiscard]] std::variant<DateFilter, Undated, QueryError> read_dates(
    std::string_view query, Span value, DateRelation relation,
    std::int64_t now);

}  // namespace broadsheet::searcher::query
