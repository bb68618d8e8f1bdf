// Times of day and the zones behind them, as news and mail write them.
#pragma once

#include <optional>

#include "corpus/article/date_cursor.h"

namespace broadsheet::article {

/// The time of day that is all that is left at `cursor` ("09:30", "9:30 a.m.
/// EDT", "15:01:01.79", "09:30:00 +0900 (JST)"), in seconds since the day
/// began in UTC: below 0, and above a day, if the zone is on another day. A
/// time without a zone is UTC's. Nothing if it is none, or something is behind
/// it.
[[nodiscard]] std::optional<int> time_of_day(DateCursor cursor);

}  // namespace broadsheet::article
