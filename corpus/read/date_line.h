// Lines that say when an article appeared: " date 2023-04-17 ", "Published:
// April 17, 2023", or a date alone.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
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

struct FootDate {
  article::Date date;
  std::string agency;  ///< "Kyodo"; empty if it names none.
};

/// The date in a paragraph that is nothing but brackets around it, as papers
/// close an article: "(April 17, 2023)", "（2023年4月17日、共同通信）".
[[nodiscard]] std::optional<FootDate> find_foot_date(
    std::string_view paragraph);

}  // namespace broadsheet::read
