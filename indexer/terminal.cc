#include "indexer/terminal.h"

#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "corpus/base/error.h"
#include "corpus/base/visible.h"

namespace broadsheet::indexer {

bool is_terminal(std::FILE* stream) {
  if (::isatty(::fileno(stream)) == 0) return false;
  const char* kind = std::getenv("TERM");
  return kind != nullptr && std::strcmp(kind, "dumb") != 0;
}

bool print_result(const std::string& lines) {
  const bool written =
      std::fwrite(lines.data(), 1, lines.size(), stdout) == lines.size() &&
      std::fflush(stdout) == 0;
  if (!written && errno != EPIPE) {
    throw system_error("write to", "standard output", errno);
  }
  return written;
}

void print_note(const std::string& lines) { std::fputs(lines.c_str(), stderr); }

int report_failure(const std::string& why) {
  if (why.empty()) return 0;
  print_note("broadsheet-index: " + visible(why) + "\n");
  return static_cast<int>(ErrorKind::kInputOutput);
}

}  // namespace broadsheet::indexer
