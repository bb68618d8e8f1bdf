// What a printed word, or a part of it, is searched by.
#pragma once

#include <cstdint>

#include "corpus/base/span.h"

namespace broadsheet::text {

/// A small number that stands for an exact form or a stem within one Lexicon.
using FormId = std::uint32_t;
inline constexpr FormId kNoForm = 0xFFFFFFFF;

/// What one word, or one part of a compound such as the 7 of G7, is searched
/// by. Each Form takes one position.
struct Form {
  /// Where it stands within the printed word, half-open, in bytes; of fewer
  /// bits than a Span, as millions of forms are kept and passed on.
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  FormId exact = kNoForm;  ///< `Lexicon::exact`.
  FormId stem = kNoForm;   ///< `Lexicon::stem`; kNoForm for a form that begins
                           ///< with a digit: numbers have no other forms.
  /// A second exact form and its stem, for "US" among capitals only, where it
  /// may be the country or the pronoun; kNoForm otherwise.
  FormId also_exact = kNoForm;
  FormId also_stem = kNoForm;
  /// Whether the exact form and its stem are the same text; false without a
  /// stem.
  bool is_stem = false;
  bool also_is_stem = false;

  [[nodiscard]] Span bytes() const { return {begin, end}; }
};

}  // namespace broadsheet::text
