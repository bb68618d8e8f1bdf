#include "indexer/input.h"

#include <sys/stat.h>
#include <time.h>

#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>

#include "corpus/read/file_walk.h"
#include "indexer/interruption.h"

namespace broadsheet::indexer {
namespace {

// A file by what it is, not by name.
struct FileNumber {
  dev_t device = 0;
  ino_t inode = 0;

  friend bool operator==(const FileNumber&, const FileNumber&) = default;
};

// Tells which files are below directories of ours. Files come directory by
// directory, so the last answer is nearly always the next one too.
class OwnDirectories {
 public:
  explicit OwnDirectories(const std::vector<std::string>& directories) {
    for (const std::string& directory : directories) {
      std::error_code code;
      const auto real = std::filesystem::canonical(directory, code);
      if (!code) directories_.push_back(real.string() + "/");
    }
  }

  [[nodiscard]] bool hold(const std::string& path) {
    if (directories_.empty()) return false;
    const std::size_t slash = path.rfind('/');
    std::string parent =
        slash == std::string::npos ? "." : path.substr(0, slash + 1);
    if (!last_parent_ || *last_parent_ != parent) {
      last_answer_ = is_own(parent);
      last_parent_ = std::move(parent);
    }
    return last_answer_;
  }

 private:
  [[nodiscard]] bool is_own(const std::string& parent) const {
    std::error_code code;
    const auto real = std::filesystem::canonical(parent, code);
    if (code) return false;
    for (const std::string& directory : directories_) {
      if ((real.string() + "/").starts_with(directory)) return true;
    }
    return false;
  }

  std::vector<std::string> directories_;
  std::optional<std::string> last_parent_;
  bool last_answer_ = false;
};

std::int64_t nanoseconds(const timespec& time) {
  return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

std::int64_t now() {
  timespec time{};
  ::clock_gettime(CLOCK_REALTIME, &time);
  return nanoseconds(time);
}

}  // namespace

Input find_input(const std::vector<std::string>& paths,
                 const std::vector<std::string>& own_directories,
                 const std::vector<std::string>& own_files) {
  OwnDirectories own(own_directories);
  std::vector<FileNumber> excluded;
  for (const std::string& file : own_files) {
    struct stat status {};
    if (::stat(file.c_str(), &status) == 0) {
      excluded.push_back({status.st_dev, status.st_ino});
    }
  }

  Input input;
  read::WalkVisitor visitor;
  visitor.file = [&](const std::string& path) {
    stop_if_interrupted();
    if (own.hold(path)) return;
    struct stat status {};
    // A file that vanished is a problem of the reader's, who will look again.
    if (::stat(path.c_str(), &status) != 0) status.st_size = 0;
    for (const FileNumber& number : excluded) {
      if (number == FileNumber{status.st_dev, status.st_ino}) return;
    }
    input.files.push_back({path,
                           static_cast<std::uint64_t>(status.st_size),
                           {status.st_ino, nanoseconds(status.st_mtim),
                            nanoseconds(status.st_ctim), now()}});
    input.bytes += input.files.back().bytes;
  };
  visitor.problem = [&](article::Problem problem) {
    stop_if_interrupted();
    if (!own.hold(problem.origin.path)) {
      input.problems.push_back(std::move(problem));
    }
  };
  read::walk_files(paths, visitor);
  return input;
}

}  // namespace broadsheet::indexer
