// Dates of news: a moment in UTC and how much of it is known. Years 1 to 9999,
// so that archives older than 1970 work.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace broadsheet::article {

/// A published date. Seconds since 1970-01-01T00:00:00Z, negative before it; a
/// date without a time is the first second of its day, month or year.
struct Date {
  enum class Precision : unsigned char { kYear, kMonth, kDay, kSecond };
  std::int64_t seconds = 0;
  Precision precision = Precision::kDay;

  friend bool operator==(const Date&, const Date&) = default;
};

/// Half-open range of seconds since 1970 UTC.
struct DateRange {
  std::int64_t begin = 0;
  std::int64_t end = 0;

  friend bool operator==(const DateRange&, const DateRange&) = default;
};

/// The earliest and the end of the latest moment that a Date can hold: years 1
/// to 9999.
inline constexpr DateRange kAllTime{-62135596800, 253402300800};

/// Reads one date out of `text` as news writes it (outer blanks allowed):
/// "2023-04-17", "2023-04", "2023", "2023-04-17T09:30+09:00" (also a blank for
/// T, seconds, fractions, Z), "April 17, 2023", "Apr. 17, 2023",
/// "17 April 2023" (also in the other languages of date_words.h), "17.04.2023",
/// "令和5年4月17日", "20230417", "26-FEB-1987 15:01:01.79", RFC 2822. A time
/// without a zone is taken as UTC. Nothing if it is none of these, or a day
/// that no calendar has.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);

/// ISO 8601, as much as is known: "2023", "2023-04", "2023-04-17",
/// "2023-04-17T00:30:00Z".
[[nodiscard]] std::string to_iso(const Date& date);

/// The whole year, month, day or second that the date names.
[[nodiscard]] DateRange range_of(const Date& date);

}  // namespace broadsheet::article
