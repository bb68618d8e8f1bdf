// What it takes to look for the phrases of a query in articles of one language:
// made when the first such article comes, kept for the others.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "corpus/schema/terms.h"
#include "corpus/text/analyzer.h"
#include "searcher/match/phrase_finder.h"
#include "searcher/match/sieve.h"
#include "searcher/query/tree.h"

namespace broadsheet::searcher::match {

/// Of one language and the phrases of one query. The finders hold what the
/// analyzer's lexicon says, so it is neither copied nor moved.
struct LanguageTools {
  /// `language` is an ISO 639-1 code; `phrases` must outlive it.
  LanguageTools(const std::string& language,
                std::span<const query::Phrase* const> phrases);
  LanguageTools(const LanguageTools&) = delete;
  LanguageTools& operator=(const LanguageTools&) = delete;

  /// What looks for the phrases that ask for `field`.
  [[nodiscard]] PhraseFinder& finder(schema::Field field) {
    return finders[static_cast<std::size_t>(field)];
  }

  text::Analyzer analyzer;
  Sieve sieve;
  std::vector<PhraseFinder> finders;  ///< By Field.
};

/// The tools of all languages that were asked for. Not for two threads.
class ToolsByLanguage {
 public:
  /// `phrases` must outlive it.
  explicit ToolsByLanguage(std::span<const query::Phrase* const> phrases)
      : phrases_(phrases) {}

  /// Those of `language`, whose lexicon starts anew, for the next article, once
  /// it remembers too many words. The reference stays valid.
  [[nodiscard]] LanguageTools& of(const std::string& language);

 private:
  std::span<const query::Phrase* const> phrases_;
  std::map<std::string, LanguageTools> tools_;
};

}  // namespace broadsheet::searcher::match
