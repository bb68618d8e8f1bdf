#include "indexer/segment/xapian_errors.h"

namespace broadsheet::indexer::segment {

Error translate(ErrorKind kind, const std::string& action,
                const std::string& path, const Xapian::Error& error) {
  std::string message =
      "cannot " + action + " segment " + path + ": " + error.get_msg();
  // The system's reason, "No space left on device", where there is one.
  if (const char* reason = error.get_error_string(); reason != nullptr) {
    message += std::string(" (") + reason + ")";
  }
  if (kind == ErrorKind::kIndex) message += "; the index may be damaged";
  return {kind, message};
}

}  // namespace broadsheet::indexer::segment
