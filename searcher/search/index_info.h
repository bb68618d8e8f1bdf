// What an index says about itself: the answer to --info.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace broadsheet::searcher::search {

struct IndexInfo {
  std::string directory;
  std::string index_id;
  std::uint64_t generation = 0;
  int format = 0;    ///< schema::kFormatVersion of the build.
  int analysis = 0;  ///< text::kAnalysisVersion of the build.
  std::string program;
  std::int64_t created = 0;  ///< Seconds since 1970 UTC.
  std::uint64_t articles = 0;
  std::map<std::string, std::uint64_t> languages;  ///< Articles of each.
  std::uint64_t dated = 0;                         ///< Articles with a date.
  std::optional<std::int64_t>
      first;                         ///< Earliest date, seconds since 1970 UTC.
  std::optional<std::int64_t> last;  ///< Latest.
  std::size_t segments = 0;
  std::uint64_t bytes = 0;  ///< Of all files the manifest names.
};

}  // namespace broadsheet::searcher::search
