// Which quotation marks and brackets after a full stop belong to the sentence
// it ends, and which open the next one. Curly marks do not say: “ opens in
// English and closes in German, » the other way round in French and Danish. So
// a mark that may be either closes when a blank or the end follows it, and
// opens when a letter does; a straight one also closes if it has a partner in
// the sentence.
#pragma once

#include <cstddef>
#include <string_view>

namespace broadsheet::text {

/// The closing marks behind a terminator, in bytes of the text.
struct ClosingMarks {
  std::size_t end = 0;       ///< After the last one, or where they would begin.
  bool quotation = false;    ///< Whether a quotation mark is among them.
  bool cjk_bracket = false;  ///< Whether the last one is 」 or 』.
};

/// The closing marks at byte `from` of `text`, of a sentence that began at
/// `sentence_begin`. A blank before one is passed over ("« Oui. »"), and so is
/// the backslash of an escaped quotation mark.
[[nodiscard]] ClosingMarks closing_marks(std::string_view text,
                                         std::size_t sentence_begin,
                                         std::size_t from);

/// The first byte at or after `from` that begins no white space.
[[nodiscard]] std::size_t after_blanks(std::string_view text, std::size_t from);

}  // namespace broadsheet::text
