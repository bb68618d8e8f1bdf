#include "corpus/schema/article_terms.h"

#include <tsl/robin_map.h>
#include <tsl/robin_set.h>

#include <algorithm>

#include "corpus/schema/field_values.h"
#include "corpus/schema/positions.h"
#include "corpus/schema/stored_article.h"
#include "corpus/schema/terms.h"
#include "corpus/text/analyzer.h"
#include "corpus/text/language.h"
#include "corpus/text/sentences.h"

namespace broadsheet::schema {
namespace {

using article::Zone;

// Printed words a lexicon remembers before it starts anew: about 100 MB.
constexpr std::size_t kMaxRememberedWords = 500000;

/// Gathers the postings of one field of one article: which forms, how often,
/// where. Forms are numbers, so a form's entry is found by looking it up in a
/// table that is never cleared, only stamped with the article's number.
class PostingTable {
 public:
  explicit PostingTable(Field field, bool stems)
      : field_(field), stems_(stems) {}

  void start_article() {
    ++article_;
    used_.clear();
  }

  /// Returns whether `form` is new to this article.
  bool add(text::FormId form, std::uint32_t weight) {
    if (form >= stamps_.size()) {
      stamps_.resize(form + 1);
      entries_.resize(form + 1);
    }
    const bool is_new = stamps_[form] != article_;
    if (is_new) {
      stamps_[form] = article_;
      entries_[form].wdf = 0;
      entries_[form].positions.clear();
      used_.push_back(form);
    }
    entries_[form].wdf += weight;
    return is_new;
  }

  void add(text::FormId form, std::uint32_t weight, std::uint32_t position) {
    add(form, weight);
    std::vector<std::uint32_t>& positions = entries_[form].positions;
    // A second reading of a word ("us" for US) may repeat a position.
    if (positions.empty() || positions.back() != position) {
      positions.push_back(position);
    }
  }

  void append_to(std::vector<Posting>& postings,
                 const text::Lexicon& lexicon) const {
    for (const text::FormId form : used_) {
      postings.push_back({stems_ ? stem_term(field_, lexicon.stem(form))
                                 : exact_term(field_, lexicon.exact(form)),
                          entries_[form].wdf, entries_[form].positions});
    }
  }

  void forget_forms() {
    stamps_.clear();
    entries_.clear();
  }

 private:
  struct Entry {
    std::uint32_t wdf = 0;
    std::vector<std::uint32_t> positions;
  };

  Field field_;
  bool stems_;
  std::uint64_t article_ = 0;
  std::vector<std::uint64_t> stamps_;
  std::vector<Entry> entries_;
  std::vector<text::FormId> used_;
};

/// Exact forms and stems of one field.
struct FieldTables {
  explicit FieldTables(Field field) : exact(field, false), stems(field, true) {}

  void add(const text::Form& form, std::uint32_t weight,
           std::uint32_t position) {
    exact.add(form.exact, weight, position);
    if (form.stem != text::kNoForm) stems.add(form.stem, weight);
    if (form.also_exact != text::kNoForm) {
      exact.add(form.also_exact, weight, position);
      stems.add(form.also_stem, weight);
    }
  }

  /// Exact forms alone, without positions: enough for headlines, whose words
  /// have their stems and positions as text.
  void add_exact(const text::Form& form) {
    exact.add(form.exact, 1);
    if (form.also_exact != text::kNoForm) exact.add(form.also_exact, 1);
  }

  PostingTable exact;
  PostingTable stems;
};

}  // namespace

Identity identity_of(const article::Article& article) {
  std::string who;
  if (article.id.empty()) {
    who = "at " + article.origin.path + '\0' +
          std::to_string(article.origin.record);
  } else {
    who = "id " + article.id;
  }
  // The stored record says everything about the article but its paragraphs.
  std::string content = encode_stored(article, {});
  for (const article::Paragraph& paragraph : article.paragraphs) {
    content += '\0';
    content += std::to_string(paragraph.bytes.begin) + ' ' +
               std::to_string(paragraph.bytes.end) + ' ';
    content += to_string(paragraph.zone);
  }
  content += '\0' + std::to_string(text::kAnalysisVersion);
  return {hash128(who), hash128(content)};
}

/// What one language takes: its rules, its lexicon, and tables by form.
struct LanguageTools {
  explicit LanguageTools(const std::string& language)
      : sentences(language), analyzer(language) {
    for (const Field field : kAllFields) fields.emplace_back(field);
  }

  void start_article() {
    if (analyzer.lexicon().trim(kMaxRememberedWords)) {
      for (FieldTables& tables : fields) {
        tables.exact.forget_forms();
        tables.stems.forget_forms();
      }
      variants.clear();
    }
    for (FieldTables& tables : fields) {
      tables.exact.start_article();
      tables.stems.start_article();
    }
  }

  FieldTables& of(Field field) {
    return fields[static_cast<std::size_t>(field)];
  }

  text::SentenceSplitter sentences;
  text::Analyzer analyzer;
  std::vector<FieldTables> fields;  // By Field.
  tsl::robin_set<std::uint64_t>
      variants;  // Stem and exact form, as one number.
};

struct ArticleAnalyzer::State {
  explicit State(std::string language)
      : default_language(std::move(language)) {}

  LanguageTools& tools_for(const std::string& language) {
    return tools.try_emplace(language, language).first.value();
  }

  std::string default_language;
  tsl::robin_map<std::string, LanguageTools> tools;
};

namespace {

/// Analyses one article with the tools of its language.
class Analysis {
 public:
  Analysis(const article::Article& article, const Identity& identity,
           LanguageTools& tools)
      : article_(article), tools_(tools) {
    result_.identity = identity;
  }

  AnalyzedArticle run() {
    tools_.start_article();
    for (const article::Paragraph& paragraph : article_.paragraphs) {
      add_paragraph(paragraph);
    }
    for (const Field field : kAllFields) add_field(field);
    collect();
    return std::move(result_);
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
    for (const text::Token& token : tokens) {
      const std::uint32_t position = position_of(next_slot_, token.ordinal);
      tools_.of(Field::kText)
          .add(token.form, headline ? kHeadlineWeight : 1, position);
      if (headline) tools_.of(Field::kHeadline).add_exact(token.form);
      note_variant(token.form.stem, token.form.exact);
      if (token.form.also_exact != text::kNoForm) {
        note_variant(token.form.also_stem, token.form.also_exact);
      }
    }
    next_slot_ += slots;
    return words;
  }

  void add_field(Field field) {
    std::uint32_t slot = 1;
    for (const std::string_view value : field_values(article_, field)) {
      const auto tokens = tools_.analyzer.tokens(value, {0, value.size()});
      for (const text::Token& token : tokens) {
        tools_.of(field).add(token.form, 1, position_of(slot, token.ordinal));
        note_variant(token.form.stem, token.form.exact);
      }
      slot += slots_of(static_cast<std::uint32_t>(tokens.size()));
    }
  }

  void note_variant(text::FormId stem, text::FormId exact) {
    if (stem == text::kNoForm) return;
    const std::uint64_t pair = std::uint64_t{stem} << 32 | exact;
    if (!tools_.variants.insert(pair).second) return;
    const text::Lexicon& lexicon = tools_.analyzer.lexicon();
    result_.new_variants.emplace_back(lexicon.stem(stem), lexicon.exact(exact));
  }

  void collect() {
    result_.language = article_.language;
    result_.stored = encode_stored(article_, result_.outline);
    for (const FieldTables& tables : tools_.fields) {
      tables.exact.append_to(result_.postings, tools_.analyzer.lexicon());
      tables.stems.append_to(result_.postings, tools_.analyzer.lexicon());
    }
    result_.postings.push_back({language_term(article_.language), 0, {}});
    result_.postings.push_back(
        {identity_term(article_.id, result_.identity.id), 0, {}});
    if (article_.published) {
      result_.values.emplace_back(kPublishedSlot,
                                  published_value(article_.published->seconds));
    }
    result_.values.emplace_back(kWordCountSlot,
                                word_count_value(result_.outline.words));
    result_.values.emplace_back(kIdentitySlot,
                                identity_value(result_.identity));
  }

  const article::Article& article_;
  LanguageTools& tools_;
  AnalyzedArticle result_;
  std::uint32_t paragraph_ = 0;
  std::uint32_t next_slot_ = 1;
  std::uint32_t lead_words_ = 0;
};

}  // namespace

ArticleAnalyzer::ArticleAnalyzer(std::string default_language)
    : state_(std::make_unique<State>(std::move(default_language))) {}
ArticleAnalyzer::~ArticleAnalyzer() = default;
ArticleAnalyzer::ArticleAnalyzer(ArticleAnalyzer&&) noexcept = default;
ArticleAnalyzer& ArticleAnalyzer::operator=(ArticleAnalyzer&&) noexcept =
    default;

AnalyzedArticle ArticleAnalyzer::analyze(article::Article article) {
  // Before the language is filled in: the catalog sees articles as they come.
  const Identity identity = identity_of(article);
  std::string language = text::normal_language(article.language);
  if (language.empty()) {
    language = text::detect_language(article.text, state_->default_language);
  }
  article.language = std::move(language);
  return Analysis(article, identity, state_->tools_for(article.language)).run();
}

void ArticleAnalyzer::start_segment() {
  for (auto it = state_->tools.begin(); it != state_->tools.end(); ++it) {
    it.value().variants.clear();
  }
}

}  // namespace broadsheet::schema
