// The scores of a stretch of docids, added up list by list. A window is small
// enough for the processor's cache, and is moved over all articles.
#pragma once

#include <xapian.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "searcher/search/bm25.h"
#include "searcher/search/posting_lists.h"

namespace broadsheet::searcher::search {

/// The part of a score's divisor that is the article's, by its length.
class LengthParts {
 public:
  explicit LengthParts(double average) : average_(average) {
    for (std::size_t length = 0; length < parts_.size(); ++length) {
      parts_[length] = bm25::length_part(static_cast<double>(length), average);
    }
  }

  [[nodiscard]] double operator[](std::uint32_t length) const {
    if (length < parts_.size()) return parts_[length];
    return bm25::length_part(length, average_);
  }

 private:
  double average_;
  std::array<double, 2048> parts_{};  // Of most articles.
};

/// A word in one part of the index.
struct WordLists {
  double weight = 0;
  std::vector<PostingList> terms;
};

/// Articles of one part of the index, a window of docids after the other: what
/// is noted of those in it stays in the processor's cache.
class ScoreWindow {
 public:
  ScoreWindow(const PostingLists& lists, std::size_t part,
              const LengthParts& parts)
      : length_parts_(parts), article_lengths_(lists.lengths(part)) {}

  /// Goes to the articles with docids in [begin, end), at most kArticles, that
  /// are behind all before.
  void go_to(Xapian::docid begin, Xapian::docid end) {
    begin_ = begin;
    end_ = end;
    needed_ = 0;
    having_.fill(0);
    scores_.fill(0);
    article_lengths_.each_below(
        end, [this](Xapian::docid article, std::uint32_t length) {
          lengths_[article - begin_] = length;
        });
  }

  /// Articles go on that have any of `words`, and had all given before.
  void need(std::vector<WordLists>& words) {
    for (WordLists& word : words) {
      if (word.terms.size() == 1) {
        word.terms.front().each_below(
            end_, [&](Xapian::docid article, std::uint32_t wdf) {
              add(article - begin_, word.weight, wdf);
            });
      } else {
        add_as_one(word);
      }
    }
    ++needed_;
  }

  /// The article is none of them.
  void leave_out(Xapian::docid article) { having_[article - begin_] = kNever; }

  /// How many articles have all.
  [[nodiscard]] std::uint64_t count() const {
    return static_cast<std::uint64_t>(
        std::count(having_.begin(), having_.begin() + (end_ - begin_),
                   static_cast<std::uint8_t>(needed_)));
  }

  /// Calls take(docid, score) for each that has all and scores `least` or more,
  /// which may change meanwhile; ascending.
  template <typename Least, typename Take>
  void each_of_best(const Least& least, const Take& take) const {
    for (Xapian::docid i = 0; i < end_ - begin_; ++i) {
      if (scores_[i] >= least() && having_[i] == needed_) {
        take(begin_ + i, scores_[i]);
      }
    }
  }

  static constexpr Xapian::docid kArticles = 8192;
  static constexpr std::size_t kMostNeeds = 254;

 private:
  static constexpr std::uint8_t kNever = 255;

  void add(std::size_t i, double weight, double wdf) {
    if (having_[i] < needed_) return;
    const double score = bm25::score(weight, wdf, length_parts_[lengths_[i]]);
    scores_[i] += score;
    having_[i] = static_cast<std::uint8_t>(needed_ + 1);
  }

  // Without a branch on what is there already: whether a second term of the
  // word has an article that the first one has is anybody's guess.
  void add_as_one(WordLists& word) {
    std::size_t found = 0;
    for (PostingList& list : word.terms) {
      list.each_below(end_, [&](Xapian::docid article, std::uint32_t wdf) {
        const std::size_t i = article - begin_;
        const std::uint32_t is_new = wdfs_[i] == 0 ? 1 : 0;
        found_[found] = static_cast<std::uint16_t>(i);
        found += is_new;
        wdfs_[i] += wdf + is_new;
      });
    }
    for (std::size_t n = 0; n < found; ++n) {
      const std::size_t i = found_[n];
      add(i, word.weight, std::exchange(wdfs_[i], 0) - 1);
    }
  }

  const LengthParts& length_parts_;
  PostingList article_lengths_;
  Xapian::docid begin_ = 0;
  Xapian::docid end_ = 0;
  std::size_t needed_ = 0;
  // By docid, from begin_.
  std::array<std::uint32_t, kArticles> lengths_{};
  std::array<std::uint8_t, kArticles> having_{};  // How many needs are met.
  std::array<double, kArticles> scores_{};
  // Of one word: its wdf and 1 where it is found, else 0; and where it is.
  std::array<std::uint32_t, kArticles> wdfs_{};
  std::array<std::uint16_t, kArticles + 1> found_{};
};

}  // namespace broadsheet::searcher::search
