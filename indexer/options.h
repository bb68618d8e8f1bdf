// What the user asked broadsheet-index to do: typed options, parsed and
// checked. Only options.cc knows the library that parses them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "corpus/read/reader.h"
#include "indexer/pipeline.h"

namespace broadsheet::indexer {

struct Options {
  enum class Action : unsigned char { kIndex, kShow, kMerge, kCheck, kStats };
  Action action = Action::kIndex;
  std::string index_directory;
  std::vector<std::string> paths;  ///< At least one with kIndex and kShow.
  read::ReadOptions reading;
  std::string default_language = "en";
  unsigned threads = 0;  ///< 0: as many as the machine has cores.
  [[nodiscard]] unsigned thread_count() const;  ///< That is meant; at least 1.
  Writer writer = Writer::kOwn;
  std::size_t memory = std::size_t{512} << 20;  ///< Bytes.
  bool prune = false;       ///< Remove what is no longer at the paths.
  bool reread = false;      ///< Read files too that look unchanged.
  bool dry_run = false;     ///< Read and count, write nothing.
  bool strict = false;      ///< Anything skipped makes the exit code 4.
  std::string report_path;  ///< Every problem, one a line; "" for none.
  bool json = false;        ///< With kShow: JSON Lines.
  bool full = false;        ///< With kCheck: read everything.
  bool quiet = false;       ///< No progress, no summary.
};

/// The options, or the exit code after help, version or a usage error has been
/// printed.
[[nodiscard]] std::variant<Options, int> parse_options(int argc,
                                                       const char* const* argv);

}  // namespace broadsheet::indexer
