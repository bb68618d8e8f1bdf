// Claims about the command line: what it means, and what is said of mistakes.
#include "indexer/options.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <iostream>
#include <optional>
#include <sstream>
#include <string>
#include <variant>
#include <vector>

namespace broadsheet::indexer {
namespace {

struct Parsed {
  std::optional<Options> options;
  int code = -1;
  std::string out;
  std::string err;
};

/// What the program makes of these arguments, with what it prints.
Parsed parse(const std::vector<const char*>& arguments) {
  std::vector<const char*> argv{"broadsheet-index"};
  argv.insert(argv.end(), arguments.begin(), arguments.end());
  std::ostringstream out;
  std::ostringstream err;
  std::streambuf* const cout = std::cout.rdbuf(out.rdbuf());
  std::streambuf* const cerr = std::cerr.rdbuf(err.rdbuf());
  auto result = parse_options(static_cast<int>(argv.size()), argv.data());
  std::cout.rdbuf(cout);
  std::cerr.rdbuf(cerr);
  Parsed parsed;
  parsed.out = out.str();
  parsed.err = err.str();
  if (const int* code = std::get_if<int>(&result)) {
    parsed.code = *code;
  } else {
    parsed.options = std::get<Options>(std::move(result));
  }
  return parsed;
}

TEST_CASE("options mean what they say") {
  const Parsed parsed =
      parse({"--index", "/news", "a", "--map", "headline=hed", "b", "--map",
             "body=txt", "--lang", "de-AT", "--threads=3", "--strict",
             "--report", "r.tsv", "--format", "jsonl", "-q", "--", "-odd"});
  REQUIRE(parsed.options);
  const Options& options = *parsed.options;
  CHECK(options.action == Options::Action::kIndex);
  CHECK(options.index_directory == "/news");
  CHECK(options.paths == std::vector<std::string>{"a", "b", "-odd"});
  CHECK(options.default_language == "de");
  CHECK(options.threads == 3);
  CHECK(options.strict);
  CHECK(options.quiet);
  CHECK_FALSE(options.dry_run);
  CHECK(options.report_path == "r.tsv");
  CHECK(options.reading.format == read::Format::kJsonLines);
  const auto headline = options.reading.fields.find("hed");
  REQUIRE(headline);
  CHECK(headline->first == read::ArticleField::kHeadline);
  CHECK_FALSE(options.reading.fields.find("title"));
}

TEST_CASE("--show takes its files like every run") {
  for (const auto& arguments : {parse({"--show", "--json", "a.txt"}),
                                parse({"a.txt", "--json", "--show"})}) {
    REQUIRE(arguments.options);
    CHECK(arguments.options->action == Options::Action::kShow);
    CHECK(arguments.options->json);
    CHECK(arguments.options->paths == std::vector<std::string>{"a.txt"});
  }
}

TEST_CASE("mistakes are told, with what was probably meant, and exit 2") {
  struct Row {
    std::vector<const char*> arguments;
    const char* says;
  };
  const Row rows[] = {
      {{}, "no PATH given"},
      {{"--strict"}, "no PATH given"},
      {{"--reprot", "f", "a"}, "did you mean --report?"},
      {{"--reprot=f", "a"}, "did you mean --report?"},
      {{"--dryrun", "a"}, "did you mean --dry-run?"},
      {{"--Strict", "a"}, "did you mean --strict?"},
      {{"--xyzzy", "a"}, "there is no option --xyzzy"},
      {{"-x", "a"}, "there is no option -x"},
      {{"--threads", "0", "a"}, "--threads"},
      {{"--threads", "257", "a"}, "--threads"},
      {{"--threads", "two", "a"}, "--threads"},
      {{"--memory", "95M", "a"}, "no size of 96M or more"},
      {{"--memory", "much", "a"}, "no size of 96M or more"},
      {{"--format", "pdf", "a"}, "none of text, jsonl, reuters, trec, html"},
      {{"--map", "headline", "a"}, "--map"},
      {{"--map", "colour=c", "a"}, "--map"},
      {{"--lang", "english!", "a"}, "no language code"},
      {{"--json", "a"}, "--show"},
      {{"--show", "--dry-run", "a"}, "exclude each other"},
      {{"--index", "", "a"}, "--index"},
      {{"a", ""}, "a path is empty"},
      {{"--report"}, "--report"},
      {{"--evil\x1b[2J", "a"}, "there is no option --evil␛[2J"},
  };
  for (const Row& row : rows) {
    const Parsed parsed = parse(row.arguments);
    CAPTURE(std::string(row.says));
    CHECK(parsed.code == 2);
    CHECK(parsed.out.empty());
    CHECK_MESSAGE(parsed.err.find(row.says) != std::string::npos, parsed.err);
    CHECK(parsed.err.starts_with("broadsheet-index: "));
    CHECK(parsed.err.find("--help") != std::string::npos);
  }
}

TEST_CASE("help comes with examples first, the version in one line") {
  const Parsed help = parse({"--help"});
  CHECK(help.code == 0);
  const std::size_t examples = help.out.find("Examples:");
  const std::size_t options = help.out.find("--report FILE");
  REQUIRE(examples != std::string::npos);
  REQUIRE(options != std::string::npos);
  CHECK(examples < options);
  CHECK(help.out.find("Exit status") != std::string::npos);
  const Parsed version = parse({"--version"});
  CHECK(version.code == 0);
  CHECK(version.out == "broadsheet-index " BROADSHEET_VERSION "\n");
}

TEST_CASE("the index is --index, the variable, or below the data directory") {
  ::setenv("HOME", "/home/vera", 1);
  ::unsetenv("XDG_DATA_HOME");
  ::unsetenv("BROADSHEET_INDEX");
  const auto index = [](const std::vector<const char*>& arguments) {
    const Parsed parsed = parse(arguments);
    return parsed.options ? parsed.options->index_directory : parsed.err;
  };
  CHECK(index({"a"}) == "/home/vera/.local/share/broadsheet/index");
  ::setenv("XDG_DATA_HOME", "relative", 1);
  CHECK(index({"a"}) == "/home/vera/.local/share/broadsheet/index");
  ::setenv("XDG_DATA_HOME", "/data", 1);
  CHECK(index({"a"}) == "/data/broadsheet/index");
  ::setenv("BROADSHEET_INDEX", "here", 1);
  CHECK(index({"a"}) == "here");
  CHECK(index({"--index", "there", "a"}) == "there");
  ::unsetenv("BROADSHEET_INDEX");
  ::unsetenv("XDG_DATA_HOME");
  ::unsetenv("HOME");
  CHECK(index({"a"}).find("--index DIR") != std::string::npos);
  CHECK(parse({"--show", "a"}).options);
}

}  // namespace
}  // namespace broadsheet::indexer
