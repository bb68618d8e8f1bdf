#include "indexer/segment/segment_contents.h"

#include <xapian.h>

#include <algorithm>
#include <map>
#include <optional>

#include "corpus/schema/slots.h"
#include "corpus/schema/terms.h"
#include "indexer/segment/xapian_errors.h"

namespace broadsheet::indexer::segment {
namespace {

// The backend is named, never guessed: a stub in its place could name a program
// to run.
constexpr int kGlass = Xapian::DB_BACKEND_GLASS;

// How many of the removed articles have `term`.
std::uint64_t removed_with(const Xapian::Database& database,
                           const std::string& term,
                           const RemovedArticles& removed) {
  std::uint64_t found = 0;
  auto posting = database.postlist_begin(term);
  const auto end = database.postlist_end(term);
  for (const std::uint32_t docid : removed.docids()) {
    posting.skip_to(docid);
    if (posting == end) break;
    if (*posting == docid) ++found;
  }
  return found;
}

// Adds what the values of a segment say to `figures`.
void add_values(const Xapian::Database& database,
                const RemovedArticles& removed, TermFigures& figures) {
  for (auto value = database.valuestream_begin(schema::kWordCountSlot);
       value != database.valuestream_end(schema::kWordCountSlot); ++value) {
    if (removed.contains(value.get_docid())) continue;
    figures.words +=
        static_cast<std::uint64_t>(Xapian::sortable_unserialise(*value));
  }
  for (auto value = database.valuestream_begin(schema::kPublishedSlot);
       value != database.valuestream_end(schema::kPublishedSlot); ++value) {
    if (removed.contains(value.get_docid())) continue;
    const auto seconds =
        static_cast<std::int64_t>(Xapian::sortable_unserialise(*value));
    if (figures.dated++ == 0) figures.first = figures.last = seconds;
    figures.first = std::min(figures.first, seconds);
    figures.last = std::max(figures.last, seconds);
  }
}

}  // namespace

Error article_without_identity(const std::string& path) {
  return Error(ErrorKind::kIndex,
               "segment " + path +
                   " holds an article without an identity: the index is "
                   "damaged");
}

std::vector<Holding> holdings_of(const LiveSegment& segment) {
  const std::string& path = segment.path;
  return translated(ErrorKind::kIndex, "read", path, [&] {
    const Xapian::Database database(path, kGlass);
    std::vector<Holding> holdings;
    holdings.reserve(database.get_doccount());
    std::size_t articles = 0;
    for (auto value = database.valuestream_begin(schema::kIdentitySlot);
         value != database.valuestream_end(schema::kIdentitySlot); ++value) {
      const std::optional<schema::Identity> identity =
          schema::parse_identity(*value);
      if (!identity) break;
      ++articles;
      if (segment.removed.contains(value.get_docid())) continue;
      holdings.push_back({value.get_docid(), *identity});
    }
    if (articles != database.get_doccount()) {
      throw article_without_identity(path);
    }
    return holdings;
  });
}

SegmentCounts counts_of(const LiveSegment& segment) {
  return translated(ErrorKind::kIndex, "read", segment.path, [&] {
    const Xapian::Database database(segment.path, kGlass);
    SegmentCounts counts;
    counts.articles = database.get_doccount() - segment.removed.docids().size();
    const std::string prefix = schema::language_term("");
    for (auto term = database.allterms_begin(prefix);
         term != database.allterms_end(prefix); ++term) {
      const std::uint64_t articles =
          term.get_termfreq() - removed_with(database, *term, segment.removed);
      if (articles == 0) continue;
      counts.languages[(*term).substr(prefix.size())] = articles;
    }
    return counts;
  });
}

TermFigures term_figures_of(const std::vector<LiveSegment>& segments) {
  if (segments.empty()) return {};
  return translated(ErrorKind::kIndex, "read", segments.front().path, [&] {
    Xapian::Database all;
    TermFigures figures;
    std::map<std::string, Xapian::doccount> removed;  // Postings by term.
    for (const LiveSegment& segment : segments) {
      const Xapian::Database database(segment.path, kGlass);
      all.add_database(database);
      add_values(database, segment.removed, figures);
      for (const std::uint32_t docid : segment.removed.docids()) {
        for (auto term = database.termlist_begin(docid);
             term != database.termlist_end(docid); ++term) {
          ++removed[*term];
        }
      }
    }
    for (auto term = all.allterms_begin(); term != all.allterms_end(); ++term) {
      ++figures.terms;
    }
    for (const auto& [term, articles] : removed) {
      if (all.get_termfreq(term) == articles) --figures.terms;
    }
    return figures;
  });
}

void for_each_stored(const LiveSegment& segment,
                     const std::function<void(const std::string&)>& use) {
  translated(ErrorKind::kIndex, "read", segment.path, [&] {
    const Xapian::Database database(segment.path, kGlass);
    for (auto article = database.postlist_begin("");
         article != database.postlist_end(""); ++article) {
      if (segment.removed.contains(*article)) continue;
      use(database.get_document(*article).get_data());
    }
  });
}

void for_each_stored_of(
    const std::string& path, const std::vector<std::uint32_t>& docids,
    const std::function<void(std::uint32_t, const std::string&)>& use) {
  translated(ErrorKind::kIndex, "read", path, [&] {
    const Xapian::Database database(path, kGlass);
    for (const std::uint32_t docid : docids) {
      use(docid, database.get_document(docid).get_data());
    }
  });
}

}  // namespace broadsheet::indexer::segment
