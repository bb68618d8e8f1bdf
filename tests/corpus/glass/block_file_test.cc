// Claims about the files of tables: what is written past the system's cache is
// the same as what goes through it.
#include "corpus/glass/block_file.h"

#include <doctest/doctest.h>

#include <cstddef>
#include <string>

#include "tests/support/temporary_directory.h"

namespace broadsheet::glass {
namespace {

TEST_CASE("blocks come out as they went in, cached or not, behind or not") {
  constexpr std::size_t kMegabyte = std::size_t{1} << 20;
  const tests::TemporaryDirectory directory;
  const std::string path = directory / "table";
  for (const Writing writing : {Writing::kAtOnce, Writing::kBehind}) {
    for (const std::size_t most_cached : {std::size_t{0}, 2 * kMegabyte}) {
      // None, less than is written at a time, as much, and more; not always a
      // multiple of it.
      for (const std::size_t blocks : {0U, 1U, 32U, 33U, 128U, 500U, 1023U}) {
        CAPTURE(static_cast<int>(writing));
        CAPTURE(most_cached);
        CAPTURE(blocks);
        BlockFile file(path, writing, most_cached);
        std::string expected;
        for (std::size_t i = 0; i < blocks; ++i) {
          const std::string block(kBlockBytes, static_cast<char>('a' + i % 23));
          CHECK(file.append(block) == i);
          expected += block;
        }
        file.finish();
        CHECK(file.blocks() == blocks);
        CHECK(file.hash() == hash128(expected));
        CHECK(read_file(path) == expected);
      }
    }
  }
}

}  // namespace
}  // namespace broadsheet::glass
