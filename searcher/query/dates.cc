#include "searcher/query/dates.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <optional>
#include <utility>

namespace broadsheet::searcher::query {
namespace {

using article::DateRange;
using article::kAllTime;

constexpr std::int64_t kDaySeconds = 86'400;

std::string lower(std::string_view text) {
  std::string lowered(text);
  std::ranges::transform(lowered, lowered.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return lowered;
}

/// The day `count` days, weeks, months or years before `today`; the last day of
/// its month if that month is shorter. Nothing before the year 1.
std::optional<std::chrono::sys_days> days_ago(std::chrono::sys_days today,
                                              int count, char unit) {
  namespace chrono = std::chrono;
  chrono::sys_days day = today;
  if (unit == 'd' || unit == 'w') {
    day -= chrono::days(unit == 'd' ? count : 7 * count);
  } else {
    const chrono::year_month_day date(today);
    const chrono::year_month month =
        date.year() / date.month() -
        chrono::months(unit == 'm' ? count : 12 * count);
    const chrono::year_month_day_last last(
        month.year(), chrono::month_day_last(month.month()));
    day = month / std::min(date.day(), last.day());
  }
  if (chrono::year_month_day(day).year() < chrono::year(1)) return std::nullopt;
  return day;
}

/// "30d", "today", "yesterday": the whole day that is meant.
std::optional<DateRange> relative_date(std::string_view text,
                                       std::int64_t now) {
  namespace chrono = std::chrono;
  const std::string word = lower(text);
  const auto today =
      chrono::floor<chrono::days>(chrono::sys_seconds(chrono::seconds(now)));
  std::optional<chrono::sys_days> day;
  if (word == "today") {
    day = today;
  } else if (word == "yesterday") {
    day = today - chrono::days(1);
  } else {
    // More digits would leave the years that the calendar counts.
    const bool long_unit = word.ends_with('m') || word.ends_with('y');
    const std::size_t most_digits = long_unit ? 4 : 5;
    if (word.size() < 2 || word.size() > most_digits + 1) return std::nullopt;
    const char unit = word.back();
    int count = 0;
    const char* const end = word.data() + word.size() - 1;
    const auto [stop, error] = std::from_chars(word.data(), end, count);
    if (error != std::errc() || stop != end || count < 0 ||
        std::string_view("dwmy").find(unit) == std::string_view::npos) {
      return std::nullopt;
    }
    day = days_ago(today, count, unit);
  }
  if (!day) return std::nullopt;
  const std::int64_t begin =
      chrono::sys_seconds(*day).time_since_epoch().count();
  return DateRange{begin, begin + kDaySeconds};
}

/// What `text` may have meant, as a hint.
std::string date_hint(std::string_view text) {
  const auto is_year = [](std::string_view part) {
    return part.size() == 4 && std::ranges::all_of(part, [](char c) {
             return c >= '0' && c <= '9';
           });
  };
  if (text.size() == 9 && text[4] == '-' && is_year(text.substr(0, 4)) &&
      is_year(text.substr(5))) {
    return "write a range with two full stops: date:" +
           std::string(text.substr(0, 4)) + ".." + std::string(text.substr(5));
  }
  return "write 2023, 2023-04, 2023-04-17, 30d (30 days ago) or a range A..B";
}

class DateReader {
 public:
  DateReader(std::string_view query, std::int64_t now)
      : query_(query), now_(now) {}

  /// The whole unit that the bytes `span` of the query name; notes the error.
  DateRange read(Span span) {
    const std::string_view text = span.of(query_);
    if (const auto relative = relative_date(text, now_)) return *relative;
    if (const auto date = article::parse_date(text)) return range_of(*date);
    if (!error_) {
      error_ = QueryError{
          .code = "bad-date",
          .span = span,
          .message = text.empty() ? std::string("a date is missing")
                                  : '"' + std::string(text) + "\" is no date",
          .hint = date_hint(text)};
    }
    return kAllTime;
  }

  /// `A..B` with either end open; the whole unit if it is no range.
  DateRange read_range(Span value) {
    const std::string_view text = value.of(query_);
    const std::size_t dots = text.find("..");
    if (dots == std::string_view::npos) return read(value);
    const Span first{value.begin, value.begin + dots};
    const Span second{first.end + 2, value.end};
    if (first.empty() && second.empty()) return read(first);
    DateRange range = kAllTime;
    if (!first.empty()) range.begin = read(first).begin;
    if (!second.empty()) range.end = read(second).end;
    return range;
  }

  [[nodiscard]] const std::optional<QueryError>& error() const {
    return error_;
  }

 private:
  std::string_view query_;
  std::int64_t now_;
  std::optional<QueryError> error_;
};

}  // namespace

std::variant<DateFilter, Undated, QueryError> read_dates(std::string_view query,
                                                         Span value,
                                                         DateRelation relation,
                                                         std::int64_t now) {
  if (relation == DateRelation::kWithin && lower(value.of(query)) == "none") {
    return Undated{};
  }
  DateReader reader(query, now);
  DateRange range = kAllTime;
  switch (relation) {
    case DateRelation::kWithin:
      range = reader.read_range(value);
      break;
    case DateRelation::kBefore:
      range.end = reader.read(value).begin;
      break;
    case DateRelation::kUntil:
      range.end = reader.read(value).end;
      break;
    case DateRelation::kFrom:
      range.begin = reader.read(value).begin;
      break;
    case DateRelation::kAfter:
      range.begin = reader.read(value).end;
      break;
  }
  if (reader.error()) return *reader.error();
  range.begin = std::max(range.begin, kAllTime.begin);
  range.end = std::min(range.end, kAllTime.end);
  if (range.begin >= range.end) {
    return QueryError{.code = "empty-range",
                      .span = value,
                      .message = "no date lies in this range",
                      .hint = relation == DateRelation::kWithin
                                  ? "put the earlier date first"
                                  : "dates run from year 1 to year 9999"};
  }
  return DateFilter{.range = range, .text = ""};
}

}  // namespace broadsheet::searcher::query
