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

void Output::write(std::string_view text) {
  constexpr std::size_t kPiece = std::size_t{1} << 16;
  waiting_ += text;
  if (waiting_.size() >= kPiece) flush();
}

void Output::flush() {
  const int error = closed_ ? 0 : write_whole(STDOUT_FILENO, waiting_);
  waiting_.clear();
  if (error == EPIPE) {
    closed_ = true;
  } else if (error != 0) {
    throw system_error("write to", "standard output", error);
  }
}

void write_message(std::string_view text) { write_whole(STDERR_FILENO, text); }

}  // namespace broadsheet::searcher
