// The one analysis (architecture, contract 1): a sentence in, its tokens out.
// Indexer, query parser and matcher all call this and nothing beside it.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/base/span.h"
#include "corpus/text/lexicon.h"
#include "corpus/text/words.h"

namespace broadsheet::text {

/// Changes whenever the same text may give other sentences, tokens or forms.
/// An index records it; one made by another version must be rebuilt.
inline constexpr int kAnalysisVersion = 1;

/// A word of a sentence, or a part of a compound, at its own ordinal.
struct Token {
  Span bytes;                 ///< Of the text given to `tokens`.
  std::uint32_t ordinal = 0;  ///< From 0 within the sentence, without gaps.
  Form form;                  ///< Its `bytes` are within the printed word; its
                              ///< `exact` is kNoForm if it does not matter.
};

/// Analyses text of one language. Keeps a lexicon: one per thread.
class Analyzer {
 public:
  explicit Analyzer(const std::string& language);

  /// The tokens of the sentence `sentence` of `text`, in order. A dotted
  /// acronym's last full stop belongs to its token, so that a mark covers
  /// "U.S.". Valid until the next call.
  [[nodiscard]] std::span<const Token> tokens(std::string_view text,
                                              Span sentence);

  /// The same for one who looks for certain words: of a word of ASCII letters
  /// alone that `matters` says no to, only place and bytes are told and its
  /// form is empty. Folding and stemming it is most of the work.
  [[nodiscard]] std::span<const Token> tokens(
      std::string_view text, Span sentence,
      const std::function<bool(std::string_view word)>& matters);

  [[nodiscard]] Lexicon& lexicon() { return lexicon_; }
  [[nodiscard]] const Lexicon& lexicon() const { return lexicon_; }

 private:
  void add_forms(std::string_view text, Span sentence, Span word,
                 std::span<const Form> forms);

  Lexicon lexicon_;
  WordSplitter words_;
  std::vector<std::uint64_t> looked_ahead_;
  std::vector<Token> tokens_;
};

/// Whether every cased letter of `text` is a capital and there are at least
/// five letters or two words: then capitals say nothing about a word.
[[nodiscard]] Surroundings surroundings_of(std::string_view text);

}  // namespace broadsheet::text
