#include "tests/faults/unsynced_changes.h"

#include <sys/stat.h>
#include <unistd.h>

#include <utility>

#include "tests/faults/real_calls.h"

namespace broadsheet::tests {

void UnsyncedChanges::made(const std::string& path) {
  synced_[path] = 0;
  changes_.push_back({Change::Kind::kNewName, path, {}, {}});
}

void UnsyncedChanges::renamed(const std::string& from, const std::string& to,
                              const std::string& kept) {
  changes_.push_back({Change::Kind::kRename, to, from, kept});
  std::map<std::string, off_t> moved;
  for (const auto& [path, size] : synced_) {
    const bool inside = path == from || path.rfind(from + "/", 0) == 0;
    moved[inside ? to + path.substr(from.size()) : path] = size;
  }
  synced_ = std::move(moved);
}

void UnsyncedChanges::removed(const std::string& path) { synced_.erase(path); }

void UnsyncedChanges::synced(int file, const std::string& path) {
  struct stat status {};
  if (::fstat(file, &status) != 0) return;
  if (S_ISREG(status.st_mode)) {
    if (synced_.count(path) > 0) synced_[path] = status.st_size;
    return;
  }
  // A directory: the names in it are safe now.
  std::vector<Change> left;
  for (Change& change : changes_) {
    const std::string parent = change.path.substr(0, change.path.rfind('/'));
    if (parent != path) {
      left.push_back(std::move(change));
    } else if (!change.kept.empty()) {
      real<OnPath>("unlink")(change.kept.c_str());
    }
  }
  changes_ = std::move(left);
}

void UnsyncedChanges::leave_to_chance(unsigned seed) {
  by_chance_ = true;
  random_.seed(seed);
}

void UnsyncedChanges::lose() {
  for (const auto& [path, size] : synced_) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0 || status.st_size <= size) {
      continue;
    }
    if (is_lost()) static_cast<void>(::truncate(path.c_str(), size));
  }
  // Names of one directory reach the disk in their order, so a journal cut
  // short loses the last ones.
  for (auto change = changes_.rbegin(); change != changes_.rend(); ++change) {
    if (!is_lost()) break;
    if (change->kind == Change::Kind::kRename) {
      real<Rename>("rename")(change->path.c_str(), change->from.c_str());
      if (!change->kept.empty()) {
        real<Rename>("rename")(change->kept.c_str(), change->path.c_str());
      }
    } else if (real<OnPath>("unlink")(change->path.c_str()) != 0) {
      real<OnPath>("rmdir")(change->path.c_str());
    }
  }
}

}  // namespace broadsheet::tests
