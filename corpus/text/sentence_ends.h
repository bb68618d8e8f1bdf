// Whether a sentence ends at a stop: Unicode's default rules, mended for news
// prose. Unicode asks only whether a small letter follows; a reader also knows
// the word before ("Gov. Holt"), whether the word after opens sentences ("the
// U.S. The rest"), that a question within quotation marks goes on ("Why?" Holt
// asked), and that a number at the start of a line counts items.
//
//   before the stop       after it                 a sentence ends
//   any                   small letter, comma      no
//   Mr, Gov, vs           any                      no
//   Inc, U.S, p.m, J      The, He, But …           yes
//   Inc, U.S, p.m, J      other capital, number    no
//   No, Fig               number                   no
//   other word            capital, number          yes
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/text/abbreviations.h"
#include "corpus/text/closing_marks.h"
#include "corpus/text/opening_words.h"
#include "corpus/text/sentence_stops.h"
#include "corpus/text/sentence_surroundings.h"

namespace broadsheet::text {

/// The rules of one language.
class SentenceEnds {
 public:
  /// `language` is an ISO 639-1 code, or another string for no language.
  explicit SentenceEnds(std::string_view language);

  /// Where the sentence of `text` that began at byte `sentence_begin` ends if
  /// it ends at `stop`: after the closing marks. Nothing if it goes on, or if
  /// nothing but blanks follows in `text`.
  [[nodiscard]] std::optional<std::size_t> end_at(std::string_view text,
                                                  std::size_t sentence_begin,
                                                  const Stop& stop) const;

 private:
  struct Place;
  [[nodiscard]] bool ends_here(const Place& place) const;
  [[nodiscard]] bool ends_at_full_stop(const Place& place) const;
  [[nodiscard]] bool ends_at_abbreviation(const Place& place,
                                          Abbreviation kind) const;
  [[nodiscard]] bool ends_at_word(const Place& place) const;
  [[nodiscard]] bool ends_at_question(const Place& place) const;
  [[nodiscard]] bool ends_at_ellipsis(const Place& place) const;
  [[nodiscard]] bool ends_without_blank(const Place& place) const;
  [[nodiscard]] bool opens(const Place& place) const;

  Abbreviations abbreviations_;
  OpeningWords opening_words_;
  bool english_;
  bool ordinals_;  // "am 3. Oktober": a number with a full stop is an ordinal.
};

}  // namespace broadsheet::text
