#include "indexer/segment/merge.h"

#include <xapian.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <span>
#include <system_error>

#include "corpus/base/error.h"
#include "indexer/segment/xapian_errors.h"

namespace broadsheet::indexer::segment {
namespace {

// Xapian's default of 8 KiB wastes 1 % more in half-filled blocks on
// Reuters-21578; 32 KiB would save another 0.4 % and make every look-up read
// twice as much.
constexpr unsigned kBlockBytes = 16384;

// Compaction itself can't be stopped, but it reports each table it begins and
// ends.
class StoppableCompactor : public Xapian::Compactor {
 public:
  explicit StoppableCompactor(const std::function<bool()>& keep_going)
      : keep_going_(keep_going) {}

  void set_status(const std::string& /*table*/,
                  const std::string& /*status*/) override {
    if (!keep_going_()) throw Error(ErrorKind::kInterrupted, "interrupted");
  }

 private:
  const std::function<bool()>& keep_going_;
};

void compact(std::span<const std::string> sources,
             const std::string& destination,
             const std::function<bool()>& keep_going) {
  StoppableCompactor compactor(keep_going);
  translated(ErrorKind::kInputOutput, "merge into", destination, [&] {
    Xapian::Database all;
    for (const std::string& source : sources) {
      all.add_database(Xapian::Database(source, Xapian::DB_BACKEND_GLASS));
    }
    all.compact(destination, Xapian::Compactor::FULL, kBlockBytes, compactor);
  });
}

void remove_all(std::span<const std::string> segments) {
  for (const std::string& segment : segments) {
    std::error_code ignored;  // They are private, and go with the rest.
    std::filesystem::remove_all(segment, ignored);
  }
}

}  // namespace

void merge_segments(std::vector<std::string> sources,
                    const std::string& destination,
                    const std::function<bool()>& keep_going) {
  for (int pass = 0; sources.size() > kMostMergedAtOnce; ++pass) {
    std::vector<std::string> merged;
    for (std::size_t begin = 0; begin < sources.size();
         begin += kMostMergedAtOnce) {
      const std::size_t count =
          std::min(kMostMergedAtOnce, sources.size() - begin);
      const std::span<const std::string> group =
          std::span(sources).subspan(begin, count);
      merged.push_back(destination + "-pass" + std::to_string(pass) + "-" +
                       std::to_string(merged.size()));
      compact(group, merged.back(), keep_going);
      remove_all(group);
    }
    sources = std::move(merged);
  }
  compact(sources, destination, keep_going);
  remove_all(sources);
}

void compact_keeping_docids(const std::string& source,
                            const std::string& destination) {
  translated(ErrorKind::kInputOutput, "merge into", destination, [&] {
    Xapian::Database(source, Xapian::DB_BACKEND_GLASS)
        .compact(destination, Xapian::DBCOMPACT_NO_RENUMBER);
  });
}

}  // namespace broadsheet::indexer::segment
