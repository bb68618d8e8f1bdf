// Paragraphs with quotations whose speakers are known, as whoever writes them
// knows whom he quotes: what quote: and said: are measured by.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/base/span.h"
#include "tests/searcher/match/known_article.h"
#include "tests/searcher/match/random_queries.h"

namespace broadsheet::searcher::match {

/// Words of the names that are quoted: "Mara", "Olsen".
[[nodiscard]] const std::vector<std::string>& names_of_speakers();

/// Writes one article, paragraph by paragraph.
class QuotationWriter {
 public:
  /// `words` makes what is quoted: words that hold no quotation mark and no
  /// name of a speaker. `headline` is the article's first line.
  QuotationWriter(Random& random, std::function<std::string()> words,
                  std::string headline);

  /// Adds a paragraph that quotes nobody and ends in a full stop.
  void add_plain(const std::string& paragraph);

  /// Adds a quotation of a random kind: one paragraph or several.
  void add_quotation();

  /// Lines as article_of takes them, and the quotations in them.
  [[nodiscard]] const std::string& lines() const { return lines_; }
  [[nodiscard]] const std::vector<WrittenQuotation>& quotations() const {
    return quotations_;
  }

 private:
  using Speakers = std::vector<Span>;
  struct Signs {
    std::string_view open;
    std::string_view close;
  };

  bool chance(std::size_t one_in) { return below(random_, one_in) == 0; }
  void begin_paragraph();
  Span add(std::string_view text);
  void add_piece(std::string_view end, bool is_closed = true);
  Speakers add_name();
  Speakers add_subject(bool begins_sentence);
  void add_filler();

  void quote_before_speaker();
  void quote_behind_speaker();
  void quote_around_speaker();
  void quote_nobody();
  void quote_over_paragraphs();
  void quote_on();
  void add_stray_mark();

  Random& random_;
  std::function<std::string()> words_;
  std::string lines_;
  std::vector<WrittenQuotation> quotations_;
  Signs signs_;
  std::vector<std::pair<std::string, Span>> bearers_;  ///< Surname, full name.
  Speakers last_speakers_;
  std::size_t paragraphs_since_ = 1000;
};

}  // namespace broadsheet::searcher::match
