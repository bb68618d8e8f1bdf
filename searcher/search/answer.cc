#include "searcher/search/answer.h"

#include <fmt/format.h>

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "searcher/match/evaluator.h"
#include "searcher/query/compile.h"
#include "searcher/search/absence.h"
#include "searcher/search/ranking.h"
#include "searcher/search/rarity.h"
#include "searcher/search/sentence_choice.h"

namespace broadsheet::searcher::search {

struct Answer::State {
  State(std::shared_ptr<OpenIndex> opened, query::ParsedQuery parsed_query)
      : index(std::move(opened)),
        parsed(std::move(parsed_query)),
        rarity(parsed.root, index->database) {}

  /// Ranks the articles that `node` is true of.
  [[nodiscard]] Ranking ranking_of(const query::Node& node,
                                   const Request& request) const;
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

Ranking Answer::State::ranking_of(const query::Node& node,
                                  const Request& request) const {
  const query::Variants variants = [this](const std::string& stem_term) {
    return std::vector<std::string>(index->database.synonyms_begin(stem_term),
                                    index->database.synonyms_end(stem_term));
  };
  const query::CompiledQuery compiled =
      query::compile(node, variants, index->languages);
  std::optional<match::Evaluator> checker;
  return rank(index->database, compiled, request, [&](Xapian::docid document) {
    if (!checker) checker.emplace(node);
    return checker->evaluate(stored_article(*index, document)).is_true;
  });
}

Page Answer::State::first_look(const Request& request) {
  ranking = ranking_of(parsed.root, request);
  Page look;
  look.request = request;
  look.reading = parsed.reading;
  look.notes = request.notes;
  look.notes.insert(look.notes.end(), parsed.notes.begin(), parsed.notes.end());
  look.total = ranking.total;
  look.total_is_exact = ranking.total_is_exact;
  look.hits = ranking.articles.size();
  const schema::Manifest& manifest = index->published.manifest;
  look.index_id = manifest.index_id;
  look.generation = manifest.generation;
  look.articles = manifest.articles;

  const Count count = [this](const query::Node& node) {
    Request only_count;
    only_count.detail = Detail::kCount;
    return ranking_of(node, only_count).total;
  };
  if (look.total == 0) {
    look.parts = count_parts(parsed.root, request.query, count);
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

Hit Answer::State::hit_at(std::size_t position) {
  const RankedArticle& ranked = ranking.articles[position];
  Hit hit;
  hit.rank = page.request.offset + position + 1;
  hit.score = ranked.score;
  hit.stored = stored_article(*index, ranked.document);
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
