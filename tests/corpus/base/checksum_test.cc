// Claims about content hashes.
#include "corpus/base/checksum.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "corpus/base/error.h"
#include "tests/support/temporary_directory.h"

namespace broadsheet {
namespace {

TEST_CASE("the hash is XXH3-128, as its specification prints it") {
  CHECK(to_hex(hash128("")) == "99aa06d3014798d86001c324468d497f");
}

TEST_CASE("a file's hash is that of its content, whatever its size") {
  const tests::TemporaryDirectory directory;
  for (const std::size_t size :
       std::vector<std::size_t>{0, 1, 1000, 1 << 20, (1 << 20) + 1}) {
    CAPTURE(size);
    const std::string content(size, 'n');
    CHECK(hash128_of_file(directory.write("file", content)) ==
          hash128(content));
  }
  CHECK_THROWS_AS(static_cast<void>(hash128_of_file(directory / "missing")),
                  Error);
}

TEST_CASE("a running hash is that of all its pieces in order") {
  RunningHash hash;
  CHECK(hash.value() == hash128(""));
  std::string all;
  for (const std::size_t size : std::vector<std::size_t>{1, 0, 300, 100'000}) {
    const std::string piece(size, static_cast<char>('a' + size % 26));
    hash.add(piece);
    all += piece;
    CHECK(hash.value() == hash128(all));
  }
}

TEST_CASE("a hash survives its bytes; one byte of text changes it") {
  const Hash128 hash = hash128("Rain fell.");
  CHECK(to_bytes(hash).size() == 16);
  CHECK(hash_from_bytes(to_bytes(hash)) == hash);
  CHECK(hash_from_bytes("short") == Hash128{});
  CHECK(hash128("Rain fell!") != hash);
  CHECK(to_hex({1, 2}) == "00000000000000010000000000000002");
}

}  // namespace
}  // namespace broadsheet
