// What the user asked broadsheet-search to do: typed options, parsed and
// checked. Only options.cc knows the library that parses them, and only it asks
// the environment.
#pragma once

#include <cstddef>
#include <variant>

#include "searcher/find_index.h"
#include "searcher/render/renderer.h"
#include "searcher/search/request.h"

namespace broadsheet::searcher {

/// Exit codes beside those of ErrorKind; like grep's.
enum ExitCode : int {
  kFound = 0,
  kNothing = 1,
  kMistake = 2,
  kIncomplete = 4,  ///< The time was up.
};

enum class OutputForm : unsigned char { kPage, kJson, kCount, kFiles };

struct Options {
  IndexPlaces places;
  search::Request request;
  bool info = false;  ///< Tell about the index instead of searching it.
  OutputForm output = OutputForm::kPage;
  render::PathEnd path_end = render::PathEnd::kNewline;
  render::Style style;           ///< Of standard output.
  std::size_t error_width = 80;  ///< Columns of standard error.
};

/// The options, or the exit code after help, version or a usage error has been
/// printed.
[[nodiscard]] std::variant<Options, int> parse_options(int argc,
                                                       const char* const* argv);

}  // namespace broadsheet::searcher
