// How the tests of sentences show what was cut.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "corpus/text/sentences.h"

namespace broadsheet::text {

/// The sentences of `text`, joined by '|' so that failures read as prose.
inline std::string cut(const std::string& language, std::string_view text) {
  std::string joined;
  for (const Span sentence : SentenceSplitter(language).split(text)) {
    if (!joined.empty()) joined += '|';
    joined += sentence.of(text);
  }
  return joined;
}

/// Claims that each text of `marked`, with a blank for each '|' in it, is cut
/// exactly there.
inline void check_cuts(const std::string& language,
                       const std::vector<std::string>& marked) {
  for (const std::string& expected : marked) {
    std::string text;
    for (const char c : expected) text += c == '|' ? ' ' : c;
    CHECK(cut(language, text) == expected);
  }
}

}  // namespace broadsheet::text
