#include "searcher/option_errors.h"

#include <algorithm>
#include <string_view>

#include "corpus/base/error.h"
#include "corpus/base/nearest.h"
#include "searcher/render/renderer.h"
#include "searcher/streams.h"

namespace broadsheet::searcher {

int refused(const std::string& mistake, int argc, const char* const* argv) {
  const Error error(ErrorKind::kUsage, mistake);
  const auto end = std::find(argv, argv + argc, std::string_view("--"));
  const bool json = std::find(argv, end, std::string_view("--json")) != end;
  const auto renderer = json ? render::make_json_lines() : render::make_count();
  write_message(renderer->failure(error));
  return error.exit_code();
}

std::string about_unknown(std::string_view argument,
                          const std::vector<std::string>& options) {
  const std::string typed(argument.substr(0, argument.find('=')));
  const std::string name =
      typed.substr(std::min(typed.find_first_not_of('-'), typed.size()));
  const std::string meant = nearest(name, options);
  if (!meant.empty()) {
    return "there is no option " + typed + "; did you mean --" + meant + "?";
  }
  return "there is no option " + typed +
         "; to leave out a word, put the query behind --, as in: "
         "broadsheet-search -- oil " +
         std::string(argument);
}

}  // namespace broadsheet::searcher
