#include "searcher/search/searcher.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "corpus/schema/slots.h"
#include "searcher/query/expansion.h"
#include "searcher/query/parser.h"

namespace broadsheet::searcher::search {

namespace {

std::int64_t seconds_of(const std::string& published) {
  return static_cast<std::int64_t>(Xapian::sortable_unserialise(published));
}

// What Xapian knows of the dates holds those of removed articles too.
void add_dates(const Xapian::Database& database, const RemovedArticles& removed,
               IndexInfo& info) {
  for (auto value = database.valuestream_begin(schema::kPublishedSlot);
       value != database.valuestream_end(schema::kPublishedSlot); ++value) {
    if (removed.contain(value.get_docid())) continue;
    const std::int64_t seconds = seconds_of(*value);
    ++info.dated;
    info.first = std::min(info.first.value_or(seconds), seconds);
    info.last = std::max(info.last.value_or(seconds), seconds);
  }
}

}  // namespace

Searcher::Searcher(const std::string& index_directory)
    : index_(std::make_shared<OpenIndex>(open_index(index_directory))) {}

std::variant<Answer, query::QueryError> Searcher::search(
    const Request& request) const {
  auto parsed =
      query::parse_query(request.query, parse_options(*index_, request));
  if (auto* error = std::get_if<query::QueryError>(&parsed)) {
    return std::move(*error);
  }
  auto& read = std::get<query::ParsedQuery>(parsed);
  const auto error = reading(index_->published.directory, [&] {
    return query::expand(read.root, [this](const std::string& prefix,
                                           const auto& visit) {
      const Xapian::Database& database = index_->database;
      const auto end = database.allterms_end(prefix);
      for (auto term = database.allterms_begin(prefix); term != end; ++term) {
        if (!visit(*term)) break;
      }
    });
  });
  if (error) return *error;
  if (asks_for_stories(read.root)) {
    reading(index_->published.directory,
            [&] { stories_of(*index_).tell(read.root); });
  }
  return Answer(index_, request, std::move(read));
}

IndexInfo Searcher::info() const {
  const schema::Manifest& manifest = index_->published.manifest;
  IndexInfo info;
  info.directory = index_->published.directory;
  info.index_id = manifest.index_id;
  info.generation = manifest.generation;
  info.format = manifest.format;
  info.analysis = manifest.analysis;
  info.program = manifest.program;
  info.created = manifest.created;
  info.articles = manifest.articles;
  info.languages = manifest.languages;
  info.segments = manifest.segments.size();
  for (const schema::Segment& segment : manifest.segments) {
    for (const schema::SegmentFile& file : segment.files) {
      info.bytes += file.size;
    }
  }
  reading(info.directory, [&] {
    const Xapian::Database& database = index_->database;
    if (!index_->removed.empty()) {
      add_dates(database, index_->removed, info);
      return;
    }
    info.dated = database.get_value_freq(schema::kPublishedSlot);
    if (info.dated == 0) return;
    info.first =
        seconds_of(database.get_value_lower_bound(schema::kPublishedSlot));
    info.last =
        seconds_of(database.get_value_upper_bound(schema::kPublishedSlot));
  });
  return info;
}

}  // namespace broadsheet::searcher::search
