// The words that files are printed in, for claims about every one of them.
#pragma once

#include <filesystem>
#include <set>
#include <string>

#include "corpus/base/file.h"
#include "corpus/base/utf8.h"
#include "corpus/text/words.h"

namespace broadsheet::searcher {

/// The distinct printed words of the files below `directory`.
inline std::set<std::string> words_below(const std::string& directory) {
  std::set<std::string> words;
  text::WordSplitter splitter;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(directory)) {
    if (!entry.is_regular_file()) continue;
    const std::string text = valid_utf8(read_file(entry.path()));
    for (const Span word : splitter.split(text)) {
      words.emplace(word.of(text));
    }
  }
  return words;
}

}  // namespace broadsheet::searcher
