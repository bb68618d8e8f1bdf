// The functions of the language: names before a parenthesis that say how what
// is in it must be printed, how often it must occur, or that it must be in one
// sentence.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "searcher/query/tree.h"

namespace broadsheet::searcher::query {

struct Function {
  enum class Kind : unsigned char {
    kCapitals,  ///< caps, allcaps, nocaps
    kNumber,    ///< singular, plural
    kExact,     ///< exact
    kTogether,  ///< s, p
    kAtLeast,   ///< atleast5
  };
  Kind kind = Kind::kExact;
  Capitals capitals = Capitals::kAny;
  Number number = Number::kEither;
  Together::Unit unit = Together::Unit::kSentence;
  std::uint32_t count = 0;  ///< 0 if it is no number from 1 to 9,999.
};

/// The function called `name`, in any case; nothing if there is none.
[[nodiscard]] std::optional<Function> find_function(std::string_view name);

}  // namespace broadsheet::searcher::query
