// What a pattern stands for, by trying: wildcards by every run of letters,
// wrong letters by every change. Shares nothing with expansion.cc.
#pragma once

#include <string_view>

#include "searcher/query/tree.h"

namespace broadsheet::searcher::match {

/// Whether `form` is one of those that the pattern of `place` stands for.
[[nodiscard]] bool stands_for(const query::Place& place, std::string_view form);

}  // namespace broadsheet::searcher::match
