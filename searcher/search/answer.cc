#include "searcher/search/answer.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "searcher/match/evaluator.h"
#include "searcher/query/compile.h"
#include "searcher/search/absence.h"
#include "searcher/search/explanation.h"
#include "searcher/search/grouping.h"
#include "searcher/search/ranking.h"
#include "searcher/search/rarity.h"
#include "searcher/search/sentence_choice.h"
#include "searcher/search/spelling.h"

namespace broadsheet::searcher::search {

query::ParseOptions parse_options(const OpenIndex& index,
                                  const Request& request) {
  query::ParseOptions options;
  options.any = request.any;
  options.lexis = request.lexis;
  options.now = request.now;
  options.languages = index.languages;
  return options;
}

struct Answer::State {
  State(std::shared_ptr<OpenIndex> opened, query::ParsedQuery parsed_query)
      : index(std::move(opened)),
        parsed(std::move(parsed_query)),
        rarity(parsed.root, index->database) {}

  /// Ranks the articles that `node` is true of.
  [[nodiscard]] Ranking ranking_of(const query::Node& node,
                                   const query::CompiledQuery& query,
                                   const Request& request) const;
  [[nodiscard]] query::CompiledQuery compiled(const query::Node& node) const;
  [[nodiscard]] std::string suggestion(const Request& request) const;
  [[nodiscard]] Page first_look(const Request& request);
  [[nodiscard]] Hit hit_at(std::size_t position);

  std::shared_ptr<OpenIndex> index;
  query::ParsedQuery parsed;
  Rarity rarity;
  // An evaluator costs analysers: only an answer that shows sentences has one.
  std::optional<match::Evaluator> evaluator;
  Ranking ranking;
  Page page;
  std::size_t next = 0;
};

query::CompiledQuery Answer::State::compiled(const query::Node& node) const {
  const query::Variants variants = [this](const std::string& stem_term) {
    const Xapian::Database& database = index->database;
    return query::with_the_stem(
        {database.synonyms_begin(stem_term), database.synonyms_end(stem_term)},
        stem_term, database);
  };
  return index->removed.left_out_of(
      query::compile(node, variants, index->languages));
}

Ranking Answer::State::ranking_of(const query::Node& node,
                                  const query::CompiledQuery& query,
                                  const Request& request) const {
  std::optional<match::Evaluator> checker;
  const Check check = [&](Xapian::docid document) {
    if (!checker) checker.emplace(node);
    return checker->evaluate(stored_article(*index, document)).is_true;
  };
  if (request.by_story && request.detail != Detail::kCount &&
      index->published.manifest.stories) {
    return rank_by_story(lists_of(*index), query, request, check,
                         stories_of(*index));
  }
  return rank(lists_of(*index), query, request, check);
}

Page Answer::State::first_look(const Request& request) {
  const query::CompiledQuery whole = compiled(parsed.root);
  ranking = ranking_of(parsed.root, whole, request);
  Page look;
  if (request.explain) look.explanation = explanation(parsed.root, whole);
  look.request = request;
  look.reading = parsed.reading;
  look.notes = request.notes;
  look.notes.insert(look.notes.end(), parsed.notes.begin(), parsed.notes.end());
  look.total = ranking.total;
  look.total_is_exact = ranking.total_is_exact;
  look.is_complete = ranking.is_complete;
  if (!look.is_complete) {
    look.notes.push_back(fmt::format(
        "stopped after {} s (--timeout): this is what was found until then",
        request.timeout));
  }
  look.hits = ranking.articles.size();
  look.has_more = ranking.has_more;
  for (const RankedArticle& article : ranking.articles) {
    look.retellings += article.retellings.size();
  }
  const schema::Manifest& manifest = index->published.manifest;
  look.index_id = manifest.index_id;
  look.generation = manifest.generation;
  look.articles = manifest.articles;

  const Count count = [this, &request](const query::Node& node) {
    Request only_count;
    only_count.detail = Detail::kCount;
    only_count.timeout = request.timeout;
    return ranking_of(node, compiled(node), only_count).total;
  };
  if (look.total == 0) {
    look.parts = count_parts(parsed.root, request.query, count);
    look.suggestion = suggestion(request);
    const bool none_is_empty =
        look.parts.size() > 1 &&
        std::ranges::none_of(look.parts, [](const PartCount& part) {
          return part.articles == 0;
        });
    if (none_is_empty && look.is_complete) {
      look.notes.emplace_back(
          "every part of the query finds articles, but no article is true of "
          "all of it");
    }
  }
  const std::uint64_t undated =
      undated_left_out(index->database, parsed.root, count);
  if (undated > 0) {
    look.notes.push_back(fmt::format(
        "the date filter leaves out {} undated article{}; date:none finds {}",
        undated, undated == 1 ? "" : "s", undated == 1 ? "it" : "them"));
  }
  return look;
}

/// A respelt query that finds something; empty if there is none.
std::string Answer::State::suggestion(const Request& request) const {
  std::string better = respelt(index->database, parsed.root, request.query);
  if (better.empty()) return better;
  auto read = query::parse_query(better, parse_options(*index, request));
  auto* other = std::get_if<query::ParsedQuery>(&read);
  if (other == nullptr) return "";
  if (asks_for_stories(other->root)) stories_of(*index).tell(other->root);
  Request first;
  first.limit = 1;
  first.timeout = request.timeout;
  const Ranking found = ranking_of(other->root, compiled(other->root), first);
  return found.articles.empty() ? "" : better;
}

Hit Answer::State::hit_at(std::size_t position) {
  const RankedArticle& ranked = ranking.articles[position];
  Hit hit;
  hit.rank = page.request.offset + position + 1;
  hit.score = ranked.score;
  hit.stored = stored_article(*index, ranked.document);
  hit.retelling_count = ranked.retellings.size();
  for (const Xapian::docid document : ranked.retellings) {
    if (hit.retellings.size() == kMostRetellings) break;
    hit.retellings.push_back(
        std::move(stored_article(*index, document).article));
  }
  if (page.request.detail != Detail::kSentences) return hit;
  if (!evaluator) evaluator.emplace(parsed.root);
  ChosenSentences chosen = choose_sentences(
      hit.stored.outline, evaluator->evaluate(hit.stored),
      page.request.sentences, page.request.context,
      [this](std::size_t phrase) { return rarity.of(phrase); });
  hit.headline_marks = std::move(chosen.headline_marks);
  hit.sentences = std::move(chosen.sentences);
  hit.matching_sentences = chosen.matching;
  return hit;
}

Answer::Answer(std::shared_ptr<OpenIndex> index, const Request& request,
               query::ParsedQuery parsed)
    : state_(std::make_unique<State>(std::move(index), std::move(parsed))) {
  state_->page = reading(state_->index->published.directory,
                         [&] { return state_->first_look(request); });
}

Answer::~Answer() = default;
Answer::Answer(Answer&&) noexcept = default;
Answer& Answer::operator=(Answer&&) noexcept = default;

const Page& Answer::page() const { return state_->page; }

std::optional<Hit> Answer::next() {
  if (state_->next == state_->ranking.articles.size()) return std::nullopt;
  return reading(state_->index->published.directory,
                 [&] { return state_->hit_at(state_->next++); });
}

}  // namespace broadsheet::searcher::search
