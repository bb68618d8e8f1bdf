// Finds the phrases of a query in the words of a sentence.
//
// Every distinct place of the query's phrases has a number. What a word of the
// article can stand for is a question of its exact form and its stem alone, so
// it is answered once for each form of the lexicon: a list of place numbers,
// which for nearly all forms is empty. A sentence is then one look at two
// tables a word; only where a word is the first place of a phrase are the words
// behind it looked at.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/base/span.h"
#include "corpus/schema/terms.h"
#include "corpus/text/analyzer.h"
#include "searcher/query/tree.h"

namespace broadsheet::searcher::match {

/// A phrase and where it stands.
struct Found {
  std::size_t phrase = 0;  ///< Index into the phrases of the constructor.
  std::size_t first = 0;   ///< Index of its first token.
  std::size_t last = 0;    ///< Of its last one, inclusive.
  Span bytes;              ///< First to last word; of the tokens' text.
  /// Of a phrase with slop, the tokens that are its words; empty of others.
  std::vector<std::size_t> words{};
};

/// Finds phrases of one field in text of one language.
class PhraseFinder {
 public:
  /// Looks for those of `phrases` that are of `field`; `lexicon` is the one
  /// that makes the tokens' forms. Both must outlive the finder.
  PhraseFinder(std::span<const query::Phrase* const> phrases,
               schema::Field field, const text::Lexicon& lexicon);

  /// Whether there is anything to look for.
  [[nodiscard]] bool has_phrases() const { return !starts_.empty(); }

  /// Every occurrence in the sentence `tokens`, in the order of their first
  /// words; those of phrases with slop, the shortest runs of words that hold
  /// all of theirs, come last. As in the index, a phrase does not cross the
  /// slots of a long sentence. Valid until the next call.
  [[nodiscard]] std::span<const Found> find(
      std::span<const text::Token> tokens);

  /// To be called when the lexicon has forgotten its forms.
  void forget_forms();

 private:
  using Places = std::vector<std::uint32_t>;
  using PlacesByForm = std::map<std::string, Places, std::less<>>;

  void find_loose(std::span<const text::Token> tokens, std::size_t phrase);
  bool continues(std::span<const text::Token> tokens, std::size_t first,
                 const std::vector<std::uint32_t>& places);
  bool may_stand_at(const text::Form& form, std::uint32_t place);
  const Places& places_of(const text::Form& form);
  const Places& places_of_exact(text::FormId form);
  const Places& places_of_stem(text::FormId form);
  static const Places* look_up(const PlacesByForm& places,
                               std::string_view form);

  const text::Lexicon* lexicon_;
  PlacesByForm exact_;  ///< Exact form, without prefix, to places.
  PlacesByForm stems_;
  /// Of phrase i (of the constructor's), the numbers of its places; empty if it
  /// is of another field.
  std::vector<Places> phrases_;
  std::vector<std::size_t> loose_;  ///< Phrases with slop.
  std::vector<unsigned> slops_;     ///< Of each phrase.
  /// Of place p, the phrases that begin with it; empty if there are no phrases.
  std::vector<std::vector<std::size_t>> starts_;
  /// By form: null if not yet asked.
  std::vector<const Places*> known_exact_;
  std::vector<const Places*> known_stems_;
  Places merged_;  ///< Of the last places_of, where no list held them all.
  std::vector<Found> found_;
};

}  // namespace broadsheet::searcher::match
