// Sentences of news prose: ICU's sentence rules (UAX #29), mended by rules of
// our own for abbreviations, initials, acronyms, quotations and lists. A
// boundary is the claim that a reader would stop there.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/base/span.h"

namespace broadsheet::text {

/// Cuts prose into sentences. Building one is slow: keep one per thread.
class SentenceSplitter {
 public:
  /// `language` is an ISO 639-1 code such as "en"; unknown ones, and "", get
  /// ICU's root rules. Throws Error if ICU's data cannot be loaded.
  explicit SentenceSplitter(const std::string& language);
  ~SentenceSplitter();
  SentenceSplitter(SentenceSplitter&&) noexcept;
  SentenceSplitter& operator=(SentenceSplitter&&) noexcept;

  /// Returns the sentences of `text`, one paragraph, in reading order; none if
  /// it is blank. Spans are half-open byte ranges of `text`, disjoint, without
  /// outer white space. A line break inside the paragraph is a blank.
  /// Malformed UTF-8 is kept as it is. Throws Error if `text` exceeds 2 GiB.
  [[nodiscard]] std::vector<Span> split(std::string_view text);

 private:
  class Rules;
  std::unique_ptr<Rules> rules_;
};

}  // namespace broadsheet::text
