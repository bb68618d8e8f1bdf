#include "searcher/search/searcher.h"

#include <fmt/format.h>
#include <xapian.h>

#include <optional>
#include <utility>
#include <vector>

#include "corpus/schema/manifest.h"
#include "corpus/schema/record_codec.h"
#include "corpus/schema/slots.h"
#include "searcher/match/evaluator.h"
#include "searcher/query/compile.h"
#include "searcher/query/parser.h"
#include "searcher/search/absence.h"
#include "searcher/search/not_an_index.h"
#include "searcher/search/open_database.h"
#include "searcher/search/ranking.h"
#include "searcher/search/rarity.h"
#include "searcher/search/sentence_choice.h"

namespace broadsheet::searcher::search {
namespace {

schema::Published published_in(const std::string& directory) {
  if (!schema::is_index(directory)) throw not_an_index(directory);
  return schema::open_published(directory);
}

/// Runs `action`, which reads the index in `directory`.
template <typename Action>
auto reading(const std::string& directory, Action action) {
  try {
    return action();
  } catch (const Xapian::Error& error) {
    throw translated(error, directory);
  }
}

}  // namespace

struct Searcher::State {
  explicit State(const std::string& directory)
      : published(published_in(directory)),
        database(
            reading(directory, [this] { return open_database(published); })) {}

  [[nodiscard]] query::ParseOptions parse_options(
      const Request& request) const {
    query::ParseOptions options;
    options.any = request.any;
    options.now = request.now;
    options.languages.clear();
    for (const auto& [language, articles] : published.manifest.languages) {
      options.languages.push_back(language);
    }
    if (options.languages.empty()) options.languages = {"en"};
    return options;
  }

  [[nodiscard]] Page answer(const Request& request, query::ParsedQuery parsed);

  schema::StoredArticle stored_article(Xapian::docid document) {
    // A count reads no article, and so no dictionary.
    if (!unpacker) unpacker.emplace(schema::read_dictionary(published));
    return schema::decode_stored(
        unpacker->unpack(database.get_document(document).get_data()));
  }

  schema::Published published;
  Xapian::Database database;
  std::optional<schema::RecordUnpacker> unpacker;
};

Page Searcher::State::answer(const Request& request,
                             query::ParsedQuery parsed) {
  const query::Variants variants = [this](const std::string& stem_term) {
    return std::vector<std::string>(database.synonyms_begin(stem_term),
                                    database.synonyms_end(stem_term));
  };
  const query::CompiledQuery compiled = query::compile(parsed.root, variants);
  // An evaluator costs analysers, so only what needs its words makes one.
  std::optional<match::Evaluator> evaluator;
  const auto evaluated = [&](const schema::StoredArticle& stored) {
    if (!evaluator) evaluator.emplace(parsed.root);
    return evaluator->evaluate(stored);
  };
  const Ranking ranking =
      rank(database, compiled, request, [&](Xapian::docid document) {
        return evaluated(stored_article(document)).is_true;
      });

  Page page;
  page.request = request;
  page.reading = std::move(parsed.reading);
  page.notes = request.notes;
  page.notes.insert(page.notes.end(), parsed.notes.begin(), parsed.notes.end());
  page.total = ranking.total;
  page.total_is_exact = ranking.total_is_exact;
  page.index_id = published.manifest.index_id;
  page.generation = published.manifest.generation;
  page.articles = published.manifest.articles;

  Rarity rarity(parsed.root, database);
  page.hits.reserve(ranking.articles.size());
  for (const RankedArticle& ranked : ranking.articles) {
    Hit hit;
    hit.rank = request.offset + page.hits.size() + 1;
    hit.score = ranked.score;
    hit.stored = stored_article(ranked.document);
    if (request.detail == Detail::kSentences) {
      ChosenSentences chosen = choose_sentences(
          hit.stored.outline, evaluated(hit.stored), request.sentences,
          request.context,
          [&rarity](std::size_t phrase) { return rarity.of(phrase); });
      hit.headline_marks = std::move(chosen.headline_marks);
      hit.sentences = std::move(chosen.sentences);
      hit.matching_sentences = chosen.matching;
    }
    page.hits.push_back(std::move(hit));
  }

  if (page.total == 0) {
    page.parts = count_parts(database, parsed.root, request.query, variants);
  }
  const std::uint64_t undated =
      undated_left_out(database, parsed.root, variants);
  if (undated > 0) {
    page.notes.push_back(fmt::format(
        "the date filter leaves out {} undated article{}; date:none finds {}",
        undated, undated == 1 ? "" : "s", undated == 1 ? "it" : "them"));
  }
  return page;
}

Searcher::Searcher(const std::string& index_directory)
    : state_(std::make_unique<State>(index_directory)) {}
Searcher::~Searcher() = default;
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;

std::variant<Page, query::QueryError> Searcher::search(const Request& request) {
  auto parsed =
      query::parse_query(request.query, state_->parse_options(request));
  if (auto* error = std::get_if<query::QueryError>(&parsed)) {
    return std::move(*error);
  }
  return reading(state_->published.directory, [&] {
    return state_->answer(request,
                          std::get<query::ParsedQuery>(std::move(parsed)));
  });
}

IndexInfo Searcher::info() {
  const schema::Manifest& manifest = state_->published.manifest;
  IndexInfo info;
  info.directory = state_->published.directory;
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
    const Xapian::Database& database = state_->database;
    info.dated = database.get_value_freq(schema::kPublishedSlot);
    if (info.dated == 0) return;
    const auto seconds = [](const std::string& value) {
      return static_cast<std::int64_t>(Xapian::sortable_unserialise(value));
    };
    info.first =
        seconds(database.get_value_lower_bound(schema::kPublishedSlot));
    info.last = seconds(database.get_value_upper_bound(schema::kPublishedSlot));
  });
  return info;
}

}  // namespace broadsheet::searcher::search
