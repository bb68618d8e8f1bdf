#include "indexer/file_stamps.h"

#include <algorithm>

namespace broadsheet::indexer {
namespace {

constexpr std::size_t kStampBytes = 8;
constexpr std::size_t kEntryBytes = kStampBytes + 16;

// A file that is changed again this soon after a change may keep its times: a
// clock tick of the kernel, of 1 to 10 ms, or where a file system counts whole
// seconds, up to two.
constexpr std::int64_t kTick = 50'000'000;
constexpr std::int64_t kCoarseTick = 2'000'000'000;
constexpr std::int64_t kSecond = 1'000'000'000;

bool is_settled(const FileState& state) {
  const std::int64_t changed = std::max(state.modified, state.changed);
  const bool is_coarse = state.changed % kSecond == 0;
  return state.seen - changed > (is_coarse ? kCoarseTick : kTick);
}

}  // namespace

void FileStamps::load(std::string_view bytes) {
  for (; bytes.size() >= kEntryBytes; bytes.remove_prefix(kEntryBytes)) {
    const std::uint64_t stamp = hash_from_bytes(bytes).high;
    const Hash128 article = hash_from_bytes(bytes.substr(kStampBytes));
    loaded_.emplace_back(stamp, article);
    by_article_[article] = stamp;
  }
  std::ranges::sort(loaded_);
}

std::optional<Hash128> FileStamps::article_of(const InputFile& file,
                                              const std::string& path) const {
  if (loaded_.empty()) return std::nullopt;
  const std::uint64_t stamp = stamp_of(file, path);
  const auto found =
      std::ranges::lower_bound(loaded_, stamp, {}, &Stamp::first);
  if (found == loaded_.end() || found->first != stamp) return std::nullopt;
  return found->second;
}

void FileStamps::note(const Hash128& article, const InputFile& file,
                      const std::string& path) {
  if (!is_settled(file.state)) return forget(article);
  by_article_[article] = stamp_of(file, path);
}

void FileStamps::forget(const Hash128& article) { by_article_.erase(article); }

std::size_t FileStamps::memory() const {
  return loaded_.capacity() * sizeof(Stamp) +
         by_article_.bucket_count() *
             (sizeof(Hash128) + 2 * sizeof(Stamp::first));
}

std::uint64_t FileStamps::stamp_of(const InputFile& file,
                                   const std::string& path) const {
  const std::string all =
      path + '\0' + reading_ + '\0' + to_bytes({file.bytes, file.state.inode}) +
      to_bytes({static_cast<std::uint64_t>(file.state.modified),
                static_cast<std::uint64_t>(file.state.changed)});
  return hash128(all).high;
}

std::string FileStamps::encode(std::vector<Stamp> stamps) {
  std::ranges::sort(stamps);
  std::string bytes;
  bytes.reserve(stamps.size() * kEntryBytes);
  for (const auto& [stamp, article] : stamps) {
    bytes += to_bytes({stamp, 0}).substr(0, kStampBytes) + to_bytes(article);
  }
  return bytes;
}

}  // namespace broadsheet::indexer
