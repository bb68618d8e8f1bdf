#include "searcher/typed_options.h"

#include <unistd.h>

#include <chrono>

#include "corpus/base/error.h"
#include "searcher/environment.h"
#include "searcher/streams.h"
#include "searcher/typed_query.h"

namespace broadsheet::searcher {
namespace {

bool wants_color(const std::string& when, bool is_terminal) {
  if (when != "auto") return when == "always";
  return is_terminal && allows_color();
}

std::string settle_query(const TypedOptions& typed, search::Request& request) {
  request.query = query_of(typed.words);
  if (!typed.query_file.empty()) {
    if (!typed.words.empty()) {
      return "the query is either in a file (-f) or in arguments, not both";
    }
    try {
      request.query = query_in(typed.query_file);
    } catch (const Error& error) {
      return error.what();
    }
  }
  for (const std::string& word : typed.words) {
    if (may_have_lost_quotes(word)) {
      request.notes.push_back(
          "only the first word of \"" + word +
          "\" is searched in that field; if the shell took your quotation "
          "marks, put single quotes around the whole query");
    }
  }
  request.now = std::chrono::duration_cast<std::chrono::seconds>(
                    std::chrono::system_clock::now().time_since_epoch())
                    .count();
  if (typed.sort == "newest") request.sort = search::Sort::kNewest;
  if (typed.sort == "oldest") request.sort = search::Sort::kOldest;
  return "";
}

std::string settle_marks(const std::string& marks, render::Style& style) {
  const std::size_t comma = marks.find(',');
  if (comma == std::string::npos) {
    return "--marks takes two strings with a comma between them, such as "
           "'[,]'";
  }
  style.mark_before = marks.substr(0, comma);
  style.mark_after = marks.substr(comma + 1);
  return "";
}

std::string settle_output(const TypedOptions& typed, Options& options) {
  search::Request& request = options.request;
  if (typed.files) {
    options.output = OutputForm::kFiles;
    request.detail = search::Detail::kArticles;
    if (!typed.has_limit) request.limit = 0;
  }
  if (typed.count) {
    options.output = OutputForm::kCount;
    request.detail = search::Detail::kCount;
  }
  if (typed.json) options.output = OutputForm::kJson;
  // A list of files is for a program that wants them all.
  request.by_story = !typed.no_group && !typed.files;
  if (typed.format_version != render::kJsonFormat) {
    return "--format-version: this version of the program writes format " +
           std::to_string(render::kJsonFormat) + " only";
  }
  if (::isatty(STDERR_FILENO) != 0) {
    options.error_width = columns_of(STDERR_FILENO);
  }
  const bool terminal = ::isatty(STDOUT_FILENO) != 0;
  // Raw names must not reach a terminal.
  if (typed.null && !terminal) options.path_end = render::PathEnd::kNul;
  options.style.color = wants_color(typed.color, terminal);
  if (terminal) options.style.width = columns_of(STDOUT_FILENO);
  // On a terminal without colour a match would not be seen at all.
  const bool is_unmarked = terminal && !options.style.color;
  const std::string marks = typed.marks.value_or(is_unmarked ? "[,]" : ",");
  return settle_marks(marks, options.style);
}

}  // namespace

std::string settle(const TypedOptions& typed, Options& options) {
  std::string mistake = settle_query(typed, options.request);
  if (mistake.empty()) mistake = settle_output(typed, options);
  options.places.variable = variable("BROADSHEET_INDEX");
  options.places.working_directory = working_directory();
  options.style.working_directory = options.places.working_directory;
  options.places.user_index = user_index();
  return mistake;
}

}  // namespace broadsheet::searcher
