// The dateline of a news report: where it was written, when, and for whom, in
// front of its first sentence: "KARUIZAWA, Japan, April 17 (Kyodo) - ".
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/article/date.h"

namespace broadsheet::read {

struct Dateline {
  std::string place;   ///< "KARUIZAWA, Japan".
  std::string agency;  ///< "Kyodo"; empty if the dateline names none.
  std::optional<article::Date> date;  ///< Only where it gives the year too.
  std::size_t end = 0;  ///< Where the report itself begins, in bytes.
};

/// The dateline at the start of `paragraph`, if it has one: a place in capitals
/// (or, where an agency in brackets follows, in capitalised words), perhaps a
/// region, a date and an agency, and a dash with more text behind it. Japanese
/// datelines stand in brackets: "【東京共同】".
[[nodiscard]] std::optional<Dateline> find_dateline(std::string_view paragraph);

/// Reads the parts of `dateline`, which is known to be one and may lack the
/// dash: "    SALVADOR, Feb 26 - ". Nothing if it names no place.
[[nodiscard]] std::optional<Dateline> parse_dateline(std::string_view dateline);

}  // namespace broadsheet::read
