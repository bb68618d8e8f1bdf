// How Xapian is asked: with which weights and in which order, and how much of
// the answer is wanted.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <vector>

#include "searcher/search/request.h"

namespace broadsheet::searcher::search {

/// `query`, ranked as `sort` says; undated articles last, ties in the order of
/// indexing.
[[nodiscard]] Xapian::Enquire enquire_for(const Xapian::Database& database,
                                          const Xapian::Query& query,
                                          Sort sort);

/// How many articles `query` finds, by a match that ranks nothing.
[[nodiscard]] std::uint64_t counted(const Xapian::Database& database,
                                    const Xapian::Query& query);

/// The docids that `query` finds, ascending.
[[nodiscard]] std::vector<Xapian::docid> found_by(
    const Xapian::Database& database, const Xapian::Query& query);

/// As many of `number` as Xapian can count.
[[nodiscard]] Xapian::doccount clamped(std::uint64_t number);

}  // namespace broadsheet::searcher::search
