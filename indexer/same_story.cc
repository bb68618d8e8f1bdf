#include "indexer/same_story.h"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <span>

namespace broadsheet::indexer {
namespace {

// Brief items, and tables of quotations, which are alike every hour: they must
// have nearly all in common, no fact against them, and the same day.
constexpr std::uint32_t kProseWords = 45;
constexpr double kMostNumbers = 0.3;
constexpr double kBriefOverlap = 0.8;

// How many of its facts an article has in common with the other. A second
// version comes the same day and may have other figures, all the more if much
// else is the same; what comes later is the next report of its kind, if they
// differ. Nothing is known against an article without a date.
constexpr double kMuchOverlap = 0.4;
constexpr double kFactsOfMuch = 0.75;
constexpr double kFactsOfLittle = 0.82;
constexpr double kFactsLater = 0.85;
constexpr std::int64_t kSameDaySeconds = 12 * 3600;

// How many standard deviations a part of the triples must lie below to say that
// all of them do.
constexpr double kSampleDeviations = 3.5;
constexpr std::uint32_t kEighth = std::uint32_t{1} << 29;

using Hashes = std::span<const std::uint32_t>;  // Ascending.

std::size_t common(Hashes first, Hashes second) {
  std::size_t count = 0;
  auto a = first.begin();
  auto b = second.begin();
  while (a != first.end() && b != second.end()) {
    if (*a == *b) ++count;
    const bool step_a = *a <= *b;
    const bool step_b = *b <= *a;
    if (step_a) ++a;
    if (step_b) ++b;
  }
  return count;
}

Hashes below(Hashes hashes, std::uint32_t limit) {
  return {hashes.begin(), std::ranges::lower_bound(hashes, limit)};
}

// Whether the triples that are less than `limit` say that the articles share
// less than kLeastOverlap: hashes are even, so that they are a sample.
bool says_no(Hashes first, Hashes second, std::uint32_t limit) {
  first = below(first, limit);
  second = below(second, limit);
  const auto both = static_cast<double>(common(first, second));
  const auto all = static_cast<double>(first.size() + second.size()) - both;
  const double expected = kLeastOverlap * all;
  const double short_by = expected - both;
  return short_by > 0 &&
         short_by * short_by > kSampleDeviations * kSampleDeviations *
                                   expected * (1 - kLeastOverlap);
}

bool is_prose(const schema::Wording& wording) {
  return wording.words >= kProseWords &&
         wording.numbers < kMostNumbers * wording.words;
}

}  // namespace

double overlap(const schema::Wording& first, const schema::Wording& second) {
  const std::size_t both = common(first.triples, second.triples);
  const std::size_t all = first.triples.size() + second.triples.size() - both;
  return all == 0 ? 0 : static_cast<double>(both) / static_cast<double>(all);
}

bool tell_one_story(const Telling& first, const Telling& second) {
  for (const std::uint32_t part : {kEighth, 3 * kEighth}) {
    if (says_no(first.wording.triples, second.wording.triples, part)) {
      return false;
    }
  }
  const double shared = overlap(first.wording, second.wording);
  if (shared < kLeastOverlap) return false;
  const std::size_t facts =
      std::min(first.wording.facts.size(), second.wording.facts.size());
  // Facts that only the one has and facts that only the other has: a longer
  // version has more, another event has others.
  const std::size_t against =
      facts - common(first.wording.facts, second.wording.facts);
  const bool is_later =
      first.published && second.published &&
      std::abs(*first.published - *second.published) > kSameDaySeconds;
  if (!is_prose(first.wording) || !is_prose(second.wording)) {
    return against == 0 && shared >= kBriefOverlap && !is_later;
  }
  // One more of each: of few facts, all being the same says less.
  const double agreement =
      1 - static_cast<double>(against + 1) / static_cast<double>(facts + 2);
  if (is_later) return agreement >= kFactsLater;
  return agreement >= (shared >= kMuchOverlap ? kFactsOfMuch : kFactsOfLittle);
}

}  // namespace broadsheet::indexer
