#include "indexer/option_errors.h"

#include <iostream>

#include "corpus/base/nearest.h"
#include "corpus/base/visible.h"

namespace broadsheet::indexer {
namespace {

constexpr int kUsageError = 2;

// "; did you mean …?" with the one of `options` nearest to `typed`, or "".
// `dashes` are what they are written with.
std::string suggestion(const std::string& typed, const std::string& dashes,
                       const std::vector<std::string>& options) {
  std::vector<std::string> names;
  for (const std::string& option : options) names.push_back(dashes + option);
  const std::string meant = nearest(typed, names);
  return meant.empty() ? "" : "; did you mean " + meant + "?";
}

}  // namespace

int usage_error(const std::string& message) {
  std::cerr << "broadsheet-index: " << visible(message)
            << "\nTry 'broadsheet-index --help'.\n";
  return kUsageError;
}

std::string about_unknown(std::string_view argument,
                          const std::vector<std::string>& options) {
  const std::string typed(argument.substr(0, argument.find('=')));
  return "there is no option " + typed + suggestion(typed, "--", options);
}

std::string about_unreadable_config(const std::string& file) {
  return "--config: cannot read " + file + ", or it is no file";
}

std::string about_config(const std::string& file, const std::string& said,
                         const std::vector<std::string>& options) {
  constexpr std::string_view kBefore = "to parse ";
  const std::size_t at = said.find(kBefore);
  const std::string line =
      at == std::string::npos ? said : said.substr(at + kBefore.size());
  return "--config: " + file + ": \"" + line +
         "\" is no option of this program" + suggestion(line, "", options);
}

}  // namespace broadsheet::indexer
