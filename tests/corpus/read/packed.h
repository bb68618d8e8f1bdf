// Archives made for tests, in memory.
#pragma once

#include <archive.h>
#include <archive_entry.h>

#include <string>
#include <utility>
#include <vector>

namespace broadsheet::tests {

using Members = std::vector<std::pair<std::string, std::string>>;

/// An archive of `format` ("ustar", "zip", "7zip", "raw"), compressed by
/// `filter` ("none", "gzip", "bzip2", "xz", "zstd"). A member whose content
/// begins with "-> " is a symbolic link.
inline std::string packed(const std::string& format, const std::string& filter,
                          const Members& members) {
  std::vector<char> bytes(std::size_t{64} << 20);
  std::size_t used = 0;
  archive* out = archive_write_new();
  archive_write_set_format_by_name(out, format.c_str());
  if (filter != "none") archive_write_add_filter_by_name(out, filter.c_str());
  archive_write_set_bytes_in_last_block(out, 1);
  archive_write_open_memory(out, bytes.data(), bytes.size(), &used);
  for (const auto& [name, content] : members) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    const bool link = content.starts_with("-> ");
    archive_entry_set_filetype(entry, link ? AE_IFLNK : AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    if (link) {
      archive_entry_set_symlink(entry, content.c_str() + 3);
    } else {
      archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
    }
    archive_write_header(out, entry);
    if (!link) archive_write_data(out, content.data(), content.size());
    archive_entry_free(entry);
  }
  archive_write_close(out);
  archive_write_free(out);
  return {bytes.data(), used};
}

}  // namespace broadsheet::tests
