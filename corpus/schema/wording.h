// How an article words its story: its word triples and its facts. Two articles
// tell one story in much the same words when many of their triples are the same
// and their facts are; indexer/same_story.h is the judge.
//
//   Fire closed a bakery in Fairmere on 3 May.
//   triples   fire closed a, closed a bakery, a bakery in, bakery in fairmere,
//             in fairmere on, fairmere on 3, on 3 may
//   facts     fire, fairmere, 3, may
//
// Facts are numbers and words that begin with a capital: what a report has of
// its own, where dividend notices and market reports are alike word for word. A
// headline, in capitals or not, gives capitals no meaning; its words are facts
// only where there is little else. Captions and trailers are left out: what
// stands around a story is the paper's.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "corpus/article/article.h"

namespace broadsheet::schema {

/// An article of fewer words is brief.
inline constexpr std::uint32_t kBriefWords = 40;

struct Wording {
  /// Hashes of three words in a row, and of single words that are facts. In
  /// reading order and repeated until settle() has put them in order.
  std::vector<std::uint32_t> triples;
  std::vector<std::uint32_t> facts;
  std::uint32_t words = 0;    ///< Of headline, lead and body.
  std::uint32_t numbers = 0;  ///< Those that begin with a digit.

  /// Puts triples and facts in ascending order, each once.
  void settle();

  friend bool operator==(const Wording&, const Wording&) = default;
};

/// The hash of a word's exact form, never 0.
[[nodiscard]] std::uint32_t hash_of_form(std::string_view form);

/// Gathers the wording of one article after the other. In a header, as every
/// word goes through.
class WordingGatherer {
 public:
  void start_article();

  /// Adds the next word: `form` is hash_of_form, `printed` the word as it
  /// stands in the text, in `zone`.
  void add(std::uint32_t form, std::string_view printed, article::Zone zone) {
    if (zone == article::Zone::kCaption || zone == article::Zone::kTrailer) {
      return;
    }
    if (++wording_.words > 2) {
      wording_.triples.push_back(triple(before_last_, last_, form));
    }
    before_last_ = last_;
    last_ = form;
    const char first = printed.empty() ? ' ' : printed.front();
    if (first >= 'a' && first <= 'z') return;
    if (first >= '0' && first <= '9') {
      ++wording_.numbers;
      wording_.facts.push_back(form);
    } else if (is_capital(printed)) {
      (zone == article::Zone::kHeadline ? headline_facts_ : wording_.facts)
          .push_back(form);
    }
  }

  /// The wording of the article, not settled. Valid until the next one starts.
  [[nodiscard]] const Wording& finish();

 private:
  // Any three words in a row have their own hash, as far as 32 bits go.
  static std::uint32_t triple(std::uint32_t first, std::uint32_t second,
                              std::uint32_t third) {
    std::uint64_t mixed = std::uint64_t{first} * 0x9E3779B97F4A7C15 +
                          std::uint64_t{second} * 0xC2B2AE3D27D4EB4F +
                          std::uint64_t{third} * 0x165667B19E3779F9;
    mixed ^= mixed >> 32;
    mixed *= 0xD6E8FEB86659FD93;
    return static_cast<std::uint32_t>(mixed >> 32);
  }

  static bool is_capital(std::string_view printed);

  Wording wording_;
  std::vector<std::uint32_t> headline_facts_;
  std::uint32_t before_last_ = 0;
  std::uint32_t last_ = 0;
};

}  // namespace broadsheet::schema
