#include "indexer/segment/removal.h"

#include <xapian.h>

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

}  // namespace broadsheet::indexer::segment
