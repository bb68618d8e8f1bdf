#include "corpus/schema/current.h"

#include <optional>

#include "corpus/base/error.h"
#include "corpus/schema/index_names.h"

namespace broadsheet::schema {
namespace {

// The directory may be another program's: several have a file CURRENT, so the
// advice is not to remove it.
[[noreturn]] void throw_no_current(const std::string& path) {
  throw Error(ErrorKind::kIndex,
              path +
                  " names no generation: its directory is not a Broadsheet "
                  "index, or a damaged one");
}

}  // namespace

std::string to_text(const Current& current) {
  return current.generation + " " + to_hex(current.hash) + "\n";
}

Current parse_current(std::string_view text, const std::string& path) {
  const std::size_t blank = text.find(' ');
  if (!text.ends_with('\n') || blank == std::string_view::npos) {
    throw_no_current(path);
  }
  const std::string_view name = text.substr(0, blank);
  const std::optional<Hash128> hash =
      hash_from_hex(text.substr(blank + 1, text.size() - blank - 2));
  if (!is_generation_name(name) || !hash) {
    throw_no_current(path);
  }
  return {std::string(name), *hash};
}

}  // namespace broadsheet::schema
