#include "indexer/segment/segment_contents.h"

#include <xapian.h>

#include <algorithm>
#include <optional>

#include "corpus/schema/slots.h"
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

TermFigures term_figures_of(const std::vector<std::string>& segments) {
  if (segments.empty()) return {};
  return translated(ErrorKind::kIndex, "read", segments.front(), [&] {
    Xapian::Database all;
    for (const std::string& path : segments) {
      all.add_database(Xapian::Database(path, kGlass));
    }
    TermFigures figures;
    for (auto term = all.allterms_begin(); term != all.allterms_end(); ++term) {
      ++figures.terms;
    }
    for (auto value = all.valuestream_begin(schema::kWordCountSlot);
         value != all.valuestream_end(schema::kWordCountSlot); ++value) {
      figures.words +=
          static_cast<std::uint64_t>(Xapian::sortable_unserialise(*value));
    }
    for (auto value = all.valuestream_begin(schema::kPublishedSlot);
         value != all.valuestream_end(schema::kPublishedSlot); ++value) {
      const auto seconds =
          static_cast<std::int64_t>(Xapian::sortable_unserialise(*value));
      if (figures.dated++ == 0) figures.first = figures.last = seconds;
      figures.first = std::min(figures.first, seconds);
      figures.last = std::max(figures.last, seconds);
    }
    return figures;
  });
}

void for_each_stored(const std::string& path,
                     const std::function<void(const std::string&)>& use) {
  translated(ErrorKind::kIndex, "read", path, [&] {
    const Xapian::Database database(path, kGlass);
    for (auto article = database.postlist_begin("");
         article != database.postlist_end(""); ++article) {
      use(database.get_document(*article).get_data());
    }
  });
}

}  // namespace broadsheet::indexer::segment
