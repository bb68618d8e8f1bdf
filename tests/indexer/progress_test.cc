// Claims about figures and the progress line made of them.
#include "indexer/progress.h"

#include <doctest/doctest.h>

#include <string>

#include "indexer/figures.h"

namespace broadsheet::indexer {
namespace {

TEST_CASE("figures are written as people read them") {
  CHECK(grouped(0) == "0");
  CHECK(grouped(999) == "999");
  CHECK(grouped(1000) == "1,000");
  CHECK(grouped(1234567) == "1,234,567");
  CHECK(grouped(18446744073709551615U) == "18,446,744,073,709,551,615");
  CHECK(megabytes(0) == "0.0");
  CHECK(megabytes(1) == "0.1");
  CHECK(megabytes(28014622) == "28.0");
  CHECK(megabytes(3000000000) == "3000.0");
}

TEST_CASE("the line says what is done, how fast, and what is left") {
  Progress progress;
  CHECK(progress_line(progress, 0) == "0 articles, looking for files");
  progress.bytes_total = 100'000'000;
  progress.articles = 1500;
  progress.bytes_read = 25'000'000;
  CHECK(progress_line(progress, 0.5) == "1,500 articles, 25.0 of 100.0 MB");
  CHECK(progress_line(progress, 5) ==
        "1,500 articles, 25.0 of 100.0 MB, 5.0 MB/s, 15 s left");
  CHECK(progress_line(progress, 500) ==
        "1,500 articles, 25.0 of 100.0 MB, 0.1 MB/s, 25 min left");
  CHECK(progress_line(progress, 50000) ==
        "1,500 articles, 25.0 of 100.0 MB, 0.1 MB/s, 42 h left");
  progress.phase = Progress::Phase::kMerging;
  CHECK(progress_line(progress, 5) == "1,500 articles, merging");
  progress.phase = Progress::Phase::kPublishing;
  CHECK(progress_line(progress, 5) == "1,500 articles, publishing");
}

TEST_CASE("a file that grew while it was read leaves nothing negative") {
  Progress progress;
  progress.bytes_total = 10;
  progress.bytes_read = 2'000'000;
  CHECK(progress_line(progress, 2).ends_with("0 s left"));
}

}  // namespace
}  // namespace broadsheet::indexer
