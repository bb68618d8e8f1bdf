#include "corpus/article/time_of_day.h"

#include <algorithm>
#include <string>

#include "corpus/article/date_words.h"

namespace broadsheet::article {
namespace {

// "Z", "UTC", "+09:00", "-0500", "+9", "EDT", "(JST)": seconds east of UTC.
// Nothing if there is something else.
std::optional<int> read_zone(DateCursor& cursor) {
  cursor.skip();
  if (cursor.at_end()) return 0;
  const bool bracket = cursor.take("(");
  const bool east = cursor.take("+");
  if (east || cursor.take("-")) {
    const std::optional<Number> hours = cursor.number();
    if (!hours || hours->digits == 3 || hours->digits > 4) return std::nullopt;
    int minutes = hours->value * 60;
    if (hours->digits == 4) {
      minutes = hours->value / 100 * 60 + hours->value % 100;
      if (hours->value % 100 > 59) return std::nullopt;
    } else if (cursor.take(":")) {
      const std::optional<Number> rest = cursor.number();
      if (!rest || rest->digits != 2 || rest->value > 59) return std::nullopt;
      minutes += rest->value;
    }
    if (minutes > 24 * 60) return std::nullopt;
    // A comment may name the zone again: "+0900 (JST)".
    cursor.skip();
    if (cursor.take("(")) {
      cursor.word();
      if (!cursor.take(")")) return std::nullopt;
    }
    return (east ? 60 : -60) * minutes;
  }
  const std::optional<int> hours = zone_hours(cursor.word());
  if (!hours || (bracket && !cursor.take(")"))) return std::nullopt;
  // "GMT+9" is a zone too.
  if (*hours == 0 && !bracket &&
      (cursor.rest().starts_with('+') || cursor.rest().starts_with('-'))) {
    return read_zone(cursor);
  }
  return *hours * 3600;
}

// "a.m.", "PM": hours to add; nothing if there is none. 12 a.m. is hour 0.
std::optional<int> half_of_day(DateCursor& cursor, int hour) {
  const DateCursor before = cursor;
  cursor.skip();
  std::string half(cursor.word());
  if (half.size() == 1 && cursor.take(".")) half += cursor.word();
  cursor.take(".");
  for (char& c : half) c = static_cast<char>(c | 0x20);
  if ((half != "am" && half != "pm") || hour < 1 || hour > 12) {
    cursor = before;
    return std::nullopt;
  }
  return (half == "pm" ? 12 : 0) - (hour == 12 ? 12 : 0);
}

}  // namespace

std::optional<int> time_of_day(DateCursor cursor) {
  const std::optional<Number> hour = cursor.number();
  if (!hour || hour->digits > 2 || hour->value > 23) return std::nullopt;
  int minute = 0;
  int second = 0;
  bool minutes_given = false;
  if (cursor.take(":")) {
    minutes_given = true;
    const std::optional<Number> minutes = cursor.number();
    if (!minutes || minutes->digits != 2 || minutes->value > 59) {
      return std::nullopt;
    }
    minute = minutes->value;
    if (cursor.take(":")) {
      const std::optional<Number> seconds = cursor.number();
      if (!seconds || seconds->digits != 2 || seconds->value > 60) {
        return std::nullopt;
      }
      second = std::min(seconds->value, 59);  // A leap second.
      if ((cursor.take(".") || cursor.take(",")) && !cursor.number()) {
        return std::nullopt;
      }
    }
  }
  const std::optional<int> half = half_of_day(cursor, hour->value);
  if (!half && !minutes_given) return std::nullopt;
  const std::optional<int> zone = read_zone(cursor);
  cursor.skip();
  if (!zone || !cursor.at_end()) return std::nullopt;
  return (hour->value + half.value_or(0)) * 3600 + minute * 60 + second - *zone;
}

}  // namespace broadsheet::article
