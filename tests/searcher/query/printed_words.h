// The words that files are printed in, for claims about every one of them.
#pragma once

#include <filesystem>
#include <limits>
#include <set>
#include <string>

#include "corpus/base/file.h"
#include "corpus/base/utf8.h"
#include "corpus/text/words.h"

namespace broadsheet::searcher {

/// The distinct printed words of the files below `directory`, or of
/// `most_files` of them.
inline std::set<std::string> words_below(
    const std::string& directory,
    int most_files = std::numeric_limits<int>::max()) {
  std::set<std::string> words;
  text::WordSplitter splitter;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(directory)) {
    if (!entry.is_regular_file()) continue;
    if (most_files-- <= 0) break;
    const std::string text = valid_utf8(read_file(entry.path()));
    for (const Span word : splitter.split(text)) {
      words.emplace(word.of(text));
    }
  }
  return words;
}

}  // namespace broadsheet::searcher
