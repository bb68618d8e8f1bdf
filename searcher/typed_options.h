// From the options as they were typed to what they mean, together and on this
// terminal.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "searcher/options.h"

namespace broadsheet::searcher {

/// Those that do not say at once what they mean. Each is as it should be by
/// itself.
struct TypedOptions {
  std::vector<std::string> words;  ///< Of the query.
  std::string sort = "relevance";
  std::string color = "auto";
  std::optional<std::string> marks;
  std::string query_file;  ///< "" for none.
  bool json = false;
  bool count = false;
  bool files = false;
  bool null = false;
  bool no_group = false;
  bool has_limit = false;  ///< --limit was given.
  int format_version = render::kJsonFormat;
};

/// Puts what `typed` means into `options`, where the others are already.
/// Returns what is wrong with them, or "".
[[nodiscard]] std::string settle(const TypedOptions& typed, Options& options);

}  // namespace broadsheet::searcher
