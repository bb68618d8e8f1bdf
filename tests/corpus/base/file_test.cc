// Claims about files: whole reads and writes, and errors that name the file.
#include "corpus/base/file.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <vector>

#include "corpus/base/aligned_buffer.h"
#include "corpus/base/error.h"
#include "tests/support/temporary_directory.h"

namespace broadsheet {
namespace {

/// The message of the Error that `action` throws; "" if it throws none.
template <typename Action>
std::string message_of(Action action) {
  try {
    action();
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::kInputOutput);
    return error.what();
  }
  return {};
}

TEST_CASE("what was written is read back, whatever its size") {
  const tests::TemporaryDirectory directory;
  const std::string path = directory / "file";
  for (const std::size_t size : std::vector<std::size_t>{0, 1, 4096, 300000}) {
    const std::string content(size, 'x');
    write_file_synced(path, content);
    CHECK(read_file(path) == content);
  }
}

TEST_CASE("past the system's cache the same is written, aligned or not") {
  const tests::TemporaryDirectory directory;
  const std::string path = directory / "file";
  constexpr std::size_t kPage = AlignedBuffer::kAlignment;
  std::string expected;
  {
    const FileDescriptor file = create_file(path);
    bypass_page_cache(file);
    AlignedBuffer buffer(4 * kPage);
    for (const std::size_t size : {kPage, 4 * kPage, std::size_t{5}, kPage}) {
      buffer.clear();
      buffer.append(std::string(size, static_cast<char>('a' + size % 7)));
      CHECK(buffer.size() == size);
      write_all(file, buffer.view(), path);
      expected += buffer.view();
    }
  }
  CHECK(read_file(path) == expected);
}

TEST_CASE("files that tell no size are read to their end") {
  CHECK_FALSE(read_file("/proc/self/status").empty());
}

TEST_CASE("an error says what was done to which file and why it failed") {
  const tests::TemporaryDirectory directory;
  const std::string missing = directory / "missing";
  CHECK(message_of([&] { static_cast<void>(read_file(missing)); }) ==
        "cannot open " + missing + ": No such file or directory");
  CHECK(message_of([&] {
          static_cast<void>(read_file(directory.path()));
        }).find("Is a directory") != std::string::npos);
  CHECK(message_of([&] { sync_path(missing); }).find(missing) !=
        std::string::npos);
  CHECK(message_of([&] {
          rename_path(missing, directory / "other");
        }).find("cannot rename") == 0);
  CHECK(message_of([&] {
          write_file_synced(directory.path(), "x");
        }).find("cannot create") == 0);
}

TEST_CASE("a full disk is told with the bytes that were needed") {
  if (!std::filesystem::exists("/dev/full")) return;
  const FileDescriptor full(::open("/dev/full", O_WRONLY | O_CLOEXEC));
  REQUIRE(full.is_open());
  const std::string message =
      message_of([&] { write_all(full, "12345", "/dev/full"); });
  CHECK(message.find("write 5 bytes to /dev/full") != std::string::npos);
}

TEST_CASE("a descriptor belongs to one owner, who closes it") {
  const tests::TemporaryDirectory directory;
  FileDescriptor first = open_for_reading(directory.write("a", "a"));
  const int number = first.number();
  FileDescriptor second = std::move(first);
  CHECK(second.number() == number);
  second = open_for_reading(directory.write("b", "b"));
  CHECK(second.is_open());
  {
    const FileDescriptor last = std::move(second);
    CHECK(::fcntl(last.number(), F_GETFD) != -1);
  }
  CHECK(::fcntl(number, F_GETFD) == -1);
}

TEST_CASE("a rename replaces what was there") {
  const tests::TemporaryDirectory directory;
  const std::string from = directory.write("new", "new");
  const std::string to = directory.write("current", "old");
  rename_path(from, to);
  sync_path(directory.path());
  CHECK(read_file(to) == "new");
  CHECK_FALSE(std::filesystem::exists(from));
}

}  // namespace
}  // namespace broadsheet
