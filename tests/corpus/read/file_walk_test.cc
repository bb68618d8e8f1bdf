// Claims about what lies below a path, and about opening it.
#include "corpus/read/file_walk.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>
#include <filesystem>
#include <string>
#include <vector>

#include "corpus/base/file.h"
#include "corpus/read/open_path.h"
#include "corpus/read/reader.h"
#include "tests/support/temporary_directory.h"

namespace broadsheet::read {
namespace {

/// What a walk below `paths` visits, a line each; `root` is cut off.
std::string visited(const std::vector<std::string>& paths,
                    const std::string& root) {
  std::string text;
  const auto below = [&](const std::string& path) {
    return path.starts_with(root) ? path.substr(root.size()) : path;
  };
  walk_files(paths,
             {[&](const std::string& path) { text += below(path) + '\n'; },
              [&](const article::Problem& problem) {
                CHECK(problem.kind == article::Problem::Kind::kSkipped);
                text +=
                    below(problem.origin.path) + ": " + problem.reason + '\n';
              }});
  return text;
}

/// Why `path` is not read; "" if it is.
std::string refusal(const std::string& path) {
  const auto opened = open_file(path, {});
  const auto* problem = std::get_if<article::Problem>(&opened);
  if (problem == nullptr) return {};
  CHECK(problem->origin.path == path);
  return problem->reason;
}

constexpr std::string_view kLinkReason =
    ": a symbolic link, not followed: name it to read what it points to\n";

TEST_CASE("directories are walked in the order of their names' bytes") {
  const tests::TemporaryDirectory directory;
  for (const char* name : {"b.txt", "a/2", "a/10", "a.txt", "Z", "ä", "c/d/e",
                           ".hidden", ".git/config", "a/.x"}) {
    directory.write(name, "x");
  }
  const std::string& root = directory.path();
  CHECK(visited({root}, root + '/') ==
        "Z\na/10\na/2\na.txt\nb.txt\nc/d/e\nä\n");
  CHECK(visited({root + '/'}, root + '/') == visited({root}, root + '/'));
}

TEST_CASE("what the user named is read, hidden or not, once a directory") {
  const tests::TemporaryDirectory directory;
  directory.write(".news/1", "x");
  directory.write(".news/below/2", "x");
  directory.write("one", "x");
  const std::string root = directory.path() + '/';
  CHECK(visited({root + "one", root + ".news/below", root + ".news",
                 root + ".news"},
                root) == "one\n.news/below/2\n.news/1\n");
}

TEST_CASE("what is missing or no file is told of, and the walk goes on") {
  const tests::TemporaryDirectory directory;
  directory.write("a", "x");
  directory.write("z", "x");
  const std::string root = directory.path() + '/';
  REQUIRE(::mkfifo((root + "fifo").c_str(), 0600) == 0);
  CHECK(visited({root + "gone", root}, root) ==
        "gone: there is no such file\na\nfifo: not a regular file\nz\n");
  CHECK(visited({root + "fifo"}, root) == "fifo: not a regular file\n");
  CHECK(visited({"/dev/null"}, "") == "/dev/null: not a regular file\n");
  CHECK(visited({""}, "") == ": there is no such file\n");
  CHECK(visited({root + "a/b"}, root) ==
        "a/b: a part of its path is not a directory\n");
}

TEST_CASE("links are followed where they are named, and nowhere else") {
  const tests::TemporaryDirectory directory;
  const std::string root = directory.path() + '/';
  directory.write("real/1", "x");
  std::filesystem::create_directory_symlink("real", root + "link");
  std::filesystem::create_symlink("real/1", root + "one");
  std::filesystem::create_symlink("one", root + "two");
  std::filesystem::create_symlink("gone", root + "broken");
  std::filesystem::create_symlink("loop", root + "loop");
  std::filesystem::create_directory_symlink("..", root + "real/up");
  CHECK(visited({root + "link"}, root) ==
        "link/1\nlink/up" + std::string(kLinkReason));
  CHECK(visited({root + "one", root + "two"}, root) == "real/1\nreal/1\n");
  CHECK(visited({root + "broken"}, root) == "broken: there is no such file\n");
  CHECK(visited({root + "loop"}, root) ==
        "loop: a symbolic link, or a chain of them without end\n");
  CHECK(visited({root + "real"}, root) ==
        "real/1\nreal/up" + std::string(kLinkReason));
}

TEST_CASE("names are bytes") {
  const tests::TemporaryDirectory directory;
  directory.write("line\nbreak", "x");
  directory.write("bad\xFFname", "x");
  const std::string root = directory.path() + '/';
  CHECK(visited({root}, root) == "bad\xFFname\nline\nbreak\n");
}

TEST_CASE("a tree 5,000 deep, beyond the system's longest path, is walked") {
  const tests::TemporaryDirectory directory;
  std::string path = directory.path();
  FileDescriptor at(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  constexpr int kDepth = 5000;
  for (int depth = 0; depth < kDepth; ++depth) {
    REQUIRE(::mkdirat(at.number(), "d", 0700) == 0);
    at = FileDescriptor(
        ::openat(at.number(), "d", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    REQUIRE(at.is_open());
    path += "/d";
  }
  const FileDescriptor file(
      ::openat(at.number(), "deep.txt", O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
  write_all(file, "Rain fell.\n", "deep.txt");
  CHECK(visited({directory.path()}, path) == "/deep.txt\n");
  CHECK(refusal(path + "/deep.txt") == "");
  // Removing it as a whole would take as many descriptors as it is deep.
  for (int depth = kDepth; depth > 0; --depth) {
    const auto opened = open_path(path, true);
    REQUIRE(std::holds_alternative<FileDescriptor>(opened));
    const int number = std::get<FileDescriptor>(opened).number();
    if (depth == kDepth) ::unlinkat(number, "deep.txt", 0);
    if (depth < kDepth) ::unlinkat(number, "d", AT_REMOVEDIR);
    path.resize(path.size() - 2);
  }
}

TEST_CASE("opening never blocks, never follows, and says why not") {
  const tests::TemporaryDirectory directory;
  const std::string root = directory.path() + '/';
  REQUIRE(::mkfifo((root + "fifo").c_str(), 0600) == 0);
  std::filesystem::create_symlink("file", root + "link");
  directory.write("file", "Rain fell.");
  const FileDescriptor socket(::socket(AF_UNIX, SOCK_STREAM, 0));
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const std::string name = root + "socket";
  REQUIRE(name.size() < sizeof address.sun_path);
  std::memcpy(address.sun_path, name.c_str(), name.size() + 1);
  REQUIRE(::bind(socket.number(), reinterpret_cast<sockaddr*>(&address),
                 sizeof address) == 0);
  CHECK(refusal(root + "file") == "");
  CHECK(refusal(root + "fifo") == "not a regular file");
  CHECK(refusal(root + "link") ==
        "a symbolic link, or a chain of them without end");
  CHECK(refusal(root + "socket") ==
        "not a regular file but a socket or device");
  CHECK(refusal(directory.path()) == "a directory");
  CHECK(refusal("/dev/null") == "not a regular file");
  CHECK(refusal(root + "gone") == "there is no such file");
  CHECK(refusal(std::string("a\0b", 3)) ==
        "cannot be opened: Invalid argument");
  CHECK(refusal(std::string(300, 'n')) ==
        "its name is too long for this system");
  if (::geteuid() != 0) {
    std::filesystem::permissions(root + "file", std::filesystem::perms::none);
    CHECK(refusal(root + "file") == "no permission to read it");
  }
}

}  // namespace
}  // namespace broadsheet::read
