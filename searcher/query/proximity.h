// Connectors and what they join, in the order of their strength: the smallest
// distance first, then sentences, then paragraphs; ties from the left. This is
// the order of LexisNexis and Westlaw:
//
//   oil OR gas w/10 sanctions w/s iran
//   ((oil OR gas) w/10 sanctions) w/s iran
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "corpus/base/span.h"
#include "searcher/query/connectors.h"
#include "searcher/query/query_error.h"
#include "searcher/query/tree.h"

namespace broadsheet::searcher::query {

/// A connector between two operands of a chain.
struct Link {
  Connector connector;  ///< Never of kBadDistance.
  bool absent = false;  ///< NOT stands before it.
  Span span;            ///< Of the connector in the query.
  std::string text;     ///< As typed, without the NOT.
};

/// Joins `operands` by the `links` between them, one fewer. An error if a
/// connector cannot join what stands beside it.
[[nodiscard]] std::variant<Node, QueryError> connected(
    std::vector<Node> operands, std::vector<Link> links);

/// Whether `node` can be beside w/5: a word or phrase of the text, OR between
/// such, or another connector with a number. What somebody said has no place of
/// its own: it is sentences.
[[nodiscard]] bool has_places(const Node& node);

/// Whether `node` can be asked of a sentence or paragraph: it holds no filter
/// and no *.
[[nodiscard]] bool is_of_text(const Node& node);

/// How a connector is written: w/5, NOT pre/s.
[[nodiscard]] std::string spelling(const Near& near);
[[nodiscard]] std::string spelling(const Together& together);
/// "s" or "p".
[[nodiscard]] std::string unit_letter(Together::Unit unit);

}  // namespace broadsheet::searcher::query
