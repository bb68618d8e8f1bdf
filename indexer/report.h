// The report: everything a run has to say about single articles. All of it goes
// to a file if the user wants one; the first of each kind are kept to be shown.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/article/origin.h"
#include "corpus/base/file.h"

namespace broadsheet::indexer {

struct Finding {
  enum class Kind : unsigned char { kSkipped, kDuplicate, kWarning };
  Kind kind = Kind::kSkipped;
  article::Origin origin;
  std::string reason;
};

/// skipped, duplicate or warning.
[[nodiscard]] std::string_view to_string(Finding::Kind kind);

/// The line of a finding in a report file, without its end: kind, path, record,
/// byte and reason, tab separated. In path and reason, a backslash, a tab and
/// line breaks are written \\ \t \n \r, other controls \xHH, and what could
/// deceive a terminal as visible() has it.
[[nodiscard]] std::string report_line(const Finding& finding);

/// How many findings of each kind are kept to be shown.
inline constexpr std::size_t kShownFindings = 20;

/// Not for two threads.
class Report {
 public:
  /// Creates or replaces the file `path`; "" for none. Throws Error.
  explicit Report(std::string path);

  /// Throws Error if the file can't be written.
  void add(Finding finding);
  void add(article::Problem problem);

  /// Writes what is still buffered. Throws Error.
  void finish();

  /// The first kShownFindings of `kind`, and how many there were.
  [[nodiscard]] const std::vector<Finding>& first(Finding::Kind kind) const;
  [[nodiscard]] std::uint64_t count(Finding::Kind kind) const;

 private:
  struct Kept {
    std::vector<Finding> first;
    std::uint64_t count = 0;
  };

  std::string path_;
  FileDescriptor file_;
  std::string buffer_;
  std::array<Kept, 3> kept_;
};

}  // namespace broadsheet::indexer
