// The system takes paths of 4,095 bytes; a longer one is opened directory by
// directory, as many as fit at a time.
#include "corpus/read/open_path.h"

#include <fcntl.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace broadsheet::read {
namespace {

constexpr std::size_t kLongestPath = 4095;

int open_at(int directory, const std::string& path, int flags) {
  for (;;) {
    const int number = ::openat(directory, path.c_str(),
                                flags | O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (number >= 0 || errno != EINTR) return number;
  }
}

}  // namespace

std::variant<FileDescriptor, OpenFailure> open_path(const std::string& path,
                                                    bool directory) {
  if (path.find('\0') != std::string::npos) return OpenFailure{EINVAL};
  const int last_flags = O_NOFOLLOW | (directory ? O_DIRECTORY : 0);
  FileDescriptor folder;
  int at = AT_FDCWD;
  std::size_t begin = 0;
  while (path.size() - begin > kLongestPath) {
    const std::size_t slash = path.rfind('/', begin + kLongestPath - 1);
    if (slash == std::string::npos || slash <= begin) {
      return OpenFailure{ENAMETOOLONG};
    }
    // The part's own slash goes with it: "/" alone is the root.
    const int number =
        open_at(at, path.substr(begin, slash + 1 - begin), O_DIRECTORY);
    if (number < 0) return OpenFailure{errno};
    folder = FileDescriptor(number);
    at = folder.number();
    begin = slash + 1;
    while (begin < path.size() && path[begin] == '/') ++begin;
  }
  const std::string last = begin < path.size() ? path.substr(begin) : ".";
  const int number = open_at(at, path.empty() ? path : last, last_flags);
  if (number < 0) return OpenFailure{errno};
  return FileDescriptor(number);
}

std::string explain(OpenFailure failure) {
  switch (failure.number) {
    case ENOENT:
      return "there is no such file";
    case EACCES:
    case EPERM:
      return "no permission to read it";
    case ELOOP:
      return "a symbolic link, or a chain of them without end";
    case ENOTDIR:
      return "a part of its path is not a directory";
    case ENAMETOOLONG:
      return "its name is too long for this system";
    case ENXIO:
      return "not a regular file but a socket or device";
    case EMFILE:
    case ENFILE:
      return "too many files are open";
    default:
      return "cannot be opened: " +
             std::generic_category().message(failure.number);
  }
}

}  // namespace broadsheet::read
