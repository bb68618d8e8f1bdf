// Reads dates as news and its exports write them. A cursor goes over the text
// once; nothing depends on the locale, and a day no calendar has is no date.
#include <date/date.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>

#include "corpus/article/date.h"
#include "corpus/article/date_cursor.h"
#include "corpus/article/date_words.h"
#include "corpus/article/time_of_day.h"

namespace broadsheet::article {
namespace {

constexpr std::size_t kLongestDate = 80;  // In bytes.

struct Day {
  int year = 0;
  int month = 0;  // 0: unknown.
  int day = 0;    // 0: unknown.
};

std::optional<Date> date_of(const Day& day) {
  if (day.year < 1 || day.year > 9999) return std::nullopt;
  const date::year_month_day calendar{
      date::year(day.year),
      date::month(static_cast<unsigned>(std::max(day.month, 1))),
      date::day(static_cast<unsigned>(std::max(day.day, 1)))};
  if (day.month < 0 || day.day < 0 || !calendar.ok()) return std::nullopt;
  Date date;
  date.seconds = std::chrono::duration_cast<std::chrono::seconds>(
                     date::sys_days(calendar).time_since_epoch())
                     .count();
  date.precision = day.month == 0 ? Date::Precision::kYear
                   : day.day == 0 ? Date::Precision::kMonth
                                  : Date::Precision::kDay;
  return date;
}

// `day` with the time of day that is left, if anything is.
std::optional<Date> with_time(const Day& day, DateCursor cursor) {
  std::optional<Date> date = date_of(day);
  if (!date) return std::nullopt;
  const bool parted = cursor.skip();
  if (cursor.at_end()) return date;
  if (date->precision != Date::Precision::kDay) return std::nullopt;
  const bool sign = cursor.take("T") || cursor.take("t") ||
                    cursor.take("at ") || cursor.take("um ");
  if (!parted && !sign) return std::nullopt;
  cursor.skip();
  const std::optional<int> seconds = time_of_day(cursor);
  if (!seconds) return std::nullopt;
  date->seconds += *seconds;
  date->precision = Date::Precision::kSecond;
  if (date->seconds < kAllTime.begin || date->seconds >= kAllTime.end) {
    return std::nullopt;
  }
  return date;
}

// "20230417", "20230417T093000Z", "20230417093000".
std::optional<Date> compact_date(std::string_view text) {
  const auto part = [&](std::size_t at, std::size_t size) {
    return DateCursor(text.substr(at, size)).number().value_or(Number{}).value;
  };
  const Day day{part(0, 4), part(4, 2), part(6, 2)};
  if (day.month == 0 || day.day == 0) return std::nullopt;
  std::string_view behind = text.substr(8);
  if (behind.empty()) return date_of(day);
  if (behind.front() == 'T') behind.remove_prefix(1);
  const std::size_t digits =
      std::min(behind.find_first_not_of("0123456789"), behind.size());
  if (digits != 4 && digits != 6) {
    return with_time(day, DateCursor(text.substr(8)));
  }
  std::string time(" ");
  for (std::size_t i = 0; i < digits; i += 2) {
    if (i > 0) time += ':';
    time += behind.substr(i, 2);
  }
  time += behind.substr(digits);
  return with_time(day, DateCursor(time));
}

// "2023", "2023-04", "2023-04-17…", "2023/04/17", "2023年4月17日".
std::optional<Date> year_first(int year, DateCursor cursor) {
  if (cursor.at_end()) return date_of({year, 0, 0});
  const bool japanese = cursor.take("年");
  const std::string_view sign = japanese ? "月" : cursor.rest().substr(0, 1);
  if (!japanese && !cursor.take("-") && !cursor.take("/") &&
      !cursor.take(".")) {
    return std::nullopt;
  }
  if (japanese && cursor.at_end()) return date_of({year, 0, 0});
  const std::optional<Number> month = cursor.number();
  if (!month || month->digits > 2 || month->value == 0) return std::nullopt;
  if (cursor.at_end() && !japanese) return date_of({year, month->value, 0});
  if (!cursor.take(sign)) return std::nullopt;
  if (cursor.at_end() && japanese) return date_of({year, month->value, 0});
  const std::optional<Number> day = cursor.number();
  if (!day || day->digits > 2 || day->value == 0) return std::nullopt;
  if (japanese && !cursor.take("日")) return std::nullopt;
  return with_time({year, month->value, day->value}, cursor);
}

// The day of the month with what may stand behind it: "17", "17th", "17.".
std::optional<int> day_number(const Number& number, DateCursor& cursor) {
  if (number.digits > 2 || number.value == 0) return std::nullopt;
  for (const std::string_view ordinal :
       {"st", "nd", "rd", "th", "er", "º", "."}) {
    if (cursor.take(ordinal)) break;
  }
  return number.value;
}

std::optional<int> year_number(DateCursor& cursor) {
  const std::optional<Number> year = cursor.number();
  if (!year || year->digits != 4) return std::nullopt;
  return year->value;
}

// "17.04.2023". Takes it. With slashes nobody can tell which is the month.
std::optional<Day> day_in_numbers(const Number& first, DateCursor& cursor) {
  const DateCursor before = cursor;
  if (first.digits > 2 || !cursor.take(".")) return std::nullopt;
  const std::optional<Number> month = cursor.number();
  const bool parted = cursor.take(".");
  const std::optional<Number> year = cursor.number();
  if (!month || month->digits > 2 || !parted || !year || year->digits != 4 ||
      first.value == 0 || month->value == 0) {
    cursor = before;
    return std::nullopt;
  }
  return Day{year->value, month->value, first.value};
}

// "17 April 2023", "17-APR-1987 15:01:01.79", "17. April 2023".
std::optional<Date> day_first(const Number& first, DateCursor cursor) {
  if (const std::optional<Day> numbers = day_in_numbers(first, cursor)) {
    return with_time(*numbers, cursor);
  }
  const std::optional<int> day = day_number(first, cursor);
  if (!day) return std::nullopt;
  const bool hyphens = cursor.take("-");
  cursor.skip();
  for (const std::string_view of : {"of ", "de ", "di "}) {
    if (cursor.take(of)) break;
  }
  const int month = month_number(cursor.word());
  if (month == 0 || (hyphens && !cursor.take("-"))) return std::nullopt;
  cursor.take(".");
  cursor.skip();
  if (!cursor.take("de ")) cursor.take("del ");
  const std::optional<int> year = year_number(cursor);
  if (!year) return std::nullopt;
  for (const std::string_view word : {" года", " г."}) {
    if (cursor.take(word)) break;
  }
  return with_time({*year, month, *day}, cursor);
}

// "April 17, 2023", "April 2023", "Apr 17 09:30:00 UTC 2023".
std::optional<Date> month_first(int month, DateCursor cursor) {
  cursor.take(".");
  cursor.skip();
  const std::optional<Number> number = cursor.number();
  if (!number) return std::nullopt;
  if (number->digits == 4) {
    return cursor.at_end() ? date_of({number->value, month, 0}) : std::nullopt;
  }
  const std::optional<int> day = day_number(*number, cursor);
  if (!day || !cursor.skip()) return std::nullopt;
  // The clock may stand before the year, as `date` prints it.
  const std::string_view rest = cursor.rest();
  const std::size_t last = rest.find_last_of(' ');
  if (rest.find(':') < 3 && last != std::string_view::npos) {
    DateCursor end(rest.substr(last + 1));
    const std::optional<int> year = year_number(end);
    if (!year || !end.at_end()) return std::nullopt;
    const std::string time = ' ' + std::string(rest.substr(0, last));
    return with_time({*year, month, *day}, DateCursor(time));
  }
  const std::optional<int> year = year_number(cursor);
  if (!year) return std::nullopt;
  return with_time({*year, month, *day}, cursor);
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  DateCursor outer(text);
  outer.skip();
  text = outer.rest();
  while (!text.empty() && std::string_view(" \t\r\n,").find(text.back()) !=
                              std::string_view::npos) {
    text.remove_suffix(1);
  }
  if (text.empty() || text.size() > kLongestDate) return std::nullopt;
  const std::string plain = with_ascii_digits(text);
  DateCursor cursor(plain);
  if (const std::optional<Era> era = era_at(plain)) {
    // The first year of an era is called "元年".
    DateCursor behind(std::string_view(plain).substr(era->bytes));
    if (behind.take("元")) return year_first(era->before + 1, behind);
    const std::optional<Number> number = behind.number();
    if (!number || number->digits > 2 || !behind.rest().starts_with("年")) {
      return std::nullopt;
    }
    return year_first(era->before + number->value, behind);
  }
  if (!cursor.at_digit()) {
    const std::string_view word = cursor.word();
    if (const int month = month_number(word); month > 0) {
      return month_first(month, cursor);
    }
    if (!is_weekday(word)) return std::nullopt;
    cursor.take(".");
    cursor.skip();
    if (!cursor.at_end() && !cursor.at_digit()) {
      const int month = month_number(cursor.word());
      return month > 0 ? month_first(month, cursor) : std::nullopt;
    }
    const std::optional<Number> day = cursor.number();
    return day ? day_first(*day, cursor) : std::nullopt;
  }
  const std::optional<Number> number = cursor.number();
  switch (number->digits) {
    case 1:
    case 2:
      return day_first(*number, cursor);
    case 4:
      return year_first(number->value, cursor);
    case 8:
    case 12:
    case 14:
      return compact_date(plain);
    default:
      return std::nullopt;
  }
}

}  // namespace broadsheet::article
