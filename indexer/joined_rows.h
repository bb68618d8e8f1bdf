// Which rows are joined, each with each: the stories of articles as far as
// they are known (union-find, with path halving).
#pragma once

#include <cstddef>
#include <cstdint>
#include <numeric>
#include <vector>

namespace broadsheet::indexer {

class JoinedRows {
 public:
  /// So many rows, none joined.
  explicit JoinedRows(std::size_t rows) : next_(rows) {
    std::iota(next_.begin(), next_.end(), 0U);
  }

  void join(std::uint32_t first, std::uint32_t second) {
    next_[root(first)] = root(second);
  }

  /// Joins what is joined in `other`, of the same rows.
  void join_as(JoinedRows other) {
    for (std::uint32_t i = 0; i < next_.size(); ++i) join(i, other.root(i));
  }

  [[nodiscard]] bool are_joined(std::uint32_t first, std::uint32_t second) {
    return root(first) == root(second);
  }

  /// The same row of all that are joined.
  [[nodiscard]] std::uint32_t root(std::uint32_t row) {
    while (next_[row] != row) {
      next_[row] = next_[next_[row]];
      row = next_[row];
    }
    return row;
  }

 private:
  std::vector<std::uint32_t> next_;
};

}  // namespace broadsheet::indexer
