#include "indexer/segment/glass/version_file.h"

#include <sys/random.h>

#include <cerrno>
#include <string_view>

#include "corpus/base/error.h"
#include "indexer/segment/glass/integers.h"

namespace broadsheet::indexer::segment::glass {
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

}  // namespace broadsheet::indexer::segment::glass
