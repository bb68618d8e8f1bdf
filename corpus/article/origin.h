// Where an article came from, and what was wrong with those that could not be
// taken: every one is indexed or accounted for (architecture, contract 5).
#pragma once

#include <cstdint>
#include <string>

namespace broadsheet::article {

/// The place of an article in the input.
struct Origin {
  std::string path;          ///< As the user named it, or found below it.
  std::uint64_t record = 0;  ///< From 1 in a file of many; 0: the whole file.
  /// First byte of the record in the file; in a file of UTF-16 or UTF-32, in
  /// the file as UTF-8.
  std::uint64_t offset = 0;
};

/// "FILE", or "FILE, record 7 (byte 5120)". The path is not escaped.
[[nodiscard]] std::string to_string(const Origin& origin);

/// A file, a record or a part of one that could not be taken as it is.
struct Problem {
  enum class Kind {
    kSkipped,  ///< No article came of it.
    kWarning,  ///< The article was taken, with something mended or left out.
  };
  Kind kind = Kind::kSkipped;
  Origin origin;
  std::string reason;  ///< "not JSON: missing quote at byte 37", for people.
};

}  // namespace broadsheet::article
