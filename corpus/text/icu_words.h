// ICU's word iterator, as spans of bytes: what the fast rules of words.h turn
// to for scripts that need dictionaries, and are tested against for the rest.
#pragma once

#include <unicode/brkiter.h>

#include <memory>
#include <string_view>
#include <vector>

#include "corpus/base/span.h"

namespace broadsheet::text {

/// Opening one loads ICU's rules: keep it. Not for two threads.
class IcuWords {
 public:
  /// Throws Error if ICU's data can't be loaded.
  IcuWords();

  /// The words of `text` (valid UTF-8, at most 2 GiB; Error beyond): what lies
  /// between two boundaries and has a letter, digit, kana or ideograph in it.
  [[nodiscard]] std::vector<Span> split(std::string_view text);

 private:
  std::unique_ptr<icu::BreakIterator> breaks_;
};

}  // namespace broadsheet::text
