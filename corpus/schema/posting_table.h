// The postings of one field of one article, gathered word by word: which forms,
// how often, where. Forms are numbers, so that a form's entry is a place in a
// table, which is never cleared, only stamped with the article it is of. A
// field that has few of a language's forms, as that of authors, looks up their
// places instead of having one for each form there is.
#pragma once

#include <tsl/robin_map.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "corpus/schema/numbered_article.h"
#include "corpus/schema/term_table.h"
#include "corpus/text/lexicon.h"

namespace broadsheet::schema {

/// How many of a language's forms a field has.
enum class Occupancy : unsigned char { kMost, kFew };

/// Not for two threads.
class PostingTable {
 public:
  explicit PostingTable(Occupancy occupancy) : occupancy_(occupancy) {}

  /// Begins the next article: no form has a posting.
  void start_article();

  /// Says that `form` will be added soon: its entry is far away in memory.
  void prefetch(text::FormId form) const {
    if (occupancy_ == Occupancy::kMost && form < entries_.size()) {
      __builtin_prefetch(&entries_[form], 1);
    }
  }

  /// Counts `form` `weight` times more.
  void add(text::FormId form, std::uint32_t weight) {
    touched(form).wdf += weight;
  }

  /// The same, at `position`, which is not below those added for the form.
  void add(text::FormId form, std::uint32_t weight, std::uint32_t position);

  /// Whether the pair of `form` and `stem` is noted for the first time, as far
  /// as the table remembers: it may forget and say so again. `form` was added.
  [[nodiscard]] bool note_stem(text::FormId form, text::FormId stem) {
    Entry& entry = entries_[place_of(form)];
    if (entry.noted_stem == stem) return false;
    entry.noted_stem = stem;
    return true;
  }
  void forget_stems();

  /// How many positions the article has in this table, at most.
  [[nodiscard]] std::size_t position_count() const { return places_.size(); }

  /// Appends the postings, whose terms `spell(form)` gives as text where they
  /// have no number in `terms` yet. `article.positions` must have room for
  /// position_count() more: the postings point into it.
  template <typename Spell>
  void append_to(NumberedArticle& article, TermTable& terms,
                 const Spell& spell) {
    for (const Used used : used_) {
      Entry& entry = entries_[used.place];
      if (entry.term == kNoTerm) entry.term = terms.id(spell(used.form));
      append_posting(article, entry);
    }
  }

  /// The numbers of forms and those of terms are void.
  void forget_forms();

  /// Bytes of memory taken by what is kept from one article to the next.
  [[nodiscard]] std::size_t memory() const;

 private:
  static constexpr TermId kNoTerm = 0xFFFFFFFF;
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  struct Entry {
    std::uint32_t article = 0;    // The last one that has the form.
    std::uint32_t wdf = 0;        // The rest is of that article:
    std::uint32_t first = kNone;  // its first and last position, in places_.
    std::uint32_t last = kNone;
    TermId term = kNoTerm;
    text::FormId noted_stem = text::kNoForm;
  };

  /// A position, and where the form's next one is.
  struct Place {
    std::uint32_t position = 0;
    std::uint32_t next = kNone;
  };

  /// A form that the article has.
  struct Used {
    text::FormId form = 0;
    std::uint32_t place = 0;  // In entries_.
  };

  /// Where the form's entry is, which is made if need be.
  std::uint32_t place_of(text::FormId form) {
    if (occupancy_ == Occupancy::kMost) {
      if (form >= entries_.size()) entries_.resize(form + std::size_t{1});
      return form;
    }
    const auto next = static_cast<std::uint32_t>(entries_.size());
    const auto [found, is_new] = few_.try_emplace(form, next);
    if (is_new) entries_.emplace_back();
    return found->second;
  }
  Entry& touched(text::FormId form);
  void append_posting(NumberedArticle& article, const Entry& entry) const;

  Occupancy occupancy_;
  std::uint32_t article_ = 0;
  std::vector<Entry> entries_;  // By form, or by its place in few_.
  tsl::robin_map<text::FormId, std::uint32_t> few_;
  std::vector<Used> used_;
  std::vector<Place> places_;
};

}  // namespace broadsheet::schema
