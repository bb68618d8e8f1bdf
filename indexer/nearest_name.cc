#include "indexer/nearest_name.h"

#include <algorithm>
#include <cstddef>

namespace broadsheet::indexer {
namespace {

// Optimal string alignment (Damerau's distance without overlapping changes), by
// the usual table of which three rows are kept.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before_last(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before_last.swap(last);
    last.swap(row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({replaced, last[j] + 1, row[j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before_last[j - 2] + 1);
      }
    }
  }
  return row[b.size()];
}

}  // namespace

std::string nearest_name(std::string_view typed,
                         const std::vector<std::string>& names) {
  constexpr std::size_t kLongest = 64;  // No option is longer.
  if (typed.size() > kLongest) return {};
  std::string nearest;
  std::size_t least = std::max<std::size_t>(typed.size() / 3, 1) + 1;
  for (const std::string& name : names) {
    // "--rep" is nearer to "--report" than its letters say.
    const std::size_t d =
        typed.size() > 3 && name.starts_with(typed) ? 0 : distance(typed, name);
    if (d >= least) continue;
    least = d;
    nearest = name;
  }
  return nearest;
}

}  // namespace broadsheet::indexer
