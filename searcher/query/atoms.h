// The atoms of a query: one word, phrase, date or comparison, with the field it
// stands in, becomes a node of the tree.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "corpus/text/lexicon.h"
#include "searcher/query/leaves.h"
#include "searcher/query/lexer.h"
#include "searcher/query/parser.h"
#include "searcher/query/query_error.h"
#include "searcher/query/tree.h"

namespace broadsheet::searcher::query {

/// What stands around an atom and changes what it means.
struct Context {
  const Token* field = nullptr;  ///< The kField token it is in.
  Capitals capitals = Capitals::kAny;
  Number number = Number::kEither;
  bool exact = false;  ///< exact(…): no word forms.
};

class AtomReader {
 public:
  /// `query` and `options` must outlive the reader. `surroundings` of the whole
  /// query say whether capitals mean anything.
  AtomReader(std::string_view query, const ParseOptions& options,
             text::Surroundings surroundings);

  /// The node of a kWord or kPhrase token; of a phrase with `slop`, the token
  /// behind it that begins with ~, unless null. It counts towards the query's
  /// budget of terms.
  [[nodiscard]] std::variant<Node, QueryError> read(const Token& token,
                                                    const Context& context,
                                                    const Token* slop);

  /// The node of a kCompare token: date>=2023.
  [[nodiscard]] std::variant<Node, QueryError> read_comparison(
      const Token& token);

  /// What is to be said of the atoms read so far.
  [[nodiscard]] std::vector<std::string> notes() const;

 private:
  std::variant<Node, QueryError> read_words(const Token& token,
                                            const Context& context,
                                            const Token* slop);
  std::optional<QueryError> count_terms(std::size_t terms, Span span);
  /// What a phrase is before its words are read.
  [[nodiscard]] Phrase phrase_of(const Token& token,
                                 const Context& context) const;
  std::string with_our_wildcards(std::string text, bool is_bare);
  void note_reading(const Leaf& leaf, const std::string& text, bool is_bare);
  std::variant<Node, QueryError> read_date(const Token& token,
                                           const Token& field);

  std::string_view query_;
  const ParseOptions& options_;
  text::Surroundings surroundings_;
  LeafReader leaves_;
  std::size_t terms_ = 0;
  std::vector<std::string> ignored_;  ///< Characters, each once.
  std::vector<std::string> notes_;
};

}  // namespace broadsheet::searcher::query
