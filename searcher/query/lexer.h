// The lexer: a query string cut into the pieces that grammar is about. What an
// operator is, where a phrase ends and which name is a field is decided here;
// what the words mean is not looked at.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "corpus/base/span.h"
#include "searcher/query/fields.h"
#include "searcher/query/functions.h"
#include "searcher/query/query_error.h"

namespace broadsheet::searcher::query {

struct Token {
  enum class Kind : unsigned char {
    kWord,       ///< Text between blanks.
    kPhrase,     ///< Text between quotation marks.
    kOpen,       ///< (
    kClose,      ///< )
    kAnd,        ///< AND &
    kOr,         ///< OR |
    kNot,        ///< NOT
    kMinus,      ///< - before what it excludes
    kField,      ///< A known name and its colon; what it applies to is next.
    kCompare,    ///< date>=2023-04: `field`, `comparison` and the value.
    kConnector,  ///< w/5, NEAR …
    kFunction,   ///< caps( …; the kOpen follows, but perhaps behind atleast5.
    kEnd,
  };
  Kind kind = Kind::kEnd;
  Span span{};  ///< Bytes of the query, quotes and colon included.
  Span text{};  ///< Of a word, phrase, name or compared value alone.
  bool after_blank = false;  ///< A blank or the start stands before it.
  bool word_forms = false;   ///< Of a phrase: a ~ stands before it.
  bool is_value = false;     ///< Of a word or phrase: a field's colon precedes.
  bool is_joined = false;    ///< Of a phrase: of words without marks (--lexis).
  std::string comparison{};  ///< ">", ">=", "<" or "<=" of kCompare.
  FieldName field{};         ///< Of kField and kCompare.
  Function function{};       ///< Of kFunction.
};

struct LexedQuery {
  std::vector<Token> tokens;  ///< The last is kEnd.
  std::vector<std::string> notes;
};

/// Cuts `query`, valid UTF-8. With `lexis`, and, or and not are operators in
/// any case.
[[nodiscard]] std::variant<LexedQuery, QueryError> lex(std::string_view query,
                                                       bool lexis = false);

}  // namespace broadsheet::searcher::query
