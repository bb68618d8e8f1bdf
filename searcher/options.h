// What the user asked broadsheet-search to do: typed options, parsed and
// checked. Only options.cc knows the library that parses them.
#pragma once

#include <string>
#include <variant>

#include "searcher/search/searcher.h"

namespace broadsheet::searcher {

enum class OutputForm : unsigned char { kPage, kJson, kCount, kFiles };
enum class When : unsigned char { kAuto, kAlways, kNever };

struct Options {
  std::string index_directory;  ///< As found: option, variable, upward search.
  search::Request request;
  OutputForm output = OutputForm::kPage;
  When color = When::kAuto;
  std::string mark_before;  ///< --marks '[,]': around each mark, beside colour.
  std::string mark_after;
};

/// The options, or the exit code after help, version or a usage error has been
/// printed.
[[nodiscard]] std::variant<Options, int> parse_options(int argc,
                                                       const char* const* argv);

}  // namespace broadsheet::searcher
