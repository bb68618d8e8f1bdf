#include "tests/searcher/match/small_index.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>
#include <utility>
#include <variant>

namespace broadsheet::searcher::match {

article::Article article_of(const std::string& lines) {
  article::Article article;
  article.language = "en";
  article.text = lines;
  std::size_t begin = 0;
  while (begin <= lines.size()) {
    const std::size_t end = std::min(lines.find('\n', begin), lines.size());
    if (end > begin) {
      article.paragraphs.push_back(
          {{begin, end},
           begin == 0 ? article::Zone::kHeadline : article::Zone::kBody});
    }
    begin = end + 1;
  }
  return article;
}

schema::StoredArticle stored(const article::Article& article) {
  return schema::decode_stored(
      schema::ArticleAnalyzer("en").analyze(article).record);
}

query::Node tree_of(const std::string& query,
                    const query::ParseOptions& options) {
  auto parsed = query::parse_query(query, options);
  if (const auto* error = std::get_if<query::QueryError>(&parsed)) {
    FAIL_CHECK(render(*error, query, 80));
    return {query::Everything{}, {}};
  }
  return std::move(std::get<query::ParsedQuery>(parsed).root);
}

std::string marked(const std::string& query, const article::Article& article) {
  query::Node root = tree_of(query);
  SmallIndex index;
  index.add(article);
  const auto error = query::expand(root, index.terms());
  if (error) return error->code;
  const schema::StoredArticle whole = stored(article);
  const Match match = Evaluator(root).evaluate(whole);
  if (!match.is_true) {
    CHECK(match.occurrences.empty());
    return "false";
  }
  if (match.occurrences.empty()) return "true";
  std::string text;
  const std::string& all = whole.article.text;
  for (std::size_t s = 0; s < whole.outline.sentences.size(); ++s) {
    const Span sentence = whole.outline.sentences[s].bytes;
    // How many brackets open and close before each byte.
    std::map<std::size_t, std::pair<std::string, std::string>> brackets;
    for (const Occurrence& occurrence : match.occurrences) {
      if (occurrence.sentence != s) continue;
      CHECK(sentence.contains(occurrence.bytes));
      brackets[occurrence.bytes.begin].second += '[';
      brackets[occurrence.bytes.end].first += ']';
    }
    if (brackets.empty()) continue;
    if (!text.empty()) text += " | ";
    for (std::size_t i = sentence.begin; i <= sentence.end; ++i) {
      const auto here = brackets.find(i);
      if (here != brackets.end()) {
        text += here->second.first + here->second.second;
      }
      if (i < sentence.end) text += all[i];
    }
  }
  return text;
}

std::string marked(const std::string& query, const std::string& lines) {
  return marked(query, article_of(lines));
}

SmallIndex::SmallIndex()
    : analyzer_("en"), database_("", Xapian::DB_BACKEND_INMEMORY) {}

void SmallIndex::add(const article::Article& article) {
  const schema::AnalyzedArticle analyzed = analyzer_.analyze(article);
  Xapian::Document document;
  for (const schema::Posting& posting : analyzed.postings) {
    document.add_term(posting.term, posting.wdf);
    for (const std::uint32_t position : posting.positions) {
      document.add_posting(posting.term, position, 0);
    }
  }
  for (const auto& [slot, value] : analyzed.values) {
    document.add_value(slot, value);
  }
  database_.add_document(document);
  articles_.push_back(schema::decode_stored(analyzed.record));
  for (const auto& [stem, form] : analyzed.new_variants) {
    auto& forms = forms_[schema::stem_term(schema::Field::kText, stem)];
    if (std::ranges::find(forms, form) == forms.end()) forms.push_back(form);
  }
}

std::vector<std::size_t> SmallIndex::found_by(
    const Xapian::Query& query) const {
  Xapian::Enquire enquire(database_);
  enquire.set_query(query);
  const Xapian::MSet hits = enquire.get_mset(0, database_.get_doccount());
  std::vector<std::size_t> numbers;
  for (auto hit = hits.begin(); hit != hits.end(); ++hit) {
    numbers.push_back(*hit - 1);
  }
  std::ranges::sort(numbers);
  return numbers;
}

query::TermWalk SmallIndex::terms() const {
  return [this](const std::string& prefix, const auto& visit) {
    for (auto term = database_.allterms_begin(prefix);
         term != database_.allterms_end(prefix); ++term) {
      if (!visit(*term)) break;
    }
  };
}

query::Variants SmallIndex::variants() const {
  return [this](const std::string& stem) {
    const auto found = forms_.find(stem);
    return query::with_the_stem(
        found == forms_.end() ? std::vector<std::string>() : found->second,
        stem, database_);
  };
}

}  // namespace broadsheet::searcher::match
