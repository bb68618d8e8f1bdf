// The postings of one field of one article, gathered word by word: which forms,
// how often, where. Forms are numbers, so that a form's entry is a place in a
// table, which is never cleared, only stamped with the article it is of. That
// table is far larger than a processor's cache, so an entry is small, and says
// where the form stands in a list of those that the article has; what is
// counted is counted there. A field that has few of a language's forms, as that
// of authors, looks up their places instead of having one for each form there
// is.
#pragma once

#include <tsl/robin_map.h>

#include <cstddef>
#include <cstdint>
#include <span>
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

  /// Counts `form` `weight` times more.
  void add(text::FormId form, std::uint32_t weight) {
    touched(form).wdf += weight;
  }

  /// The same, at `position`, which is not below those added for the form.
  void add(text::FormId form, std::uint32_t weight, std::uint32_t position) {
    Used& used = touched(form);
    used.wdf += weight;
    // A second reading of a word ("us" for US) may repeat a position.
    if (used.positions > 0 && used.last_position == position) return;
    used.last_position = position;
    ++used.positions;
    places_.push_back(
        {static_cast<std::uint32_t>(&used - used_.data()), position});
  }

  /// Whether the pair of `form` and `stem` is noted for the first time, as far
  /// as the table remembers: it may forget and say so again. `form` was added.
  [[nodiscard]] bool note_stem(text::FormId form, text::FormId stem) {
    Entry& entry = entries_[place_of(form)];
    if (entry.noted_stem == stem) return false;
    entry.noted_stem = stem;
    return true;
  }
  void forget_stems();

  /// How many positions the article has in this table.
  [[nodiscard]] std::size_t position_count() const { return places_.size(); }

  /// Appends the postings, whose terms `spell(form)` gives as text where they
  /// have no number in `terms` yet. `article.positions` must have room for
  /// position_count() more: the postings point into it.
  template <typename Spell>
  void append_to(NumberedArticle& article, TermTable& terms,
                 const Spell& spell) {
    for (Used& used : std::span(used_).first(used_count_)) {
      if (used.term != kNoTerm) continue;
      used.term = terms.id(spell(used.form));
      entries_[used.place].term = used.term;
    }
    append_postings(article);
  }

  /// The numbers of forms and those of terms are void.
  void forget_forms();

  /// Bytes of memory taken by what is kept from one article to the next.
  [[nodiscard]] std::size_t memory() const;

 private:
  static constexpr TermId kNoTerm = 0xFFFFFFFF;

  struct Entry {
    std::uint32_t article = 0;  // The last one that has the form.
    std::uint32_t used = 0;     // In used_, of that article.
    TermId term = kNoTerm;
    text::FormId noted_stem = text::kNoForm;
  };

  /// A form that the article has.
  struct Used {
    text::FormId form = 0;
    std::uint32_t place = 0;  // In entries_.
    TermId term = kNoTerm;
    std::uint32_t wdf = 0;
    std::uint32_t positions = 0;  // How many.
    std::uint32_t last_position = 0;
  };

  /// A position of a form that the article has.
  struct Place {
    std::uint32_t used = 0;
    std::uint32_t position = 0;
  };

  /// Where the form's entry is, which is made if need be.
  std::uint32_t place_of(text::FormId form) {
    if (occupancy_ == Occupancy::kFew) return place_among_few(form);
    if (form >= entries_.size()) make_entries(form);
    return form;
  }
  std::uint32_t place_among_few(text::FormId form);
  void make_entries(text::FormId last);
  void make_room();

  /// The form among those that the article has, to which it is added if need
  /// be. Valid until the next.
  Used& touched(text::FormId form) {
    const std::uint32_t place = place_of(form);
    Entry& entry = entries_[place];
    if (used_count_ == used_room_) make_room();
    // Of two words of an article, one is new to it, and no processor guesses
    // which. So each is written behind those that there are, as if it were new,
    // and that counts if it is.
    used_[used_count_] = {.form = form, .place = place, .term = entry.term};
    const std::uint32_t is_new = entry.article != article_ ? 1 : 0;
    entry.article = article_;
    entry.used ^= (entry.used ^ used_count_) & (0U - is_new);
    used_count_ += is_new;
    return used_[entry.used];
  }
  void append_postings(NumberedArticle& article);

  Occupancy occupancy_;
  std::uint32_t article_ = 0;
  std::vector<Entry> entries_;  // By form, or by its place in few_.
  tsl::robin_map<text::FormId, std::uint32_t> few_;
  std::vector<Used> used_;  // The first used_count_; the rest is room.
  std::uint32_t used_count_ = 0;
  std::uint32_t used_room_ = 0;
  std::vector<Place> places_;  // As they came.
};

}  // namespace broadsheet::schema
