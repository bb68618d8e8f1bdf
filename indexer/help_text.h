// What --help says around its table of options: examples first, as most people
// need one line and not a manual.
#pragma once

namespace broadsheet::indexer {

inline constexpr const char* kUsageAndExamples =
    R"(Usage: broadsheet-index [OPTION]... PATH...
Indexes news articles: files, or directories of them.

Examples:
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

inline constexpr const char* kIndexAndExitStatus = R"(
The index is --index, else $BROADSHEET_INDEX, else
$XDG_DATA_HOME/broadsheet/index, else ~/.local/share/broadsheet/index.

Exit status: 0 done (skipped articles are listed), 2 wrong usage, 3 index
unusable, 4 input or output failed, nothing to index, or something skipped
under --strict, 5 another process is writing the index, 130 interrupted.)";

}  // namespace broadsheet::indexer
