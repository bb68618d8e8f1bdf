// The leaves of a query: from typed words to the terms of the index, by the
// one analysis (architecture, contract 1).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/schema/terms.h"
#include "corpus/text/lexicon.h"
#include "corpus/text/words.h"
#include "searcher/query/tree.h"

namespace broadsheet::searcher::query {

/// What typed text is in words of the index.
struct Leaf {
  std::vector<Place> places{};  ///< None if there is no word in the text.
  /// Characters outside of words that a reader might take for more than
  /// punctuation: "$", "*"; each once. Blanks, full stops, commas, and hyphens
  /// between words are not among them.
  std::vector<std::string> ignored{};
  /// One of them joins two words, as in oil+gas.
  bool has_odd_joint = false;
  /// A word such as US that is read as the acronym and as the common word.
  bool has_two_readings = false;
};

/// Analyses typed text in the languages of an index.
class LeafReader {
 public:
  /// `languages` are ISO 639-1 codes; not empty.
  explicit LeafReader(const std::vector<std::string>& languages);

  /// The places of `text` (valid UTF-8) in `field`: exact terms, or the stems
  /// of every language if `word_forms`. A word with * or ? in it is a pattern.
  [[nodiscard]] Leaf read(std::string_view text, schema::Field field,
                          bool word_forms, text::Surroundings surroundings);

  /// Whether there is a word in `text`.
  [[nodiscard]] bool has_words(std::string_view text);

 private:
  std::vector<text::Lexicon> lexicons_;
  text::WordSplitter words_;
};

}  // namespace broadsheet::searcher::query
