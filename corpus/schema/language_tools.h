// What the analysis of articles keeps from one to the next: for each language
// its rules, its lexicon, and tables that are places by the lexicon's numbers.
#pragma once

#include <tsl/robin_set.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/schema/field_tables.h"
#include "corpus/schema/terms.h"
#include "corpus/schema/wording.h"
#include "corpus/text/analyzer.h"
#include "corpus/text/sentences.h"

namespace broadsheet::schema {

/// What one language takes: its rules, its lexicon, and tables by form. Slow to
/// make; not for two threads.
struct LanguageTools {
  /// `language` is an ISO 639-1 code.
  explicit LanguageTools(const std::string& language)
      : sentences(language), analyzer(language) {
    for (const Field field : kAllFields) fields.emplace_back(field);
  }

  /// Begins the next article.
  void start_article() {
    for (FieldTables& tables : fields) tables.start_article();
  }

  /// Forgets all words: forms are numbered anew.
  void forget_words() {
    analyzer.lexicon().clear();
    for (FieldTables& tables : fields) tables.forget_forms();
    variants = tsl::robin_set<std::uint64_t>();
    form_hashes = std::vector<std::uint32_t>();  // {} would keep the memory.
  }

  /// Bytes of memory that is taken by what is remembered of words, about.
  [[nodiscard]] std::size_t memory() const {
    std::size_t bytes = analyzer.lexicon().memory() +
                        variants.bucket_count() * kBytesOfVariant +
                        form_hashes.capacity() * sizeof(std::uint32_t);
    for (const FieldTables& tables : fields) bytes += tables.memory();
    return bytes;
  }

  /// Every variant is new again.
  void forget_variants() {
    variants.clear();
    for (FieldTables& tables : fields) tables.exact.forget_stems();
  }

  /// Adds a word of `text`, which stands in `zone`, to the wording.
  void add_wording(const text::Token& token, std::string_view text,
                   article::Zone zone) {
    wording.add(form_hash(token.form.exact), token.bytes.of(text), zone);
  }

  FieldTables& of(Field field) {
    return fields[static_cast<std::size_t>(field)];
  }

  text::SentenceSplitter sentences;
  text::Analyzer analyzer;
  std::vector<FieldTables> fields;  ///< By Field.
  /// The variants told of so far: stem and exact form, as one number.
  tsl::robin_set<std::uint64_t> variants;
  std::vector<std::uint32_t> form_hashes;  ///< By exact form; 0: not yet known.
  WordingGatherer wording;

 private:
  // A bucket of a robin_set of numbers of eight bytes.
  static constexpr std::size_t kBytesOfVariant = 16;

  std::uint32_t form_hash(text::FormId exact) {
    if (exact >= form_hashes.size()) {
      form_hashes.resize(analyzer.lexicon().exact_count());
    }
    std::uint32_t& hash = form_hashes[exact];
    if (hash == 0) hash = hash_of_form(analyzer.lexicon().exact(exact));
    return hash;
  }
};

}  // namespace broadsheet::schema
