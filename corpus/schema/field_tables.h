// The postings of one field: a table of exact forms, with positions, and one of
// stems, and which word counts where. In a header, as every word goes through.
#pragma once

#include <cstdint>

#include "corpus/schema/numbered_article.h"
#include "corpus/schema/posting_table.h"
#include "corpus/schema/term_table.h"
#include "corpus/schema/terms.h"
#include "corpus/text/analyzer.h"
#include "corpus/text/lexicon.h"

namespace broadsheet::schema {

/// Exact forms and stems of one field of one article. Forms are numbers of one
/// lexicon. Not for two threads.
struct FieldTables {
  explicit FieldTables(Field of)
      : field(of), exact(occupancy(of)), stems(occupancy(of)) {}

  /// Begins the next article: no form has a posting.
  void start_article() {
    exact.start_article();
    stems.start_article();
  }

  /// Counts a word `weight` times, at `position`: its exact form, its stem if
  /// that is spelt otherwise, and the same of what it also is.
  void add(const text::Form& form, std::uint32_t weight,
           std::uint32_t position) {
    exact.add(form.exact, weight, position);
    if (has_stem_posting(form)) stems.add(form.stem, weight);
    if (form.also_exact != text::kNoForm) {
      exact.add(form.also_exact, weight, position);
      if (!form.also_is_stem) stems.add(form.also_stem, weight);
    }
  }

  /// Counts a word without its position: no phrase lies in a value of one word.
  void add_only_word(const text::Form& form) {
    add_exact(form);
    if (has_stem_posting(form)) stems.add(form.stem, 1);
    if (form.also_exact != text::kNoForm && !form.also_is_stem) {
      stems.add(form.also_stem, 1);
    }
  }

  /// Counts exact forms alone, without positions: enough for headlines, whose
  /// words have their stems and positions as text.
  void add_exact(const text::Form& form) {
    exact.add(form.exact, 1);
    if (form.also_exact != text::kNoForm) exact.add(form.also_exact, 1);
  }

  /// Appends the postings, as PostingTable::append_to. `lexicon` is the one
  /// that numbered the forms.
  void append_to(NumberedArticle& article, TermTable& terms,
                 const text::Lexicon& lexicon) {
    exact.append_to(article, terms, [&](text::FormId form) {
      return exact_term(field, lexicon.exact(form));
    });
    stems.append_to(article, terms, [&](text::FormId form) {
      return stem_term(field, lexicon.stem(form));
    });
  }

  /// The numbers of forms and those of terms are void.
  void forget_forms() {
    exact.forget_forms();
    stems.forget_forms();
  }

  /// Bytes of memory taken by what is kept from one article to the next.
  [[nodiscard]] std::size_t memory() const {
    return exact.memory() + stems.memory();
  }

  /// A form that is its own stem is found by its exact term.
  [[nodiscard]] static bool has_stem_posting(const text::Form& form) {
    return form.stem != text::kNoForm && !form.is_stem;
  }

  [[nodiscard]] static Occupancy occupancy(Field field) {
    return field == Field::kText || field == Field::kHeadline ? Occupancy::kMost
                                                              : Occupancy::kFew;
  }

  Field field;
  PostingTable exact;
  PostingTable stems;
};

}  // namespace broadsheet::schema
