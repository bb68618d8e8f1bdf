// A first look at a sentence, by the bytes that its words begin with: whether
// it may hold a phrase at all. Most sentences do not, and looking costs a tenth
// of analysing them.
//
// For "prime minister", a sentence needs a word that begins with "pri" and one
// that begins with "min", in any case. The look must never miss: where the
// first letters of a printed word do not tell those of its form (it begins with
// a letter outside of ASCII, say), or those of a stem not those of its words
// (in languages whose stemmer is not known here), the sentence passes.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/tree.h"

namespace broadsheet::searcher::match {

class Sieve {
 public:
  /// For `phrases` of text and headline, in articles of `language`.
  Sieve(std::span<const query::Phrase* const> phrases,
        std::string_view language);

  /// False only if no phrase occurs in `sentence`.
  [[nodiscard]] bool may_hold_any(std::string_view sentence) const;

  /// False only if `word`, of ASCII letters alone, stands at no place of any
  /// phrase.
  [[nodiscard]] bool may_be_any(std::string_view word) const;

 private:
  /// Lower-case letters or digits that a word may begin with.
  struct Start {
    std::string letters;
    std::uint64_t bit = 0;
  };

  std::uint64_t bit_of(std::string_view letters);

  /// By first byte. A bit for each start; none if there are too many.
  std::array<std::vector<Start>, 128> starts_;
  std::size_t start_count_ = 0;
  bool passes_all_ = false;
  /// There is a place that any word may stand at, for all its letters tell.
  bool any_word_ = false;
  /// Of each phrase, of each place that can be judged, the bits of its starts.
  std::vector<std::vector<std::uint64_t>> phrases_;
};

}  // namespace broadsheet::searcher::match
