// The outline of an article: its sentences, in the order of their positions,
// each with its paragraph, zone and slots. Made once, when the article is
// indexed, and stored with it: a search never splits sentences.
#pragma once

#include <cstdint>
#include <vector>

#include "corpus/article/article.h"
#include "corpus/base/span.h"

namespace broadsheet::schema {

struct Sentence {
  Span bytes;                   ///< Of the article's text.
  std::uint32_t paragraph = 0;  ///< From 0, the headline's included.
  article::Zone zone = article::Zone::kBody;
  std::uint32_t first_slot = 0;  ///< From 1.
  std::uint32_t slots = 1;

  friend bool operator==(const Sentence&, const Sentence&) = default;
};

struct Outline {
  std::vector<Sentence> sentences;
  std::uint32_t words = 0;  ///< Of headline, lead and body: what `wc` means.

  friend bool operator==(const Outline&, const Outline&) = default;
};

/// The lead is the first body paragraph, and the next ones until it has at
/// least this many words.
inline constexpr std::uint32_t kLeadWords = 50;

}  // namespace broadsheet::schema
