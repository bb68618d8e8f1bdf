#include "indexer/options.h"

#include <CLI/CLI.hpp>
#include <charconv>
#include <cstdlib>
#include <iostream>
#include <optional>
#include <sstream>
#include <string_view>
#include <utility>

#include "corpus/base/nearest.h"
#include "corpus/base/visible.h"
#include "corpus/text/language.h"

namespace broadsheet::indexer {
namespace {

constexpr int kUsageError = 2;

// Below this, what threads remember of words leaves no room for articles.
constexpr std::size_t kLeastMemory = std::size_t{64} << 20;

constexpr const char* kExamples = R"(Examples:
  broadsheet-index articles/
      index every article below a directory, or bring the index up to date
  broadsheet-index --index ~/news archive.jsonl --map headline=hed
      one article a line, its headline under the key "hed"
  broadsheet-index --dry-run --report problems.tsv articles/
      write nothing, but list what would be left out and why
  broadsheet-index --show articles/rain.txt
      print what the indexer makes of one file
  broadsheet-index --check --full --index ~/news
      read all of an index and say whether it is sound
)";

constexpr const char* kFooter = R"(
The index is --index, else $BROADSHEET_INDEX, else
$XDG_DATA_HOME/broadsheet/index, else ~/.local/share/broadsheet/index.

Exit status: 0 done (skipped articles are listed), 2 wrong usage, 3 index
unusable, 4 input or output failed, nothing to index, or something skipped
under --strict, 5 another process is writing the index, 130 interrupted.)";

// CLI11 puts the options first; we put what people look for first.
class ExamplesFirst : public CLI::Formatter {
 public:
  std::string make_help(const CLI::App* app, std::string /*name*/,
                        CLI::AppFormatMode mode) const override {
    return "Usage: broadsheet-index [OPTION]... PATH...\n"
           "Indexes news articles: files, or directories of them.\n\n" +
           std::string(kExamples) + make_groups(app, mode) + make_footer(app);
  }
};

// Where the index is if the command line does not say.
std::string default_index_directory() {
  const auto variable = [](const char* name) {
    const char* value = std::getenv(name);
    return std::string(value == nullptr ? "" : value);
  };
  if (const std::string given = variable("BROADSHEET_INDEX"); !given.empty()) {
    return given;
  }
  // The XDG specification: what is not absolute is to be ignored.
  if (const std::string data = variable("XDG_DATA_HOME");
      data.starts_with('/')) {
    return data + "/broadsheet/index";
  }
  if (const std::string home = variable("HOME"); !home.empty()) {
    return home + "/.local/share/broadsheet/index";
  }
  return {};
}

int usage_error(const std::string& message) {
  std::cerr << "broadsheet-index: " << visible(message)
            << "\nTry 'broadsheet-index --help'.\n";
  return kUsageError;
}

// The message for arguments that are no option, nor a path.
std::string unknown_option(const CLI::App& app) {
  const std::vector<std::string> rest = app.remaining();
  if (rest.empty()) return "the command line can't be read";
  const std::string typed = rest.front().substr(0, rest.front().find('='));
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) {
      names.push_back("--" + name);
    }
  }
  const std::string meant = nearest(typed, names);
  std::string message = "there is no option " + typed;
  if (!meant.empty()) message += "; did you mean " + meant + "?";
  return message;
}

// What CLI11 says of a file of options names neither the file nor the option.
std::string about_config(const CLI::App& app, const CLI::ParseError& error) {
  const std::string file = app.get_config_ptr()->as<std::string>();
  if (error.get_name() == "FileError") {
    return "--config: cannot read " + file + ", or it is no file";
  }
  const std::string said = error.what();
  constexpr std::string_view kBefore = "to parse ";
  const std::size_t at = said.find(kBefore);
  const std::string line =
      at == std::string::npos ? said : said.substr(at + kBefore.size());
  std::string message =
      "--config: " + file + ": \"" + line + "\" is no option of this program";
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back(name);
  }
  const std::string meant = nearest(line, names);
  return message + (meant.empty() ? "" : "; did you mean " + meant + "?");
}

// "512M" in bytes: a number, and K, M or G for powers of 1,024.
std::optional<std::size_t> parse_size(const std::string& text) {
  std::size_t number = 0;
  const char* end = text.data() + text.size();
  const auto [rest, wrong] = std::from_chars(text.data(), end, number);
  if (wrong != std::errc() || number >= (std::size_t{1} << 30)) return {};
  const std::string unit(rest, end);
  if (unit.empty()) return number;
  for (const auto& [names, shift] :
       {std::pair{"K k KB KiB", 10}, {"M m MB MiB", 20}, {"G g GB GiB", 30}}) {
    std::istringstream each(names);
    for (std::string name; each >> name;) {
      if (unit == name) return number << shift;
    }
  }
  return {};
}

// What is wrong with options that are each right, or "".
std::string contradiction(const Options& options) {
  const bool show = options.action == Options::Action::kShow;
  const bool stats = options.action == Options::Action::kStats;
  if (options.json && !show && !stats) {
    return "--json goes with --show and --stats only";
  }
  if (options.full && options.action != Options::Action::kCheck) {
    return "--full goes with --check only";
  }
  if (show && options.dry_run) return "--show and --dry-run exclude each other";
  if (options.dry_run && options.action != Options::Action::kIndex) {
    return "--dry-run goes with indexing only";
  }
  if (options.prune && options.action != Options::Action::kIndex) {
    return "--prune goes with indexing only";
  }
  if (!show && options.index_directory.empty()) {
    return "where is the index? Give --index DIR, as HOME is not set";
  }
  for (const std::string& path : options.paths) {
    if (path.empty()) return "a path is empty";
  }
  return {};
}

}  // namespace

std::variant<Options, int> parse_options(int argc, const char* const* argv) {
  Options options;
  std::string format;
  std::vector<std::string> maps;
  std::string memory;
  std::string writer;
  bool show = false;
  bool merge = false;
  bool check = false;
  bool stats = false;

  CLI::App app;
  app.formatter(std::make_shared<ExamplesFirst>());
  app.set_help_flag("-h,--help", "Print this help");
  app.set_version_flag("--version", "broadsheet-index " BROADSHEET_VERSION,
                       "Print the version");
  app.footer(kFooter);
  app.allow_extras();  // So that we can say what they should have been.

  app.add_option("--index", options.index_directory,
                 "The directory of the index, created if it is not there")
      ->type_name("DIR");
  app.add_option("--format", format,
                 "Read every file as one of " + read::format_names() +
                     "; else the format is found by content")
      ->type_name("NAME");
  app.add_option("--map", maps,
                 "JSON: the key KEY is the field FIELD (id, headline, deck, "
                 "body, date, updated, author, source, url, place, section, "
                 "topics, lang); may be repeated")
      ->type_name("FIELD=KEY")
      ->allow_extra_args(false)  // One a flag: what follows is a path.
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  app.set_config("--config", "",
                 "Read options from FILE, one a line: map = "
                 "[\"headline=hed\", \"body=story\"]; the command line's come "
                 "before them")
      ->type_name("FILE");
  app.allow_config_extras(CLI::config_extras_mode::error);
  app.add_option("--lang", options.default_language,
                 "The language of articles that neither declare one nor show "
                 "it: en, de, ja, ... (default: en)")
      ->type_name("CODE");
  app.add_option("--threads", options.threads,
                 "How many threads analyse (default: one for each core)")
      ->type_name("N")
      ->check(CLI::Range(1, 256));
  app.add_option("--memory", memory,
                 "How much memory to take, about: 512M, 2G, ... (default: "
                 "512M); what needs more goes to disk meanwhile")
      ->type_name("SIZE");
  app.add_option("--writer", writer,
                 "Write segments by our own writer (own) or through Xapian's "
                 "API (api), which takes many times as long (default: own)")
      ->type_name("NAME");
  app.add_flag("--prune", options.prune,
               "Remove articles from the index that came from PATH and are no "
               "longer there");
  app.add_flag("--dry-run", options.dry_run,
               "Read and count, but write no index");
  app.add_flag("--strict", options.strict,
               "Exit with 4 if anything was skipped");
  app.add_option("--report", options.report_path,
                 "List every skipped, duplicate and mended article in FILE, "
                 "one a line: kind, path, record, byte, reason")
      ->type_name("FILE");
  app.add_flag("--show", show,
               "Print what the indexer makes of the articles: fields, "
               "paragraphs, sentences, terms");
  app.add_flag("--merge", merge,
               "Merge the segments of the index into one, and index nothing");
  app.add_flag("--check", check,
               "Say whether the index is sound: versions, files, sizes");
  app.add_flag("--full", options.full,
               "With --check: read everything, and compare all tables with "
               "each other");
  app.add_flag("--stats", stats,
               "Print what the index holds: articles, words, bytes, sources");
  app.add_flag("--json", options.json,
               "With --show: one JSON object an article, one a line; with "
               "--stats: one object");
  app.add_flag("-q,--quiet", options.quiet, "No progress and no summary");
  app.add_option("paths", options.paths)->group("");

  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& success) {  // Help or version.
    return app.exit(success);
  } catch (const CLI::ParseError& error) {
    if (error.get_name() == "ConfigError" || error.get_name() == "FileError") {
      return usage_error(about_config(app, error));
    }
    if (app.remaining_size() > 0) return usage_error(unknown_option(app));
    return usage_error(error.what());
  }
  if (app.remaining_size() > 0) return usage_error(unknown_option(app));
  if (show + merge + check + stats > 1) {
    return usage_error(
        "--show, --merge, --check and --stats exclude each other");
  }
  if (show) options.action = Options::Action::kShow;
  if (merge) options.action = Options::Action::kMerge;
  if (check) options.action = Options::Action::kCheck;
  if (stats) options.action = Options::Action::kStats;
  const bool of_index = merge || check || stats;
  if (options.paths.empty() && !of_index) {
    return usage_error("no PATH given: which articles are to be indexed?");
  }
  if (!options.paths.empty() && of_index) {
    return usage_error(
        "--merge, --check and --stats take no PATH: they look "
        "at the index of --index");
  }
  if (!format.empty()) {
    options.reading.format = read::parse_format(format);
    if (!options.reading.format) {
      return usage_error("--format: \"" + format + "\" is none of " +
                         read::format_names());
    }
  }
  if (app.count("--memory") > 0) {
    const std::optional<std::size_t> bytes = parse_size(memory);
    if (!bytes || *bytes < kLeastMemory) {
      return usage_error("--memory: \"" + memory +
                         "\" is no size of 64M or more, such as 512M or 2G");
    }
    options.memory = *bytes;
  }
  if (writer == "api") {
    options.writer = Writer::kXapian;
  } else if (app.count("--writer") > 0 && writer != "own") {
    return usage_error("--writer: \"" + writer + "\" is neither own nor api");
  }
  for (const std::string& assignment : maps) {
    const std::string wrong = options.reading.fields.assign(assignment);
    if (!wrong.empty()) return usage_error("--map: " + wrong);
  }
  const std::string language = text::normal_language(options.default_language);
  if (language.empty()) {
    return usage_error("--lang: \"" + options.default_language +
                       "\" is no language code such as en, de or ja");
  }
  options.default_language = language;
  if (options.index_directory.empty()) {
    if (app.count("--index") > 0) return usage_error("--index: DIR is empty");
    options.index_directory = default_index_directory();
  }
  const std::string wrong = contradiction(options);
  if (!wrong.empty()) return usage_error(wrong);
  return options;
}

}  // namespace broadsheet::indexer
