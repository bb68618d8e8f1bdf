#include "indexer/segment/segment_contents.h"

#include <xapian.h>

#include <optional>

#include "corpus/schema/terms.h"
#include "indexer/segment/xapian_errors.h"

namespace broadsheet::indexer::segment {
namespace {

// The backend is named, never guessed: a stub in its place could name a program
// to run.
constexpr int kGlass = Xapian::DB_BACKEND_GLASS;

}  // namespace

std::vector<Holding> holdings_of(const std::string& path) {
  return translated(ErrorKind::kIndex, "read", path, [&] {
    const Xapian::Database database(path, kGlass);
    std::vector<Holding> holdings;
    holdings.reserve(database.get_doccount());
    for (auto value = database.valuestream_begin(schema::kIdentitySlot);
         value != database.valuestream_end(schema::kIdentitySlot); ++value) {
      const std::optional<schema::Identity> identity =
          schema::parse_identity(*value);
      if (!identity) break;
      holdings.push_back({value.get_docid(), *identity});
    }
    if (holdings.size() != database.get_doccount()) {
      throw Error(ErrorKind::kIndex,
                  "segment " + path +
                      " holds an article without an identity: the index is "
                      "damaged");
    }
    return holdings;
  });
}

SegmentCounts counts_of(const std::string& path) {
  return translated(ErrorKind::kIndex, "read", path, [&] {
    const Xapian::Database database(path, kGlass);
    SegmentCounts counts;
    counts.articles = database.get_doccount();
    const std::string prefix = schema::language_term("");
    for (auto term = database.allterms_begin(prefix);
         term != database.allterms_end(prefix); ++term) {
      counts.languages[(*term).substr(prefix.size())] = term.get_termfreq();
    }
    return counts;
  });
}

}  // namespace broadsheet::indexer::segment
