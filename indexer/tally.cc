#include "indexer/tally.h"

#include <fmt/format.h>

#include "corpus/base/error.h"

namespace broadsheet::indexer {

void Tally::enter(Verdict verdict) {
  ++seen;
  ++account(verdict);
}

void Tally::enter(article::Problem::Kind kind) {
  if (kind == article::Problem::Kind::kWarning) {
    ++warnings;
    return;
  }
  ++seen;
  ++skipped;
}

void Tally::withdraw(Verdict verdict) {
  --account(verdict);
  ++duplicate;
}

void Tally::check() const {
  const std::uint64_t sum = indexed + updated + unchanged + duplicate + skipped;
  if (sum == seen) return;
  throw Error(ErrorKind::kInputOutput,
              fmt::format("{} articles were seen but {} accounted for; nothing "
                          "was published. This is a fault of the program",
                          seen, sum));
}

std::uint64_t& Tally::account(Verdict verdict) {
  switch (verdict) {
    case Verdict::kNew:
      return indexed;
    case Verdict::kChanged:
      return updated;
    case Verdict::kUnchanged:
      break;
  }
  return unchanged;
}

}  // namespace broadsheet::indexer
