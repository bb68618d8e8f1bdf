// From a word as printed to the forms it is searched by. The same lexicon
// serves indexing, query parsing, matching and marking (architecture, contract
// 1), so a word that is found is a word that is marked.
//
//   printed       exact form   stem     note
//   Oils          oils         oil      case folded, Snowball stem
//   Café          cafe         cafe     accents folded
//   O’Brien       obrien       obrien   apostrophes inside a word dropped
//   Japan’s       japan's      japan    a possessive keeps its own exact form
//   NATO N.A.T.O. nato         nato     dots of an acronym dropped
//   U.S. US       u.s          u.s      but kept where the letters alone spell
//                                       a common word ("us"): see acronyms.h
//   G7  G7’s      g 7                   letters then digits: two forms, as in
//                                       G-7 and "G 7"
//   1,750         1,750                 a number has no stem
//   ann@example.org  ann  example.org     what '@' joins is two forms
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "corpus/text/form.h"

namespace broadsheet::text {

/// Longest exact form or stem, in bytes. Longer words are cut and end in a hash
/// of the whole, so that they stay distinct and fit into a Xapian term.
inline constexpr std::size_t kMaxFormBytes = 128;

/// Whether the words around a word are in capitals, so that its own capitals
/// say nothing.
enum class Surroundings : unsigned char { kMixedCase, kAllCapitals };

/// The forms of the words of one language, remembered. Not for two threads.
class Lexicon {
 public:
  /// `language` is an ISO 639-1 code; one without a Snowball stemmer stems each
  /// word to itself.
  explicit Lexicon(const std::string& language);
  ~Lexicon();
  Lexicon(Lexicon&&) noexcept;
  Lexicon& operator=(Lexicon&&) noexcept;

  /// The forms of `word`, a word as WordSplitter gives it; at least one, unless
  /// folding leaves nothing. Valid until the next call.
  [[nodiscard]] std::span<const Form> forms(std::string_view word,
                                            Surroundings surroundings) {
    return forms(word, surroundings, look_ahead(word, surroundings));
  }

  /// The same in two steps, for many words at a time: what is remembered of
  /// `word` is fetched from far memory while others are looked for. Returns
  /// what the second step takes.
  [[nodiscard]] std::uint64_t look_ahead(std::string_view word,
                                         Surroundings surroundings) const;
  [[nodiscard]] std::span<const Form> forms(std::string_view word,
                                            Surroundings surroundings,
                                            std::uint64_t looked_ahead);

  /// Whether the exact form `form` has itself for a stem. Numbers have none.
  [[nodiscard]] bool is_own_stem(std::string_view form) const;

  /// The texts behind the ids. Valid until `forms`, `trim` or `clear`.
  [[nodiscard]] std::string_view exact(FormId id) const;
  [[nodiscard]] std::string_view stem(FormId id) const;

  /// Ids run from 0 to these counts, half-open.
  [[nodiscard]] std::size_t exact_count() const;
  [[nodiscard]] std::size_t stem_count() const;

  /// Forgets everything if more than `words` printed words are remembered, so
  /// that memory stays bounded; ids and views of before are then void. Returns
  /// whether it did. For the owner to call between articles.
  bool trim(std::size_t words);

  /// Forgets everything, as trim() does, and frees its memory.
  void clear();

  /// Bytes of memory that what is remembered takes, about.
  [[nodiscard]] std::size_t memory() const;

  [[nodiscard]] const std::string& language() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace broadsheet::text
