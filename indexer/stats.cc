#include "indexer/stats.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "corpus/article/date.h"
#include "corpus/base/visible.h"
#include "corpus/schema/index_names.h"
#include "corpus/schema/published.h"
#include "corpus/schema/record_codec.h"
#include "corpus/schema/stored_article.h"
#include "indexer/figures.h"
#include "indexer/interruption.h"
#include "indexer/publish.h"
#include "indexer/segment/segment_contents.h"

namespace broadsheet::indexer {
namespace {

constexpr std::size_t kShownSources = 20;

/// What --stats tells.
struct Figures {
  schema::Manifest manifest;
  segment::TermFigures terms;
  std::map<std::string, std::uint64_t> sources;        ///< Articles of each.
  std::map<std::string, std::uint64_t> bytes_by_file;  ///< Of all segments.
  std::uint64_t stories = 0;  ///< Told by several articles.
  std::uint64_t retold = 0;   ///< Those articles.
};

Figures gather(const Options& options) {
  schema::Published published = schema::open_published(options.index_directory);
  Figures figures;
  schema::RecordUnpacker unpacker = schema::record_unpacker(published);
  std::vector<segment::LiveSegment> segments;
  for (const schema::Segment& segment : published.manifest.segments) {
    segments.push_back(live_segment(published.directory, segment));
    for (const schema::SegmentFile& file : segment.files) {
      figures.bytes_by_file[file.name] += file.size;
    }
    segment::for_each_stored(segments.back(), [&](const std::string& stored) {
      stop_if_interrupted();
      const schema::StoredArticle article =
          schema::decode_stored(unpacker.unpack(stored));
      ++figures.sources[article.article.source];
    });
  }
  for (const schema::SegmentFile& file :
       schema::files_beside(published.manifest)) {
    figures.bytes_by_file[file.name.substr(0, file.name.find('-'))] = file.size;
  }
  const schema::StoryTable stories = schema::read_stories(published);
  figures.stories = stories.stories();
  figures.retold = stories.members();
  figures.terms = segment::term_figures_of(segments);
  figures.manifest = std::move(published.manifest);
  return figures;
}

std::string day(std::int64_t seconds) {
  return article::to_iso({seconds, article::Date::Precision::kDay});
}

// The most frequent first.
std::vector<std::pair<std::string, std::uint64_t>> by_count(
    const std::map<std::string, std::uint64_t>& counts) {
  std::vector<std::pair<std::string, std::uint64_t>> sorted(counts.begin(),
                                                            counts.end());
  std::ranges::stable_sort(sorted, std::ranges::greater(),
                           [](const auto& each) { return each.second; });
  return sorted;
}

std::string as_text(const Figures& figures, const Options& options) {
  const schema::Manifest& manifest = figures.manifest;
  const segment::TermFigures& terms = figures.terms;
  std::string text = fmt::format(
      "{} of {}\n"
      "articles   {}, of which {} are dated\n"
      "words      {}, in headlines and bodies\n"
      "terms      {}\n",
      schema::generation_name(manifest.generation),
      visible(options.index_directory), grouped(manifest.articles),
      grouped(terms.dated), grouped(terms.words), grouped(terms.terms));
  if (terms.dated > 0) {
    text +=
        fmt::format("dates      {} to {}\n", day(terms.first), day(terms.last));
  }
  if (figures.stories > 0) {
    text += fmt::format("stories    {} are told by {} articles\n",
                        grouped(figures.stories), grouped(figures.retold));
  }
  text += fmt::format("segments   {}\n", manifest.segments.size());
  text += fmt::format("bytes      {}\n", with_unit(bytes_of(manifest)));
  for (const auto& [name, bytes] : by_count(figures.bytes_by_file)) {
    text += fmt::format("           {:>9}  {}\n", with_unit(bytes), name);
  }
  const char* head = "languages ";
  for (const auto& [code, articles] : by_count(manifest.languages)) {
    text += fmt::format("{} {}  {}\n", head, visible(code), grouped(articles));
    head = "          ";
  }
  head = "sources   ";
  std::size_t shown = 0;
  for (const auto& [name, articles] : by_count(figures.sources)) {
    if (shown++ == kShownSources) {
      text += fmt::format("           and {} more\n",
                          figures.sources.size() - kShownSources);
      break;
    }
    text +=
        fmt::format("{} {}  {}\n", head,
                    name.empty() ? "(none)" : visible(name), grouped(articles));
    head = "          ";
  }
  return text;
}

std::string as_json(const Figures& figures) {
  const segment::TermFigures& terms = figures.terms;
  nlohmann::json object = {
      {"generation", figures.manifest.generation},
      {"articles", figures.manifest.articles},
      {"dated", terms.dated},
      {"words", terms.words},
      {"terms", terms.terms},
      {"stories", figures.stories},
      {"articles_in_stories", figures.retold},
      {"segments", figures.manifest.segments.size()},
      {"bytes", bytes_of(figures.manifest)},
      {"bytes_by_file", figures.bytes_by_file},
      {"languages", figures.manifest.languages},
      {"sources", figures.sources},
  };
  if (terms.dated > 0) {
    object["first_date"] = day(terms.first);
    object["last_date"] = day(terms.last);
  }
  return object.dump(-1, ' ', true, nlohmann::json::error_handler_t::replace) +
         "\n";
}

}  // namespace

std::string statistics_of(const Options& options) {
  const Figures figures = gather(options);
  return options.json ? as_json(figures) : as_text(figures, options);
}

}  // namespace broadsheet::indexer
