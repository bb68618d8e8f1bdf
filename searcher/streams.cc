#include "searcher/streams.h"

#include <unistd.h>

#include <cerrno>

#include "corpus/base/error.h"

namespace broadsheet::searcher {
namespace {

// 0, or the errno of the write that failed.
int write_whole(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t put = ::write(descriptor, text.data(), text.size());
    if (put >= 0) {
      text.remove_prefix(static_cast<std::size_t>(put));
    } else if (errno != EINTR) {
      return errno;
    }
  }
  return 0;
}

}  // namespace

void write_output(std::string_view text) {
  const int error = write_whole(STDOUT_FILENO, text);
  if (error != 0 && error != EPIPE) {
    throw system_error("write to", "standard output", error);
  }
}

void write_message(std::string_view text) { write_whole(STDERR_FILENO, text); }

}  // namespace broadsheet::searcher
