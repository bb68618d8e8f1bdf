#include "searcher/match/spot_finder.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "corpus/schema/field_values.h"
#include "corpus/schema/positions.h"
#include "corpus/text/analyzer.h"
#include "searcher/match/language_tools.h"
#include "searcher/match/printed_capitals.h"
#include "searcher/match/quotations.h"

namespace broadsheet::searcher::match {
namespace {

using query::Phrase;
using schema::Field;

/// The words that begin within `part`, as they are in their sentence: cut out
/// of it, "t_" would be another word. Valid until the analyzer is used again.
std::span<const text::Token> words_in(const schema::StoredArticle& stored,
                                      Span part, text::Analyzer& analyzer) {
  const auto sentence =
      std::ranges::find_if(stored.outline.sentences, [&](const auto& one) {
        return one.bytes.begin <= part.begin && part.begin < one.bytes.end;
      });
  if (sentence == stored.outline.sentences.end()) return {};
  const std::span<const text::Token> tokens =
      analyzer.tokens(stored.article.text, sentence->bytes);
  const auto begin = [](const text::Token& token) { return token.bytes.begin; };
  return {std::ranges::lower_bound(tokens, part.begin, {}, begin),
          std::ranges::lower_bound(tokens, part.end, {}, begin)};
}

/// Whether an occurrence of `phrase` in `text` has the capitals that it must.
bool is_printed(const Phrase& phrase, std::string_view text,
                std::span<const text::Token> tokens, const Found& found) {
  if (phrase.capitals == query::Capitals::kAny) return true;
  if (found.words.empty()) {
    return has_capitals(found.bytes.of(text), phrase.capitals);
  }
  const auto has = [&](std::size_t word) {
    return has_capitals(tokens[word].bytes.of(text), phrase.capitals);
  };
  return phrase.capitals == query::Capitals::kSome
             ? std::ranges::any_of(found.words, has)
             : std::ranges::all_of(found.words, has);
}

bool is_in(query::Region region, article::Zone zone) {
  using article::Zone;
  switch (region) {
    case query::Region::kLead:
      return zone == Zone::kLead;
    case query::Region::kHeadlineAndLead:
      return zone == Zone::kLead || zone == Zone::kHeadline;
    case query::Region::kBody:
      return zone == Zone::kLead || zone == Zone::kBody;
    case query::Region::kSpeaker:
      return false;  // Found by find_speakers.
    case query::Region::kQuotation:
    case query::Region::kAnywhere:
      break;
  }
  return true;
}

}  // namespace

struct SpotFinder::State {
  explicit State(std::vector<const Phrase*> wanted)
      : phrases(std::move(wanted)),
        tools(phrases),
        asks_for_quotations(
            std::ranges::any_of(phrases, [](const Phrase* phrase) {
              return phrase->region == query::Region::kQuotation ||
                     phrase->region == query::Region::kSpeaker;
            })) {}

  const Spots& find(const schema::StoredArticle& stored);
  void find_in_text(const schema::StoredArticle& stored,
                    LanguageTools& language);
  void find_in_fields(const article::Article& article, LanguageTools& language);
  void find_speakers(const schema::StoredArticle& stored,
                     LanguageTools& language);
  void add_sentences(const schema::StoredArticle& stored,
                     LanguageTools& language, const Quotation& quotation,
                     std::size_t phrase);
  [[nodiscard]] bool is_meant(const Phrase& phrase,
                              const schema::StoredArticle& stored,
                              article::Zone zone,
                              std::span<const text::Token> tokens,
                              const Found& found) const;

  const std::vector<const Phrase*> phrases;
  ToolsByLanguage tools;
  const bool asks_for_quotations;

  // Of the article that is being looked at.
  std::vector<Quotation> quotations;
  Spots spots;
};

const Spots& SpotFinder::State::find(const schema::StoredArticle& stored) {
  spots.phrases.resize(phrases.size());
  for (std::vector<Spot>& list : spots.phrases) list.clear();
  spots.in_fields.assign(phrases.size(), false);
  spots.marks.clear();
  if (phrases.empty()) return spots;
  LanguageTools& language = tools.of(stored.article.language);
  if (asks_for_quotations) {
    quotations = find_quotations(stored.article.text, stored.outline);
    find_speakers(stored, language);
  }
  find_in_text(stored, language);
  find_in_fields(stored.article, language);
  return spots;
}

void SpotFinder::State::find_in_text(const schema::StoredArticle& stored,
                                     LanguageTools& language) {
  PhraseFinder& everywhere = language.finder(Field::kText);
  PhraseFinder& in_headline = language.finder(Field::kHeadline);
  const auto matters = [&](std::string_view word) {
    return language.sieve.may_be_any(word);
  };
  const std::vector<schema::Sentence>& sentences = stored.outline.sentences;
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    const bool headline = sentences[s].zone == article::Zone::kHeadline &&
                          in_headline.has_phrases();
    if (!headline && !everywhere.has_phrases()) continue;
    const Span bytes = sentences[s].bytes;
    if (!language.sieve.may_hold_any(bytes.of(stored.article.text))) continue;
    const auto tokens =
        language.analyzer.tokens(stored.article.text, bytes, matters);
    const auto add = [&](const Found& found) {
      if (!is_meant(*phrases[found.phrase], stored, sentences[s].zone, tokens,
                    found)) {
        return;
      }
      const auto position = [&](std::size_t token) {
        return schema::position_of(sentences[s].first_slot,
                                   tokens[token].ordinal);
      };
      const std::size_t mark = spots.marks.size();
      if (found.words.empty()) {
        spots.marks.push_back({s, found.bytes, found.phrase});
      }
      for (const std::size_t word : found.words) {
        spots.marks.push_back({s, tokens[word].bytes, found.phrase});
      }
      spots.phrases[found.phrase].push_back({position(found.first),
                                             position(found.last), mark,
                                             spots.marks.size()});
    };
    std::ranges::for_each(everywhere.find(tokens), add);
    if (headline) std::ranges::for_each(in_headline.find(tokens), add);
  }
}

/// The sentences of quotations whose speaker is asked for.
void SpotFinder::State::find_speakers(const schema::StoredArticle& stored,
                                      LanguageTools& language) {
  PhraseFinder& finder = language.finder(Field::kText);
  const std::string& text = stored.article.text;
  for (const Quotation& quotation : quotations) {
    std::vector<bool> is_speaker(phrases.size());
    for (const Span speaker : quotation.speakers) {
      const std::span<const text::Token> tokens =
          words_in(stored, speaker, language.analyzer);
      for (const Found& found : finder.find(tokens)) {
        const Phrase& phrase = *phrases[found.phrase];
        if (phrase.region == query::Region::kSpeaker &&
            is_printed(phrase, text, tokens, found)) {
          is_speaker[found.phrase] = true;
        }
      }
    }
    for (std::size_t phrase = 0; phrase < phrases.size(); ++phrase) {
      if (is_speaker[phrase])
        add_sentences(stored, language, quotation, phrase);
    }
  }
}

/// The sentences of `quotation` as spots of `phrase`.
void SpotFinder::State::add_sentences(const schema::StoredArticle& stored,
                                      LanguageTools& language,
                                      const Quotation& quotation,
                                      std::size_t phrase) {
  const auto& sentences = stored.outline.sentences;
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    for (const Span piece : quotation.pieces) {
      const Span sentence = sentences[s].bytes;
      if (piece.end <= sentence.begin || sentence.end <= piece.begin) continue;
      std::vector<text::Token> inside;
      for (const text::Token& token :
           language.analyzer.tokens(stored.article.text, sentence)) {
        if (piece.contains(token.bytes)) inside.push_back(token);
      }
      for (std::size_t i = 0; i < inside.size();) {
        // One spot for each stretch of a long sentence.
        std::size_t last = i;
        while (last + 1 < inside.size() &&
               inside[last + 1].ordinal / schema::kWordsPerSlot ==
                   inside[i].ordinal / schema::kWordsPerSlot) {
          ++last;
        }
        const std::size_t mark = spots.marks.size();
        spots.marks.push_back(
            {s, {inside[i].bytes.begin, inside[last].bytes.end}, phrase});
        const auto position = [&](std::size_t token) {
          return schema::position_of(sentences[s].first_slot,
                                     inside[token].ordinal);
        };
        spots.phrases[phrase].push_back(
            {position(i), position(last), mark, mark + 1});
        i = last + 1;
      }
    }
  }
}

void SpotFinder::State::find_in_fields(const article::Article& article,
                                       LanguageTools& language) {
  for (const Field field : schema::kAllFields) {
    PhraseFinder& finder = language.finder(field);
    if (!finder.has_phrases()) continue;
    for (const std::string_view value : schema::field_values(article, field)) {
      const auto tokens = language.analyzer.tokens(value, {0, value.size()});
      for (const Found& found : finder.find(tokens)) {
        if (!is_printed(*phrases[found.phrase], value, tokens, found)) continue;
        spots.in_fields[found.phrase] = true;
      }
    }
  }
}

bool SpotFinder::State::is_meant(const Phrase& phrase,
                                 const schema::StoredArticle& stored,
                                 article::Zone zone,
                                 std::span<const text::Token> tokens,
                                 const Found& found) const {
  if (phrase.region == query::Region::kQuotation) {
    const auto holds = [&](Span piece) { return piece.contains(found.bytes); };
    if (std::ranges::none_of(quotations, [&](const Quotation& quotation) {
          return std::ranges::any_of(quotation.pieces, holds);
        })) {
      return false;
    }
  }
  return is_in(phrase.region, zone) &&
         is_printed(phrase, stored.article.text, tokens, found);
}

SpotFinder::SpotFinder(std::vector<const Phrase*> phrases)
    : state_(std::make_unique<State>(std::move(phrases))) {}
SpotFinder::~SpotFinder() = default;
SpotFinder::SpotFinder(SpotFinder&&) noexcept = default;
SpotFinder& SpotFinder::operator=(SpotFinder&&) noexcept = default;

const Spots& SpotFinder::find(const schema::StoredArticle& stored) {
  return state_->find(stored);
}

}  // namespace broadsheet::searcher::match
