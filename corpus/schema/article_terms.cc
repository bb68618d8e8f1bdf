#include "corpus/schema/article_terms.h"

#include <tsl/robin_map.h>

#include "corpus/schema/field_tables.h"
#include "corpus/schema/field_values.h"
#include "corpus/schema/language_tools.h"
#include "corpus/schema/positions.h"
#include "corpus/schema/slots.h"
#include "corpus/schema/stored_article.h"
#include "corpus/schema/story_sketch.h"
#include "corpus/schema/terms.h"
#include "corpus/schema/wording.h"
#include "corpus/text/language.h"

namespace broadsheet::schema {
namespace {

using article::Zone;

/// Analyses one article with the tools of its language.
class Analysis {
 public:
  Analysis(const article::Article& article, const Identity& identity,
           LanguageTools& tools, TermTable& terms, NumberedArticle& result)
      : article_(article), tools_(tools), terms_(terms), result_(result) {
    tools_.wording.start_article();
    result_.outline = {};
    result_.values.clear();
    result_.identity = identity;
    result_.new_variants.clear();
    result_.postings.clear();
    result_.positions.clear();
  }

  void run() {
    tools_.start_article();
    for (const article::Paragraph& paragraph : article_.paragraphs) {
      add_paragraph(paragraph);
    }
    for (const Field field : kAllFields) add_field(field);
    collect();
  }

 private:
  void add_paragraph(const article::Paragraph& paragraph) {
    std::vector<Span> sentences;
    if (paragraph.zone == Zone::kHeadline) {
      sentences = {{0, paragraph.bytes.size()}};
    } else {
      sentences = tools_.sentences.split(paragraph.bytes.of(article_.text));
    }
    if (sentences.empty()) return;
    Zone zone = paragraph.zone;
    if (zone == Zone::kBody && lead_words_ < kLeadWords) zone = Zone::kLead;
    std::uint32_t words = 0;
    for (const Span sentence : sentences) {
      words += add_sentence({paragraph.bytes.begin + sentence.begin,
                             paragraph.bytes.begin + sentence.end},
                            zone);
    }
    if (zone == Zone::kLead) lead_words_ += words;
    if (zone != Zone::kCaption && zone != Zone::kTrailer) {
      result_.outline.words += words;
    }
    ++paragraph_;
  }

  std::uint32_t add_sentence(Span bytes, Zone zone) {
    const auto tokens = tools_.analyzer.tokens(article_.text, bytes);
    const auto words = static_cast<std::uint32_t>(tokens.size());
    const std::uint32_t slots = slots_of(words);
    result_.outline.sentences.push_back(
        {bytes, paragraph_, zone, next_slot_, slots});
    const bool headline = zone == Zone::kHeadline;
    FieldTables& tables = tools_.of(Field::kText);
    for (const text::Token& token : tokens) {
      const std::uint32_t position = position_of(next_slot_, token.ordinal);
      tables.add(token.form, headline ? kHeadlineWeight : 1, position);
      if (headline) tools_.of(Field::kHeadline).add_exact(token.form);
      note_variants(tables, token.form);
      tools_.add_wording(token, article_.text, zone);
    }
    next_slot_ += slots;
    return words;
  }

  void add_field(Field field) {
    FieldTables& tables = tools_.of(field);
    std::uint32_t slot = 1;
    for (const std::string_view value : field_values(article_, field)) {
      const auto tokens = tools_.analyzer.tokens(value, {0, value.size()});
      for (const text::Token& token : tokens) {
        if (tokens.size() == 1) {
          tables.add_only_word(token.form);
        } else {
          tables.add(token.form, 1, position_of(slot, token.ordinal));
        }
        note_variants(tables, token.form);
      }
      slot += slots_of(static_cast<std::uint32_t>(tokens.size()));
    }
  }

  void note_variants(FieldTables& tables, const text::Form& form) {
    // A form that is its own stem needs no telling.
    if (!form.is_stem) note_variant(tables, form.stem, form.exact);
    if (form.also_exact == text::kNoForm || form.also_is_stem) return;
    note_variant(tables, form.also_stem, form.also_exact);
  }

  void note_variant(FieldTables& tables, text::FormId stem,
                    text::FormId exact) {
    if (stem == text::kNoForm) return;
    if (!tables.exact.note_stem(exact, stem)) return;
    const std::uint64_t pair = std::uint64_t{stem} << 32 | exact;
    if (!tools_.variants.insert(pair).second) return;
    const text::Lexicon& lexicon = tools_.analyzer.lexicon();
    result_.new_variants.emplace_back(lexicon.stem(stem), lexicon.exact(exact));
  }

  void collect() {
    result_.language = article_.language;
    std::size_t positions = 0;
    for (const FieldTables& tables : tools_.fields) {
      positions += tables.exact.position_count();
    }
    result_.positions.reserve(positions);
    for (FieldTables& tables : tools_.fields) {
      tables.append_to(result_, terms_, tools_.analyzer.lexicon());
    }
    for (const std::string& term :
         {language_term(article_.language),
          identity_term(article_.id, result_.identity.id)}) {
      result_.postings.push_back({terms_.id(term), 0, {}});
    }
    if (article_.published) {
      result_.values.emplace_back(kPublishedSlot,
                                  published_value(article_.published->seconds));
    }
    result_.values.emplace_back(kWordCountSlot,
                                word_count_value(result_.outline.words));
    result_.values.emplace_back(kIdentitySlot,
                                identity_value(result_.identity));
    result_.wording = tools_.wording.finish();
    if (const auto sketch = sketch_of(result_.wording.triples)) {
      result_.values.emplace_back(kSketchSlot, sketch_value(*sketch));
    }
  }

  const article::Article& article_;
  LanguageTools& tools_;
  TermTable& terms_;
  NumberedArticle& result_;
  std::uint32_t paragraph_ = 0;
  std::uint32_t next_slot_ = 1;
  std::uint32_t lead_words_ = 0;
};

}  // namespace

struct ArticleAnalyzer::State {
  State(std::string language, std::size_t memory)
      : default_language(std::move(language)), most_memory(memory) {}

  LanguageTools& tools_for(const std::string& language) {
    return tools.try_emplace(language, language).first.value();
  }

  [[nodiscard]] std::size_t words_memory() const {
    std::size_t bytes = 0;
    for (const auto& [language, of_language] : tools) {
      bytes += of_language.memory();
    }
    return bytes;
  }

  void forget_words() {
    for (auto it = tools.begin(); it != tools.end(); ++it) {
      it.value().forget_words();
    }
  }

  std::string default_language;
  std::size_t most_memory;
  tsl::robin_map<std::string, LanguageTools> tools;
  TermTable terms;
  NumberedArticle result;  // Its memory serves the next article.
};

ArticleAnalyzer::ArticleAnalyzer(std::string default_language,
                                 std::size_t memory)
    : state_(std::make_unique<State>(std::move(default_language), memory)) {}
ArticleAnalyzer::~ArticleAnalyzer() = default;
ArticleAnalyzer::ArticleAnalyzer(ArticleAnalyzer&&) noexcept = default;
ArticleAnalyzer& ArticleAnalyzer::operator=(ArticleAnalyzer&&) noexcept =
    default;

AnalyzedArticle ArticleAnalyzer::analyze(article::Article article) {
  const Identity identity = identity_of(article);
  const NumberedArticle& numbered =
      analyze_numbered(std::move(article), identity);
  AnalyzedArticle analyzed;
  static_cast<ArticleFacts&>(analyzed) = numbered;
  for (const NumberedPosting& posting : numbered.postings) {
    analyzed.postings.push_back(
        {std::string(state_->terms.text(posting.term)),
         posting.wdf,
         {posting.positions.begin(), posting.positions.end()}});
  }
  return analyzed;
}

const NumberedArticle& ArticleAnalyzer::analyze_numbered(
    article::Article article, const Identity& identity) {
  if (state_->words_memory() > state_->most_memory) state_->forget_words();
  std::string language = text::normal_language(article.language);
  if (language.empty()) {
    language = text::detect_language(article.text, state_->default_language);
  }
  article.language = std::move(language);
  Analysis(article, identity, state_->tools_for(article.language),
           state_->terms, state_->result)
      .run();
  state_->result.record = encode_stored(article, state_->result.outline);
  return state_->result;
}

Wording ArticleAnalyzer::wording_of(const StoredArticle& stored) {
  if (state_->words_memory() > state_->most_memory) state_->forget_words();
  LanguageTools& tools = state_->tools_for(stored.article.language);
  tools.start_article();
  tools.wording.start_article();
  for (const Sentence& sentence : stored.outline.sentences) {
    for (const text::Token& token :
         tools.analyzer.tokens(stored.article.text, sentence.bytes)) {
      tools.add_wording(token, stored.article.text, sentence.zone);
    }
  }
  return tools.wording.finish();
}

const TermTable& ArticleAnalyzer::terms() const { return state_->terms; }

void ArticleAnalyzer::start_segment() {
  for (auto it = state_->tools.begin(); it != state_->tools.end(); ++it) {
    it.value().forget_variants();
  }
}

bool ArticleAnalyzer::is_full() const {
  return state_->words_memory() + state_->terms.memory() > state_->most_memory;
}

void ArticleAnalyzer::forget() {
  state_->forget_words();
  state_->terms.clear();
  state_->result = NumberedArticle();
}

}  // namespace broadsheet::schema
