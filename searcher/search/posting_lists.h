// The posting lists of an index, read a stretch at a time. Xapian gives one
// posting a call, through four layers: some 20 ns each, which for a word that a
// million articles have is longer than all the rest of an answer.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "corpus/base/mapped_file.h"
#include "corpus/glass/posting_cursor.h"
#include "corpus/glass/table_root.h"

namespace broadsheet::searcher::search {

/// One list of one part of an index.
class PostingList {
 public:
  explicit PostingList(glass::PostingCursor cursor)
      : list_(std::move(cursor)) {}

  /// Through Xapian; `lengths`: wdfs are those of articles.
  PostingList(Xapian::PostingIterator begin, bool lengths)
      : list_(Slow{std::move(begin), lengths}) {}

  /// Takes the next postings as far as their docids are less than `limit`, and
  /// calls take(docid, wdf) for each, ascending. Throws Xapian::Error.
  template <typename Take>
  void each_below(Xapian::docid limit, const Take& take) {
    if (auto* cursor = std::get_if<glass::PostingCursor>(&list_)) {
      cursor->each_below(limit, take);
      if (cursor->is_damaged()) throw_damaged();
      return;
    }
    auto& [posting, lengths] = std::get<Slow>(list_);
    for (; posting != Xapian::PostingIterator() && *posting < limit;
         ++posting) {
      take(*posting, lengths ? posting.get_doclength() : posting.get_wdf());
    }
  }

 private:
  struct Slow {
    Xapian::PostingIterator posting;
    bool lengths = false;
  };

  [[noreturn]] static void throw_damaged();

  std::variant<glass::PostingCursor, Slow> list_;
};

/// An index is one part for each of its segments, each with docids of its own.
/// Where Xapian itself wrote some of them, all is one part, read through it.
class PostingLists {
 public:
  /// Of `database`, whose segments lie in `directories`, in its order; without
  /// these, all is read through Xapian. Opens nothing yet.
  explicit PostingLists(Xapian::Database database,
                        std::vector<std::string> directories = {})
      : database_(std::move(database)), directories_(std::move(directories)) {}

  /// The whole index, for what is not read here.
  [[nodiscard]] const Xapian::Database& database() const { return database_; }

  /// How many parts there are. Opens them; throws Error if the system won't.
  [[nodiscard]] std::size_t parts() const;

  /// The highest docid of a part.
  [[nodiscard]] Xapian::docid last_docid(std::size_t part) const;

  /// The list of `term` in a part, and that of the lengths of its articles, in
  /// terms. Throws Xapian::Error.
  [[nodiscard]] PostingList list(std::size_t part,
                                 const std::string& term) const;
  [[nodiscard]] PostingList lengths(std::size_t part) const;

  /// The docid in database() of an article of a part.
  [[nodiscard]] Xapian::docid document(std::size_t part,
                                       Xapian::docid docid) const {
    // As Xapian deals out the docids of several databases.
    return static_cast<Xapian::docid>((docid - 1) * parts() + part + 1);
  }

 private:
  /// The postlist table of a segment.
  struct Table {
    MappedFile file;
    glass::FoundRoot root;
    std::uint32_t last_docid = 0;
  };

  [[nodiscard]] static std::optional<Table> open(const std::string& directory);
  [[nodiscard]] const std::vector<Table>& tables() const;

  Xapian::Database database_;
  std::vector<std::string> directories_;
  mutable std::optional<std::vector<Table>> tables_;  // None: through Xapian.
};

}  // namespace broadsheet::searcher::search
