// The words in dates: months and weekdays in the languages of news, Japanese
// eras, and the zones that mail and agencies name.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace broadsheet::article {

/// 1 to 12 for the name of a month, whole or shortened, capitals or not, in
/// English, German, French, Spanish, Italian, Portuguese, Dutch or Russian; 0
/// for any other word.
[[nodiscard]] int month_number(std::string_view word);

/// Whether `word` is a weekday in one of these languages; in English, also
/// shortened.
[[nodiscard]] bool is_weekday(std::string_view word);

/// A Japanese era at the start of a text: "令和5年" is the year `before` + 5.
struct Era {
  std::size_t bytes = 0;  ///< Of its name.
  int before = 0;         ///< The year before its first.
};
[[nodiscard]] std::optional<Era> era_at(std::string_view text);

/// Hours east of UTC of the zone `word`: "Z", "GMT", "EDT", "JST", …. Only
/// names that mean one zone in news are known. Nothing for any other word.
[[nodiscard]] std::optional<int> zone_hours(std::string_view word);

/// `text` with full-width digits ("２０２３") as ASCII ones.
[[nodiscard]] std::string with_ascii_digits(std::string_view text);

}  // namespace broadsheet::article
