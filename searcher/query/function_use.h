// What a function makes of its operand: caps(…) and its kin change how the
// words in it are read, atleast5(…) and s(…) put a node above them.
#pragma once

#include <variant>

#include "searcher/query/atoms.h"
#include "searcher/query/lexer.h"
#include "searcher/query/query_error.h"
#include "searcher/query/units.h"

namespace broadsheet::searcher::query {

/// How atoms within the parentheses of `function` are read where those outside
/// are read as `context`.
[[nodiscard]] Context within(const Function& function, Context context);

/// `operand`, read within(function), with `function` applied; its node begins
/// where the function's name does. `name` is the kFunction token of `query`. An
/// error if the function can say nothing of such an operand.
[[nodiscard]] std::variant<Unit, QueryError> applied(const Token& name,
                                                     std::string_view query,
                                                     Unit operand);

}  // namespace broadsheet::searcher::query
