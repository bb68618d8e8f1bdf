// Lines that say when an article appeared: " date 2023-04-17 ", "Published:
// April 17, 2023", or a date alone.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "corpus/article/date.h"

namespace broadsheet::read {

struct DateLine {
  article::Date date;
  std::size_t end = 0;  ///< Behind the date, in bytes: more text may follow.
};

/// The date that `paragraph` starts with or consists of: a date alone, or one
/// behind "date", "dated", "published", "posted" or "updated". Text may follow
/// only behind the word "date".
[[nodiscard]] std::optional<DateLine> find_date_line(
    std::string_view paragraph);

}  // namespace broadsheet::read
