// Claims about the accounts of a run.
#include "indexer/tally.h"

#include <doctest/doctest.h>

#include "corpus/base/error.h"

namespace broadsheet::indexer {
namespace {

using article::Problem;

TEST_CASE("every article seen is in exactly one account") {
  Tally tally;
  tally.enter(Verdict::kNew);
  tally.enter(Verdict::kNew);
  tally.enter(Verdict::kChanged);
  tally.enter(Verdict::kUnchanged);
  tally.enter(Problem::Kind::kSkipped);
  CHECK(tally.seen == 5);
  CHECK(tally.indexed == 2);
  CHECK(tally.updated == 1);
  CHECK(tally.unchanged == 1);
  CHECK(tally.skipped == 1);
  CHECK_NOTHROW(tally.check());
}

TEST_CASE("an article that comes again leaves its account for duplicate") {
  for (const Verdict verdict :
       {Verdict::kNew, Verdict::kChanged, Verdict::kUnchanged}) {
    Tally tally;
    tally.enter(verdict);
    tally.enter(Verdict::kNew);
    tally.withdraw(verdict);
    CHECK(tally.seen == 2);
    CHECK(tally.duplicate == 1);
    CHECK(tally.indexed + tally.updated + tally.unchanged == 1);
    CHECK_NOTHROW(tally.check());
  }
}

TEST_CASE("a warning is about an article that is counted already") {
  Tally tally;
  tally.enter(Problem::Kind::kWarning);
  CHECK(tally.seen == 0);
  CHECK(tally.warnings == 1);
  CHECK_NOTHROW(tally.check());
}

TEST_CASE("accounts that do not add up are an error") {
  Tally tally;
  tally.enter(Verdict::kNew);
  ++tally.seen;
  CHECK_THROWS_AS(tally.check(), Error);
}

}  // namespace
}  // namespace broadsheet::indexer
