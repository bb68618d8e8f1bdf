#include "searcher/options.h"

#include <CLI/CLI.hpp>
#include <string>
#include <utility>
#include <vector>

#include "corpus/base/error.h"
#include "searcher/help_text.h"
#include "searcher/option_errors.h"
#include "searcher/streams.h"
#include "searcher/typed_options.h"

namespace broadsheet::searcher {
namespace {

// Examples first, then the options in two columns.
class HelpFormat final : public CLI::Formatter {
 public:
  std::string make_help(const CLI::App* app, std::string name,
                        CLI::AppFormatMode mode) const override {
    return app->get_description() + "\n\nUsage: " + name +
           " [OPTION]... QUERY...\n" + make_groups(app, mode) + "\n" +
           app->get_footer() + "\n";
  }

  std::string make_option(const CLI::Option* option, bool) const override {
    constexpr std::size_t kColumn = 24;
    std::string line = "  " + option->get_name(false, true);
    if (!option->get_type_name().empty()) line += " " + option->get_type_name();
    if (line.size() + 2 > kColumn) {
      line += "\n" + std::string(kColumn, ' ');
    } else {
      line.append(kColumn - line.size(), ' ');
    }
    return line + option->get_description() + "\n";
  }
};

// The long names of all options, without dashes.
std::vector<std::string> option_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options()) {
    const std::vector<std::string>& its = option->get_lnames();
    names.insert(names.end(), its.begin(), its.end());
  }
  return names;
}

// CLI11 reads -5 as a very large number.
CLI::Validator whole_number() {
  const auto check = [](const std::string& typed) -> std::string {
    constexpr std::size_t kMostDigits = 18;
    const bool fits =
        !typed.empty() && typed.size() <= kMostDigits &&
        typed.find_first_not_of("0123456789") == std::string::npos;
    return fits ? "" : typed + " is not a whole number from 0 on";
  };
  return {check, "", ""};
}

class CommandLine {
 public:
  CommandLine() : app_(kExamples, "broadsheet-search") {
    app_.formatter(std::make_shared<HelpFormat>());
    app_.footer(kExitStatus);
    app_.set_help_flag("-h,--help", "this text");
    app_.set_version_flag("--version", "broadsheet " BROADSHEET_VERSION,
                          "the version of the program");
    add_search_options();
    add_output_options();
    app_.add_option("--index", options_.places.option,
                    "the index to search, a directory")
        ->type_name("DIR")
        ->group("Index");
    app_.add_flag("--info", options_.info,
                  "tell which index is taken, why, and what it holds")
        ->group("Index");
  }

  std::variant<Options, int> parse(int argc, const char* const* argv) {
    try {
      app_.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
      return printed(app_.help());
    } catch (const CLI::CallForVersion& version) {
      return printed(std::string(version.what()) + "\n");
    } catch (const CLI::ExtrasError&) {
      return refused(
          about_unknown(app_.remaining().front(), option_names(app_)), argc,
          argv);
    } catch (const CLI::ParseError& error) {
      return refused(error.what(), argc, argv);
    }
    if (typed_.words.empty() && typed_.query_file.empty() && !options_.info) {
      return refused("there is no query; --help shows examples", argc, argv);
    }
    typed_.has_limit = limit_option_->count() > 0;
    const std::string mistake = settle(typed_, options_);
    if (!mistake.empty()) return refused(mistake, argc, argv);
    return std::move(options_);
  }

 private:
  void add_search_options();
  void add_output_options();

  static int printed(const std::string& text) {
    try {
      Output output;
      output.write(text);
      output.flush();
      return kFound;
    } catch (const Error& error) {
      write_message("broadsheet-search: " + std::string(error.what()) + "\n");
      return error.exit_code();
    }
  }

  CLI::App app_;
  Options options_;
  TypedOptions typed_;
  CLI::Option* limit_option_ = nullptr;
};

void CommandLine::add_search_options() {
  search::Request& request = options_.request;
  app_.add_option("QUERY", typed_.words)->type_name("");
  const auto group = [](CLI::Option* option) {
    return option->group("Search");
  };
  group(app_.add_flag("--any", request.any,
                      "articles with any of the words, not all of them"));
  group(app_.add_option("--sort", typed_.sort, "relevance, newest or oldest"))
      ->type_name("ORDER")
      ->check(CLI::IsMember({"relevance", "newest", "oldest"}));
  group(app_.add_option("-f,--file", typed_.query_file,
                        "read the query from a file; - for standard input"))
      ->type_name("FILE");
  group(app_.add_flag("--lexis", request.lexis,
                      "read the query as LexisNexis would"));
  group(app_.add_flag("--explain", request.explain,
                      "tell how the query is answered"));
  group(app_.add_option("--timeout", request.timeout,
                        "seconds after which to stop checking; 0 for never "
                        "(10)"))
      ->type_name("N")
      ->check(whole_number());
  limit_option_ =
      group(app_.add_option("--limit", request.limit,
                            "articles at most; 0 for all (10, or all with "
                            "--files)"))
          ->type_name("N")
          ->check(whole_number());
  group(app_.add_option("--offset", request.offset,
                        "leave out this many articles first"))
      ->type_name("N")
      ->check(whole_number());
  group(app_.add_flag("--no-group", typed_.no_group,
                      "each article by itself, not each story once"));
  group(app_.add_option("--sentences", request.sentences,
                        "matching sentences of each at most; 0 for all (3)"))
      ->type_name("N")
      ->check(whole_number());
  group(app_.add_option("--context", request.context,
                        "sentences before and after each as well (0)"))
      ->type_name("N")
      ->check(whole_number());
}

void CommandLine::add_output_options() {
  const auto group = [](CLI::Option* option) {
    return option->group("Output");
  };
  CLI::Option* json =
      group(app_.add_flag("--json", typed_.json,
                          "JSON Lines: one record for the answer, one a hit"));
  group(app_.add_option("--format-version", typed_.format_version,
                        "with --json: the format to write, or fail (1)"))
      ->type_name("N")
      ->check(whole_number())
      ->needs(json);
  CLI::Option* count = group(app_.add_flag(
      "--count", typed_.count, "the exact number of articles alone"));
  CLI::Option* files =
      group(app_.add_flag("--files", typed_.files,
                          "the paths of the files, best first, each once"));
  files->excludes(json)->excludes(count);
  group(app_.add_flag("-0,--null", typed_.null,
                      "with --files: a NUL after each path, no escapes"))
      ->needs(files);
  group(app_.add_option("--color", typed_.color, "auto, always or never"))
      ->type_name("WHEN")
      ->check(CLI::IsMember({"auto", "always", "never"}));
  group(app_.add_option("--marks", typed_.marks,
                        "what stands before and after each match: '[,]'"))
      ->type_name("B,A");
}

}  // namespace

std::variant<Options, int> parse_options(int argc, const char* const* argv) {
  return CommandLine().parse(argc, argv);
}

}  // namespace broadsheet::searcher
