#include "indexer/segment/removal.h"

#include <xapian.h>

#include <filesystem>
#include <system_error>

#include "indexer/segment/xapian_errors.h"

namespace broadsheet::indexer::segment {

void remove_articles(const std::string& path,
                     std::span<const std::uint32_t> docids) {
  if (docids.empty()) return;
  translated(ErrorKind::kInputOutput, "update", path, [&] {
    Xapian::WritableDatabase database(
        path, Xapian::DB_OPEN | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC);
    for (const std::uint32_t docid : docids) database.delete_document(docid);
    database.commit();
    database.close();
  });
}

void copy_segment(const std::string& from, const std::string& to) {
  std::error_code code;
  std::filesystem::create_directory(to, code);
  if (code) throw system_error("create", to, code.value());
  for (const auto& entry : std::filesystem::directory_iterator(from, code)) {
    const std::string copy = to + "/" + entry.path().filename().string();
    std::filesystem::copy_file(entry.path(), copy, code);
    if (code)
      throw system_error("copy " + entry.path().string() + " to", copy,
                         code.value());
  }
  if (code) throw system_error("list", from, code.value());
}

}  // namespace broadsheet::indexer::segment
