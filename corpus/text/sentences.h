// Sentences of news prose: Unicode's sentence rules (UAX #29, with ICU's
// character data), mended by rules of our own for abbreviations, initials,
// acronyms, quotations and lists. A boundary is the claim that a reader would
// stop there. Where the prose leaves it open ("the U.S. Steel …"), no boundary
// is claimed: two sentences in one still read well, half a sentence does not.
//
//   sentence_stops   where a sentence may end, and what Unicode says of it
//   sentence_ends    whether it does (abbreviations, opening_words,
//                    closing_marks, sentence_surroundings)
//   sentence_lists   where an item begins without a stop before it
//
// One pass over the bytes, linear for text of any shape. On Reuters-21578
// (15.9 MB of bodies) it makes the same default boundaries as ICU.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/base/span.h"

namespace broadsheet::text {

/// Cuts prose into sentences. Building one takes some time, and it may be used
/// by several threads at once.
class SentenceSplitter {
 public:
  /// `language` is an ISO 639-1 code such as "en"; unknown ones, and "", get
  /// Unicode's root rules and international abbreviations.
  explicit SentenceSplitter(const std::string& language);
  ~SentenceSplitter();
  SentenceSplitter(SentenceSplitter&&) noexcept;
  SentenceSplitter& operator=(SentenceSplitter&&) noexcept;

  /// Returns the sentences of `text`, one paragraph, in reading order; none if
  /// it is blank. Spans are half-open byte ranges of `text`, disjoint, without
  /// outer white space. A line break inside the paragraph is a blank, an empty
  /// line ends a sentence. Malformed UTF-8 is kept as it is.
  [[nodiscard]] std::vector<Span> split(std::string_view text) const;

 private:
  class Rules;
  std::unique_ptr<Rules> rules_;
};

}  // namespace broadsheet::text
