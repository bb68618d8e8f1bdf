#include "corpus/glass/version_file.h"

#include <sys/random.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <string_view>

#include "corpus/base/error.h"
#include "corpus/glass/block_file.h"
#include "corpus/glass/integers.h"

namespace broadsheet::glass {
namespace {

constexpr std::string_view kMagic = "\x0f\x0dXapian Glass\x04\x6e";

}  // namespace

Uuid random_uuid() {
  Uuid uuid{};
  for (;;) {
    const ssize_t got = ::getrandom(uuid.data(), uuid.size(), 0);
    if (got == static_cast<ssize_t>(uuid.size())) break;
    if (got < 0 && errno != EINTR) {
      throw system_error("read", "the system's random numbers", errno);
    }
  }
  // RFC 4122: the version in the seventh byte, the variant in the ninth.
  uuid[6] = static_cast<unsigned char>((uuid[6] & 0x0F) | 0x40);
  uuid[8] = static_cast<unsigned char>((uuid[8] & 0x3F) | 0x80);
  return uuid;
}

std::string encode_version_file(const Tables& tables,
                                const Statistics& statistics,
                                const Uuid& uuid) {
  std::string bytes(kMagic);
  for (const unsigned char byte : uuid) bytes += static_cast<char>(byte);
  append_varint(bytes, kRevision);
  const TableRoot spelling{.compress_min = kCompressMin};
  for (const TableRoot* root :
       {&tables.postlist, &tables.docdata, &tables.termlist, &tables.position,
        &spelling, &tables.synonym}) {
    bytes += encode(*root);
  }
  append_varint(bytes, statistics.articles);
  append_varint(bytes, statistics.last_docid - statistics.articles);
  append_varint(bytes, statistics.lowest_length);
  append_varint(bytes, statistics.largest_wdf);
  append_varint(bytes, statistics.highest_length - statistics.largest_wdf);
  append_varint(bytes, 0);  // Oldest changeset.
  append_varint(bytes, statistics.total_length);
  append_varint(bytes, 0);  // Bound of spelling frequencies.
  return bytes;
}

bool VersionFile::is_sequential() const {
  return std::ranges::all_of(
      std::array{&postlist, &docdata, &termlist, &position, &synonym},
      [](const FoundRoot* found) {
        return found->root.entries == 0 || found->sequential;
      });
}

bool VersionFile::is_own() const {
  return revision == kRevision && is_sequential() &&
         std::ranges::all_of(
             std::array{&postlist, &docdata, &termlist, &position, &synonym},
             [](const FoundRoot* found) {
               return found->block_bytes == kBlockBytes;
             });
}

std::optional<VersionFile> decode_version_file(std::string_view bytes) {
  VersionFile file;
  if (!bytes.starts_with(kMagic)) return std::nullopt;
  bytes.remove_prefix(kMagic.size());
  if (bytes.size() < sizeof(Uuid)) return std::nullopt;
  bytes.remove_prefix(sizeof(Uuid));
  if (!take_varint(bytes, file.revision)) return std::nullopt;
  FoundRoot spelling;
  for (FoundRoot* found : {&file.postlist, &file.docdata, &file.termlist,
                           &file.position, &spelling, &file.synonym}) {
    const std::optional<FoundRoot> root = take_root(bytes);
    if (!root) return std::nullopt;
    *found = *root;
  }
  std::array<std::uint64_t, 7> numbers{};
  for (std::uint64_t& number : numbers) {
    if (!take_varint(bytes, number)) return std::nullopt;
  }
  const auto narrow = [](std::uint64_t number) {
    return static_cast<std::uint32_t>(number);
  };
  Statistics& statistics = file.statistics;
  statistics.articles = narrow(numbers[0]);
  statistics.last_docid = narrow(numbers[0] + numbers[1]);
  statistics.lowest_length = narrow(numbers[2]);
  statistics.largest_wdf = narrow(numbers[3]);
  statistics.highest_length = narrow(numbers[3] + numbers[4]);
  statistics.total_length = numbers[6];
  return file;
}

}  // namespace broadsheet::glass
