// The accounts of a run (architecture, contract 5): every article seen ends as
// exactly one of five things.
#pragma once

#include <cstdint>

#include "corpus/article/origin.h"

namespace broadsheet::indexer {

/// What became of an article that could be read.
enum class Verdict : unsigned char {
  kNew,        ///< The index does not hold it yet.
  kChanged,    ///< The index holds it with another content.
  kUnchanged,  ///< The index holds it as it is.
};

struct Tally {
  std::uint64_t seen = 0;  ///< Articles and problems that kept one from being.
  std::uint64_t indexed = 0;
  std::uint64_t updated = 0;
  std::uint64_t unchanged = 0;
  std::uint64_t duplicate = 0;  ///< Came again later in the run.
  std::uint64_t skipped = 0;
  std::uint64_t warnings = 0;  ///< About articles that were taken.
  std::uint64_t bytes = 0;     ///< Size of the files read.

  /// Enters an article under `verdict`.
  void enter(Verdict verdict);

  /// Enters a problem: one that kept an article from being is seen and skipped.
  void enter(article::Problem::Kind kind);

  /// An article entered under `verdict` came again: it is a duplicate now.
  void withdraw(Verdict verdict);

  /// Throws Error (kInputOutput) unless the five sum up to `seen`.
  void check() const;

 private:
  std::uint64_t& account(Verdict verdict);
};

}  // namespace broadsheet::indexer
