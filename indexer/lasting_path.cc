#include "indexer/lasting_path.h"

#include <filesystem>
#include <system_error>

namespace broadsheet::indexer {

std::string LastingPaths::path(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  const std::size_t name = slash == std::string::npos ? 0 : slash + 1;
  if (last_resolved_.empty() || path.compare(0, name, last_named_) != 0) {
    last_named_ = path.substr(0, name);
    const std::filesystem::path directory = name == 0 ? "." : last_named_;
    std::error_code code;
    std::filesystem::path resolved =
        std::filesystem::canonical(directory, code);
    if (code) resolved = std::filesystem::absolute(directory, code);
    last_resolved_ = code ? last_named_ : resolved.string();
    if (!last_resolved_.ends_with('/')) last_resolved_ += '/';
  }
  return last_resolved_ + path.substr(name);
}

}  // namespace broadsheet::indexer
