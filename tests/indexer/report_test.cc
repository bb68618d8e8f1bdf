// Claims about the report: one line for each finding, and nothing in it that
// breaks a line or deceives a terminal.
#include "indexer/report.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "corpus/base/error.h"
#include "tests/support/temporary_directory.h"

namespace broadsheet::indexer {
namespace {

Finding finding(Finding::Kind kind, const std::string& path,
                const std::string& reason) {
  return {kind, {path, 3, 512}, reason};
}

TEST_CASE("a line has five fields, whatever is in them") {
  struct Row {
    const char* path;
    const char* reason;
    const char* line;
  };
  const Row rows[] = {
      {"a.jsonl", "not JSON", "skipped\ta.jsonl\t3\t512\tnot JSON"},
      {"a\tb\nc", "x\ry", "skipped\ta\\tb\\nc\t3\t512\tx\\ry"},
      {"C:\\new", "", "skipped\tC:\\\\new\t3\t512\t"},
      {"\x1b]0;owned\x07", "\x7f",
       "skipped\t\\x1b]0;owned\\x07\t3\t512\t\\x7f"},
      {"bad\xff.txt", "Caf\xc3\xa9",
       "skipped\tbad\\xff.txt\t3\t512\tCaf\xc3\xa9"},
      {"\xe2\x80\xaegpj.txt", "", "skipped\t\\u{202e}gpj.txt\t3\t512\t"},
  };
  for (const Row& row : rows) {
    const std::string line =
        report_line(finding(Finding::Kind::kSkipped, row.path, row.reason));
    CHECK(line == row.line);
    CHECK(std::count(line.begin(), line.end(), '\t') == 4);
  }
}

TEST_CASE("the file holds every finding, the memory only the first") {
  const tests::TemporaryDirectory directory;
  Report report(directory / "report.tsv");
  constexpr int kMany = 5000;
  std::string expected;
  for (int i = 0; i < kMany; ++i) {
    const Finding found =
        finding(Finding::Kind::kDuplicate, std::to_string(i) + ".txt", "again");
    expected += report_line(found) + "\n";
    report.add(found);
  }
  report.add(article::Problem{article::Problem::Kind::kWarning, {}, "cut"});
  expected += "warning\t\t0\t0\tcut\n";
  report.finish();
  CHECK(tests::content_of(directory / "report.tsv") == expected);
  CHECK(report.count(Finding::Kind::kDuplicate) == kMany);
  CHECK(report.count(Finding::Kind::kWarning) == 1);
  CHECK(report.count(Finding::Kind::kSkipped) == 0);
  REQUIRE(report.first(Finding::Kind::kDuplicate).size() == kShownFindings);
  CHECK(report.first(Finding::Kind::kDuplicate)[1].origin.path == "1.txt");
}

TEST_CASE("without problems the report file is there and empty") {
  const tests::TemporaryDirectory directory;
  directory.write("report.tsv", "of the run before\n");
  Report report(directory / "report.tsv");
  report.finish();
  CHECK(tests::content_of(directory / "report.tsv").empty());
}

TEST_CASE("a report that can't be written is an error, told at once") {
  const tests::TemporaryDirectory directory;
  CHECK_THROWS_AS(Report(directory / "none/report.tsv"), Error);
  CHECK_THROWS_AS(Report{directory.path()}, Error);
}

TEST_CASE("without a path nothing is written") {
  Report report("");
  report.add(finding(Finding::Kind::kSkipped, "a", "b"));
  CHECK_NOTHROW(report.finish());
  CHECK(report.count(Finding::Kind::kSkipped) == 1);
}

}  // namespace
}  // namespace broadsheet::indexer
