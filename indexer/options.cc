#include "indexer/options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <optional>
#include <thread>
#include <utility>

#include "corpus/text/language.h"
#include "indexer/byte_size.h"
#include "indexer/default_index.h"
#include "indexer/help_text.h"
#include "indexer/memory_shares.h"
#include "indexer/option_errors.h"

namespace broadsheet::indexer {
namespace {

// CLI11 puts the options first; we put what people look for first.
class ExamplesFirst : public CLI::Formatter {
 public:
  std::string make_help(const CLI::App* app, std::string /*name*/,
                        CLI::AppFormatMode mode) const override {
    return std::string(kUsageAndExamples) + make_groups(app, mode) +
           make_footer(app);
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
  for (const auto& [is_given, name] : {std::pair(options.dry_run, "--dry-run"),
                                       {options.prune, "--prune"},
                                       {options.reread, "--reread"}}) {
    if (is_given && options.action != Options::Action::kIndex) {
      return std::string(name) + " goes with indexing only";
    }
  }
  if (!show && options.index_directory.empty()) {
    return "where is the index? Give --index DIR, as HOME is not set";
  }
  for (const std::string& path : options.paths) {
    if (path.empty()) return "a path is empty";
  }
  return {};
}

/// The command line in steps: what options there are, what was typed, what it
/// means.
class CommandLine {
 public:
  CommandLine() {
    app_.formatter(std::make_shared<ExamplesFirst>());
    app_.set_help_flag("-h,--help", "Print this help");
    app_.set_version_flag("--version", "broadsheet-index " BROADSHEET_VERSION,
                          "Print the version");
    app_.footer(kIndexAndExitStatus);
    app_.allow_extras();  // So that we can say what they should have been.
    add_reading_options();
    add_building_options();
    add_other_actions();
  }

  std::variant<Options, int> parse(int argc, const char* const* argv) {
    try {
      app_.parse(argc, argv);
    } catch (const CLI::Success& success) {  // Help or version.
      return app_.exit(success);
    } catch (const CLI::ParseError& error) {
      return usage_error(about(error));
    }
    if (app_.remaining_size() > 0) return usage_error(about_rest());
    for (const auto step :
         {&CommandLine::settle_action, &CommandLine::settle_reading,
          &CommandLine::settle_writing, &CommandLine::settle_index}) {
      const std::string wrong = (this->*step)();
      if (!wrong.empty()) return usage_error(wrong);
    }
    const std::string wrong = contradiction(options_);
    if (!wrong.empty()) return usage_error(wrong);
    return std::move(options_);
  }

 private:
  [[nodiscard]] std::string about(const CLI::ParseError& error) const;
  [[nodiscard]] std::string about_rest() const {
    return about_unknown(app_.remaining().front(), option_names(app_));
  }
  void add_reading_options();
  void add_building_options();
  void add_other_actions();
  // Each returns what is wrong, or "".
  std::string settle_action();
  std::string settle_reading();
  std::string settle_writing();
  std::string settle_index();

  CLI::App app_;
  Options options_;
  std::string format_;
  std::vector<std::string> maps_;
  std::string memory_;
  std::string writer_;
  bool show_ = false;
  bool merge_ = false;
  bool check_ = false;
  bool stats_ = false;
};

std::string CommandLine::about(const CLI::ParseError& error) const {
  const auto config = [this] {
    return app_.get_config_ptr()->as<std::string>();
  };
  if (error.get_name() == "FileError") return about_unreadable_config(config());
  if (error.get_name() == "ConfigError") {
    return about_config(config(), error.what(), option_names(app_));
  }
  return app_.remaining_size() > 0 ? about_rest() : error.what();
}

void CommandLine::add_reading_options() {
  app_.add_option("--index", options_.index_directory,
                  "The directory of the index, created if it is not there")
      ->type_name("DIR");
  app_.add_option("--format", format_,
                  "Read every file as one of " + read::format_names() +
                      "; else the format is found by content")
      ->type_name("NAME");
  app_.add_option("--map", maps_,
                  "JSON: the key KEY is the field FIELD (id, headline, deck, "
                  "body, date, updated, author, source, url, place, section, "
                  "topics, lang); may be repeated")
      ->type_name("FIELD=KEY")
      ->allow_extra_args(false)  // One a flag: what follows is a path.
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  app_.set_config("--config", "",
                  "Read options from FILE, one a line: map = "
                  "[\"headline=hed\", \"body=story\"]; the command line's come "
                  "before them")
      ->type_name("FILE");
  app_.allow_config_extras(CLI::config_extras_mode::error);
  app_.add_option("--lang", options_.default_language,
                  "The language of articles that neither declare one nor show "
                  "it: en, de, ja, ... (default: en)")
      ->type_name("CODE");
}

void CommandLine::add_building_options() {
  app_.add_option("--threads", options_.threads,
                  "How many threads analyse (default: one for each core)")
      ->type_name("N")
      ->check(CLI::Range(1, 256));
  app_.add_option("--memory", memory_,
                  "How much memory to take, about: 512M, 2G, ... (default: "
                  "512M, at least 96M); what needs more goes to disk meanwhile")
      ->type_name("SIZE");
  app_.add_option("--writer", writer_,
                  "Write segments by our own writer (own) or through Xapian's "
                  "API (api), which takes many times as long (default: own)")
      ->type_name("NAME");
  app_.add_flag("--prune", options_.prune,
                "Remove articles from the index that came from PATH and are no "
                "longer there");
  app_.add_flag("--reread", options_.reread,
                "Read files again that look unchanged since the last run");
  app_.add_flag("--dry-run", options_.dry_run,
                "Read and count, but write no index");
  app_.add_flag("--strict", options_.strict,
                "Exit with 4 if anything was skipped");
  app_.add_option("--report", options_.report_path,
                  "List every skipped, duplicate and mended article in FILE, "
                  "one a line: kind, path, record, byte, reason")
      ->type_name("FILE");
}

void CommandLine::add_other_actions() {
  app_.add_flag("--show", show_,
                "Print what the indexer makes of the articles: fields, "
                "paragraphs, sentences, terms");
  app_.add_flag("--merge", merge_,
                "Merge the segments of the index into one, and index nothing");
  app_.add_flag("--check", check_,
                "Say whether the index is sound: versions, files, sizes");
  app_.add_flag("--full", options_.full,
                "With --check: read everything, and compare all tables with "
                "each other");
  app_.add_flag("--stats", stats_,
                "Print what the index holds: articles, words, bytes, sources");
  app_.add_flag("--json", options_.json,
                "With --show: one JSON object an article, one a line; with "
                "--stats: one object");
  app_.add_flag("-q,--quiet", options_.quiet, "No progress and no summary");
  app_.add_option("paths", options_.paths)->group("");
}

std::string CommandLine::settle_action() {
  if (show_ + merge_ + check_ + stats_ > 1) {
    return "--show, --merge, --check and --stats exclude each other";
  }
  if (show_) options_.action = Options::Action::kShow;
  if (merge_) options_.action = Options::Action::kMerge;
  if (check_) options_.action = Options::Action::kCheck;
  if (stats_) options_.action = Options::Action::kStats;
  const bool of_index = merge_ || check_ || stats_;
  if (options_.paths.empty() && !of_index) {
    return "no PATH given: which articles are to be indexed?";
  }
  if (!options_.paths.empty() && of_index) {
    return "--merge, --check and --stats take no PATH: they look at the index "
           "of --index";
  }
  return {};
}

std::string CommandLine::settle_reading() {
  if (!format_.empty()) {
    options_.reading.format = read::parse_format(format_);
    if (!options_.reading.format) {
      return "--format: \"" + format_ + "\" is none of " + read::format_names();
    }
  }
  for (const std::string& assignment : maps_) {
    const std::string wrong = options_.reading.fields.assign(assignment);
    if (!wrong.empty()) return "--map: " + wrong;
  }
  const std::string language = text::normal_language(options_.default_language);
  if (language.empty()) {
    return "--lang: \"" + options_.default_language +
           "\" is no language code such as en, de or ja";
  }
  options_.default_language = language;
  return {};
}

std::string CommandLine::settle_writing() {
  if (app_.count("--memory") > 0) {
    const std::optional<std::size_t> bytes = parse_byte_size(memory_);
    if (!bytes || *bytes < kLeastMemory) {
      return "--memory: \"" + memory_ +
             "\" is no size of 96M or more, such as 512M or 2G";
    }
    options_.memory = *bytes;
  }
  if (writer_ == "api") {
    options_.writer = Writer::kXapian;
  } else if (app_.count("--writer") > 0 && writer_ != "own") {
    return "--writer: \"" + writer_ + "\" is neither own nor api";
  }
  return {};
}

std::string CommandLine::settle_index() {
  if (!options_.index_directory.empty()) return {};
  if (app_.count("--index") > 0) return "--index: DIR is empty";
  options_.index_directory = default_index_directory();
  return {};
}

}  // namespace

unsigned Options::thread_count() const {
  return threads > 0 ? threads
                     : std::max(1U, std::thread::hardware_concurrency());
}

std::variant<Options, int> parse_options(int argc, const char* const* argv) {
  return CommandLine().parse(argc, argv);
}

}  // namespace broadsheet::indexer
