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

/// Printed words a lexicon remembers before it starts anew: about 100 MB.
inline constexpr std::size_t kMaxRememberedWords = 500000;

/// What one language takes: its rules, its lexicon, and tables by form. Slow to
/// make; not for two threads.
struct LanguageTools {
  /// `language` is an ISO 639-1 code.
  explicit LanguageTools(const std::string& language)
      : sentences(language), analyzer(language) {
    for (const Field field : kAllFields) fields.emplace_back(field);
  }

  /// Begins the next article. If the lexicon has become large, all forms are
  /// numbered anew.
  void start_article() {
    if (analyzer.lexicon().trim(kMaxRememberedWords)) {
      for (FieldTables& tables : fields) tables.forget_forms();
      variants.clear();
      form_hashes.clear();
    }
    for (FieldTables& tables : fields) tables.start_article();
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
