// The words in dates: months and weekdays in English and German, and the zones
// that mail and agencies name.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace broadsheet::article {

/// 1 to 12 for the name of a month, whole or shortened, capitals or not, in
/// English or German; 0 for any other word.
[[nodiscard]] int month_number(std::string_view word);

/// Whether `word` is a weekday in English or German, whole or shortened.
[[nodiscard]] bool is_weekday(std::string_view word);

/// Hours east of UTC of the zone `word`: "Z", "GMT", "EDT", "JST", …. Only
/// names that mean one zone in news are known. Nothing for any other word.
[[nodiscard]] std::optional<int> zone_hours(std::string_view word);

/// `text` with full-width digits ("２０２３") as ASCII ones.
[[nodiscard]] std::string with_ascii_digits(std::string_view text);

}  // namespace broadsheet::article
