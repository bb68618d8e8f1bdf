#include "tests/searcher/match/known_article.h"

#include "corpus/schema/field_values.h"
#include "corpus/text/analyzer.h"

namespace broadsheet::searcher::match {
namespace {

using schema::Field;

constexpr std::size_t kLongestSentence = 256;

std::vector<std::size_t> terms_of(const text::Form& form,
                                  const text::Lexicon& lexicon, Field field,
                                  Vocabulary& vocabulary) {
  std::vector<std::size_t> terms;
  for (const text::FormId exact : {form.exact, form.also_exact}) {
    if (exact == text::kNoForm) continue;
    terms.push_back(
        vocabulary.id(schema::exact_term(field, lexicon.exact(exact))));
  }
  for (const text::FormId stem : {form.stem, form.also_stem}) {
    if (stem == text::kNoForm) continue;
    terms.push_back(
        vocabulary.id(schema::stem_term(field, lexicon.stem(stem))));
  }
  return terms;
}

KnownArticle known(const schema::StoredArticle& stored,
                   text::Analyzer& analyzer, Vocabulary& vocabulary) {
  KnownArticle article{.stored = &stored, .words = {}, .values = {}};
  std::size_t slot = 0;
  const auto& sentences = stored.outline.sentences;
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    std::size_t in_slot = 0;
    ++slot;
    for (const text::Token& token :
         analyzer.tokens(stored.article.text, sentences[s].bytes)) {
      if (in_slot++ == kLongestSentence) {
        in_slot = 1;
        ++slot;
      }
      KnownWord word{.terms = terms_of(token.form, analyzer.lexicon(),
                                       Field::kText, vocabulary),
                     .bytes = token.bytes,
                     .sentence = s,
                     .slot = slot,
                     .paragraph = sentences[s].paragraph,
                     .zone = sentences[s].zone};
      if (word.zone == article::Zone::kHeadline) {
        const auto more = terms_of(token.form, analyzer.lexicon(),
                                   Field::kHeadline, vocabulary);
        word.terms.insert(word.terms.end(), more.begin(), more.end());
      }
      article.words.push_back(std::move(word));
    }
  }
  for (const Field field : schema::kAllFields) {
    for (const std::string_view value :
         schema::field_values(stored.article, field)) {
      auto& words =
          article.values.emplace_back(field, std::vector<KnownWord>()).second;
      for (const text::Token& token :
           analyzer.tokens(value, {0, value.size()})) {
        words.push_back({.terms = terms_of(token.form, analyzer.lexicon(),
                                           field, vocabulary),
                         .bytes = token.bytes,
                         .slot = words.size() / kLongestSentence});
      }
    }
  }
  return article;
}

}  // namespace

std::size_t Vocabulary::id(const std::string& term) {
  return ids_.emplace(term, ids_.size()).first->second;
}

std::optional<std::size_t> Vocabulary::find(const std::string& term) const {
  const auto found = ids_.find(term);
  if (found == ids_.end()) return std::nullopt;
  return found->second;
}

std::vector<KnownArticle> known(
    const std::vector<schema::StoredArticle>& articles,
    Vocabulary& vocabulary) {
  std::map<std::string, text::Analyzer> analyzers;
  std::vector<KnownArticle> all;
  for (const schema::StoredArticle& stored : articles) {
    const std::string& language = stored.article.language;
    text::Analyzer& analyzer =
        analyzers.try_emplace(language, language).first->second;
    all.push_back(known(stored, analyzer, vocabulary));
  }
  return all;
}

}  // namespace broadsheet::searcher::match
