// How newspapers filed the fields of a story when they sent their archives to
// collections: dates of six digits, and a source with edition and page behind.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "corpus/article/date.h"

namespace broadsheet::read {

/// A date as newspapers filed it: "910514" and "12/31/87" of the 20th century,
/// "May 14, 1991, Tuesday, Home Edition", "= 900403". Nothing if it is none.
[[nodiscard]] std::optional<article::Date> filed_date(std::string_view text);

/// The paper's name in "THE PAPER (P), Saturday, Home Edition, Page 1".
[[nodiscard]] std::string paper_name(std::string_view source);

}  // namespace broadsheet::read
