// From the tree to the tightest Xapian query that no true match escapes.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include <xapian.h>

#include "searcher/query/tree.h"

namespace broadsheet::searcher::query {

/// Looks up which exact terms of the index a stem term stands for.
using Variants =
    std::function<std::vector<std::string>(const std::string& stem_term)>;

struct CompiledQuery {
  Xapian::Query query;
  /// The query says exactly what the tree says: no candidate needs the
  /// evaluator to be a hit.
  bool exact = true;
};

/// Filters (dates, fields that rank nothing) never contribute to the weight.
[[nodiscard]] CompiledQuery compile(const Node& root, const Variants& variants);

}  // namespace broadsheet::searcher::query
