// The directories between the named one and the current one form a stack of
// listings; one path string grows and shrinks with it.
#include "corpus/read/file_walk.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <optional>
#include <set>
#include <system_error>
#include <utility>
#include <variant>

#include "corpus/base/error.h"
#include "corpus/read/open_path.h"

namespace broadsheet::read {
namespace {

constexpr int kMostLinks = 40;

enum class Kind : unsigned char { kFile, kDirectory, kLink, kOther };

struct Entry {
  std::string name;
  Kind kind = Kind::kOther;
};

Kind kind_of(mode_t mode) {
  if (S_ISREG(mode)) return Kind::kFile;
  if (S_ISDIR(mode)) return Kind::kDirectory;
  if (S_ISLNK(mode)) return Kind::kLink;
  return Kind::kOther;
}

struct CloseDirectory {
  void operator()(DIR* directory) const { ::closedir(directory); }
};

// The kind of an entry; what vanished meanwhile is left to who opens it.
Kind kind_of_entry(DIR* directory, const dirent& entry) {
  switch (entry.d_type) {
    case DT_REG:
      return Kind::kFile;
    case DT_DIR:
      return Kind::kDirectory;
    case DT_LNK:
      return Kind::kLink;
    case DT_UNKNOWN:
      break;
    default:
      return Kind::kOther;
  }
  struct stat status {};
  if (::fstatat(::dirfd(directory), entry.d_name, &status,
                AT_SYMLINK_NOFOLLOW) != 0) {
    return Kind::kFile;
  }
  return kind_of(status.st_mode);
}

class Walk {
 public:
  explicit Walk(const WalkVisitor& visitor) : visitor_(visitor) {}

  void start(const std::string& named) {
    std::string path = named;
    for (int links = 0; links <= kMostLinks; ++links) {
      std::variant<FileDescriptor, OpenFailure> opened = open_path(path, false);
      if (const auto* failure = std::get_if<OpenFailure>(&opened)) {
        std::optional<std::string> target;
        if (failure->number == ELOOP) target = link_target(path);
        if (!target) return problem(named, *failure);
        path = *std::move(target);
        continue;
      }
      const int number = std::get<FileDescriptor>(opened).number();
      struct stat status {};
      if (::fstat(number, &status) != 0) {
        return problem(named, OpenFailure{errno});
      }
      switch (kind_of(status.st_mode)) {
        case Kind::kFile:
          return visitor_.file(path);
        // Its own name is kept: what is below a named link reads better so.
        case Kind::kDirectory:
          return walk(links > 0 && !named.ends_with('/') ? named + '/' : named);
        default:
          return problem(named, "not a regular file");
      }
    }
    problem(named, OpenFailure{ELOOP});
  }

 private:
  struct Level {
    std::size_t path_bytes = 0;  // Of path_, without its entry's name.
    std::vector<Entry> entries;  // Sorted backwards: the next one is the last.
  };

  void problem(const std::string& path, std::string reason) {
    visitor_.problem(
        {article::Problem::Kind::kSkipped, {path, 0, 0}, std::move(reason)});
  }

  void problem(const std::string& path, OpenFailure failure) {
    if (failure.number == EMFILE || failure.number == ENFILE) {
      throw system_error("open", path, failure.number);
    }
    problem(path, explain(failure));
  }

  // What the link `path` points to, seen from where `path` is.
  static std::optional<std::string> link_target(const std::string& path) {
    std::string target(4096, '\0');
    const ssize_t size = ::readlink(path.c_str(), target.data(), target.size());
    if (size <= 0) return std::nullopt;
    target.resize(static_cast<std::size_t>(size));
    const std::size_t slash = path.rfind('/');
    if (target.front() == '/' || slash == std::string::npos) return target;
    return path.substr(0, slash + 1) + target;
  }

  void walk(const std::string& top) {
    path_ = top;
    enter();
    while (!levels_.empty()) {
      Level& level = levels_.back();
      path_.resize(level.path_bytes);
      if (level.entries.empty()) {
        levels_.pop_back();
        continue;
      }
      const Entry entry = std::move(level.entries.back());
      level.entries.pop_back();
      if (!path_.ends_with('/')) path_ += '/';
      path_ += entry.name;
      switch (entry.kind) {
        case Kind::kFile:
          visitor_.file(path_);
          break;
        case Kind::kDirectory:
          enter();
          break;
        case Kind::kLink:
          problem(path_,
                  "a symbolic link, not followed: name it to read what "
                  "it points to");
          break;
        case Kind::kOther:
          problem(path_, "not a regular file");
          break;
      }
    }
  }

  // Puts the listing of the directory path_ on the stack, once a directory.
  void enter() {
    // A path that ends in '/' is a link the user named.
    std::variant<FileDescriptor, OpenFailure> opened = open_path(path_, true);
    if (const auto* failure = std::get_if<OpenFailure>(&opened)) {
      return problem(path_, *failure);
    }
    FileDescriptor& file = std::get<FileDescriptor>(opened);
    struct stat status {};
    if (::fstat(file.number(), &status) != 0) {
      return problem(path_, OpenFailure{errno});
    }
    if (!entered_.insert({status.st_dev, status.st_ino}).second) return;
    std::vector<Entry> entries = listing(file);
    std::sort(entries.begin(), entries.end(),
              [](const Entry& a, const Entry& b) { return b.name < a.name; });
    levels_.push_back({path_.size(), std::move(entries)});
  }

  std::vector<Entry> listing(const FileDescriptor& file) {
    std::vector<Entry> entries;
    const int copy = ::fcntl(file.number(), F_DUPFD_CLOEXEC, 0);
    if (copy < 0) {
      problem(path_, OpenFailure{errno});
      return entries;
    }
    const std::unique_ptr<DIR, CloseDirectory> directory(::fdopendir(copy));
    if (!directory) {
      ::close(copy);
      problem(path_, OpenFailure{errno});
      return entries;
    }
    for (;;) {
      errno = 0;
      const dirent* entry = ::readdir(directory.get());
      if (entry == nullptr) break;
      if (entry->d_name[0] == '.') continue;
      entries.push_back(
          {entry->d_name, kind_of_entry(directory.get(), *entry)});
    }
    if (errno != 0) {
      problem(path_, "a directory that can't be read to its end: " +
                         std::generic_category().message(errno));
    }
    return entries;
  }

  const WalkVisitor& visitor_;
  std::string path_;
  std::vector<Level> levels_;
  std::set<std::pair<dev_t, ino_t>> entered_;
};

}  // namespace

void walk_files(const std::vector<std::string>& paths,
                const WalkVisitor& visitor) {
  Walk walk(visitor);
  for (const std::string& path : paths) walk.start(path);
}

}  // namespace broadsheet::read
