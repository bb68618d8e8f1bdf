// Claims about corpus/base/mapped_file.cc.
#include "corpus/base/mapped_file.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "corpus/base/error.h"
#include "corpus/base/file.h"
#include "tests/support/temporary_directory.h"

namespace broadsheet {
namespace {

TEST_CASE("a mapped file holds what was written, whatever its size") {
  const tests::TemporaryDirectory directory;
  for (const std::size_t size :
       std::vector<std::size_t>{0, 1, 4095, 4096, 4097, 100'000}) {
    std::string bytes;
    for (std::size_t i = 0; i < size; ++i) bytes += static_cast<char>(i * 7);
    const std::string path = directory.path() + "/" + std::to_string(size);
    write_file_synced(path, bytes);
    CHECK(MappedFile(path).bytes() == bytes);
  }
}

TEST_CASE("its bytes stay when it is moved, and when the file is removed") {
  const tests::TemporaryDirectory directory;
  const std::string path = directory.path() + "/news";
  write_file_synced(path, "rain");
  MappedFile first(path);
  MappedFile second(std::move(first));
  std::filesystem::remove(path);
  CHECK(second.bytes() == "rain");
  write_file_synced(path, "snow");
  second = MappedFile(path);
  CHECK(second.bytes() == "snow");
}

TEST_CASE("a file that cannot be mapped is an error that names it") {
  const tests::TemporaryDirectory directory;
  for (const std::string& path :
       {directory.path() + "/none", directory.path()}) {
    CAPTURE(path);
    std::string message;
    try {
      const MappedFile file(path);
    } catch (const Error& error) {
      CHECK(error.kind() == ErrorKind::kInputOutput);
      message = error.what();
    }
    CHECK(message.find(path) != std::string::npos);
  }
}

}  // namespace
}  // namespace broadsheet
