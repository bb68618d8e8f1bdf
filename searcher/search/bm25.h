// The figures of Okapi BM25 as articles are ranked by it, and the formula for
// who has to weigh by himself what Xapian weighs elsewhere (its BM25Weight,
// after Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25
// and Beyond", 2009).
#pragma once

#include <algorithm>
#include <cmath>

namespace broadsheet::searcher::search::bm25 {

// As most engines tune it. A word that is typed twice counts for more (k3),
// query length for nothing (k2), and very short articles gain no more than half
// the average length gives (min_normlen).
inline constexpr double kK1 = 1.2;
inline constexpr double kK2 = 0;
inline constexpr double kK3 = 1;
inline constexpr double kB = 0.75;
inline constexpr double kMinNormLength = 0.5;

/// What a word weighs that is typed once and that `having` of `articles` have.
/// Like Xapian, of a word that more than a third has, more than the plain
/// formula gives, and never less than nothing.
[[nodiscard]] inline double word_weight(double having, double articles) {
  double odds = (articles - having + 0.5) / (having + 0.5);
  if (odds < 2) odds = odds * 0.5 + 1;
  return std::log(odds) * (kK1 + 1);
}

/// The part of the divisor below that is the article's; `length` in terms.
[[nodiscard]] inline double length_part(double length, double average) {
  const double relative =
      std::max(average > 0 ? length / average : 0, kMinNormLength);
  return kK1 * (relative * kB + (1 - kB));
}

/// What the word adds to an article's score that has it `wdf` times.
[[nodiscard]] inline double score(double weight, double wdf,
                                  double length_part) {
  return weight * (wdf / (length_part + wdf));
}

}  // namespace broadsheet::searcher::search::bm25
