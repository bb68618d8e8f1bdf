// What --help says around its table of options: examples first, as most people
// need one line and not a manual.
#pragma once

namespace broadsheet::searcher {

inline constexpr const char* kExamples =
    R"(Searches news articles and answers with sentences.

Examples:
  broadsheet-search climate summit             both words, any form of them
  broadsheet-search '"prime minister"'         exactly these words
  broadsheet-search 'floods OR drought Spain'  Spain, and one of the two
  broadsheet-search 'title:strike -rail'       headline word, none about rail
  broadsheet-search 'election date:2023-04..'  from April 2023 on
  broadsheet-search --sort newest --sentences 1 merger
  broadsheet-search --count '"interest rates"'
  broadsheet-search --json oil | jq .headline.text

Put the query in single quotes, so that the shell leaves it alone; a query that
begins with a hyphen follows --.)";

inline constexpr const char* kExitStatus =
    R"(Exit status: 0 found, 1 nothing found, 2 wrong usage or query, 3 no usable
index, 4 input or output failed or the time was up. Without --index the index is
the one that BROADSHEET_INDEX names, else .broadsheet in the working directory
or above it, else the user's own; --info tells which.)";

}  // namespace broadsheet::searcher
