// The calendar of dates: what they cover and how they are written. Reading them
// is date_parse.cc's matter.
#include "corpus/article/date.h"

#include <date/date.h>
#include <fmt/format.h>

#include <chrono>

namespace broadsheet::article {
namespace {

using Seconds = date::sys_seconds;

std::int64_t count(date::sys_days days) {
  return std::chrono::duration_cast<std::chrono::seconds>(
             days.time_since_epoch())
      .count();
}

date::year_month_day day_of(const Date& moment) {
  const Seconds seconds{std::chrono::seconds(moment.seconds)};
  return {date::floor<date::days>(seconds)};
}

}  // namespace

std::string to_iso(const Date& date) {
  const date::year_month_day day = day_of(date);
  const int year = static_cast<int>(day.year());
  const unsigned month = static_cast<unsigned>(day.month());
  std::string text = fmt::format("{:04}", year);
  if (date.precision == Date::Precision::kYear) return text;
  text += fmt::format("-{:02}", month);
  if (date.precision == Date::Precision::kMonth) return text;
  text += fmt::format("-{:02}", static_cast<unsigned>(day.day()));
  if (date.precision == Date::Precision::kDay) return text;
  const std::int64_t time = date.seconds - count(date::sys_days(day));
  text += fmt::format("T{:02}:{:02}:{:02}Z", time / 3600, time / 60 % 60,
                      time % 60);
  return text;
}

DateRange range_of(const Date& date) {
  const date::year_month_day day = day_of(date);
  const date::year_month month = day.year() / day.month();
  switch (date.precision) {
    case Date::Precision::kYear:
      return {count(date::sys_days(day.year() / 1 / 1)),
              count(date::sys_days((day.year() + date::years(1)) / 1 / 1))};
    case Date::Precision::kMonth:
      return {count(date::sys_days(month / 1)),
              count(date::sys_days((month + date::months(1)) / 1))};
    case Date::Precision::kDay:
      return {count(date::sys_days(day)),
              count(date::sys_days(day) + date::days(1))};
    case Date::Precision::kSecond:
      break;
  }
  return {date.seconds, date.seconds + 1};
}

}  // namespace broadsheet::article
