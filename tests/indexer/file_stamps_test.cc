// Claims about file stamps: which files a run passes over, and that it misses
// no change by it.
#include "indexer/file_stamps.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <chrono>
#include <filesystem>
#include <functional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "indexer/check.h"
#include "indexer/merge_index.h"
#include "tests/indexer/index_contents.h"
#include "tests/support/temporary_directory.h"

namespace broadsheet::indexer {
namespace {

using tests::TemporaryDirectory;

constexpr std::int64_t kSecond = 1'000'000'000;

/// A file of 100 bytes that was changed a minute before it was seen.
InputFile old_file() {
  return {"a.txt",
          100,
          {.inode = 7,
           .modified = 1000 * kSecond + 5,
           .changed = 1000 * kSecond + 5,
           .seen = 1060 * kSecond}};
}

constexpr auto kAll = [](const Hash128&) { return true; };

/// The stamps that `stamps` would find in the next run, read in the same way.
FileStamps next_run(const FileStamps& stamps,
                    const std::string& reading = "any") {
  FileStamps next(reading);
  next.load(stamps.encode(kAll));
  return next;
}

TEST_CASE("a file is known again only if nothing about it has changed") {
  FileStamps first("any");
  const Hash128 article = hash128("article");
  CHECK_FALSE(first.article_of(old_file(), "/news/a.txt"));
  first.note(article, old_file(), "/news/a.txt");
  const FileStamps stamps = next_run(first);
  CHECK(stamps.article_of(old_file(), "/news/a.txt") == article);

  CHECK_FALSE(stamps.article_of(old_file(), "/news/b.txt"));
  CHECK_FALSE(next_run(first, "jsonl").article_of(old_file(), "/news/a.txt"));
  const std::vector<std::function<void(InputFile&)>> changes = {
      [](InputFile& file) { ++file.bytes; },
      [](InputFile& file) { ++file.state.inode; },
      [](InputFile& file) { ++file.state.modified; },
      [](InputFile& file) { ++file.state.changed; },
  };
  for (const auto& change : changes) {
    InputFile file = old_file();
    change(file);
    CHECK_FALSE(stamps.article_of(file, "/news/a.txt"));
  }
  InputFile later = old_file();
  later.state.seen += kSecond;
  CHECK(stamps.article_of(later, "/news/a.txt") == article);
}

TEST_CASE("a file that was just changed gets no stamp: it may change unseen") {
  struct Case {
    std::int64_t changed;
    std::int64_t modified;
    bool has_stamp;
  };
  const std::int64_t seen = 1060 * kSecond;
  for (const Case& each : std::vector<Case>{
           {seen - 40'000'000, seen - 10 * kSecond, false},
           {seen - 60'000'000, seen - 10 * kSecond, true},
           {seen - 60'000'000, seen - 40'000'000, false},
           // A file system of whole seconds.
           {seen - 2 * kSecond, seen - 2 * kSecond, false},
           {seen - 3 * kSecond, seen - 3 * kSecond, true},
           // A clock that is ahead of ours.
           {seen + kSecond + 1, seen + kSecond + 1, false},
       }) {
    CAPTURE(each.changed - seen);
    InputFile file = old_file();
    file.state.changed = each.changed;
    file.state.modified = each.modified;
    FileStamps stamps("any");
    stamps.note(hash128("article"), file, "/a");
    CHECK(next_run(stamps).article_of(file, "/a").has_value() ==
          each.has_stamp);
  }
}

TEST_CASE("an article has one stamp, that of its last file, or none") {
  FileStamps stamps("any");
  const Hash128 article = hash128("article");
  stamps.note(article, old_file(), "/a");
  stamps.note(article, old_file(), "/b");
  CHECK_FALSE(next_run(stamps).article_of(old_file(), "/a"));
  CHECK(next_run(stamps).article_of(old_file(), "/b") == article);
  stamps.forget(article);
  CHECK(stamps.encode(kAll).empty());

  stamps.note(article, old_file(), "/a");
  FileStamps next = next_run(stamps);
  next.note(hash128("other"), old_file(), "/b");
  CHECK(next.encode(kAll).size() == 2 * stamps.encode(kAll).size());
  CHECK(next.encode([&](const Hash128& each) { return each == article; }) ==
        stamps.encode(kAll));
}

TEST_CASE("stamps that are not whole are left out") {
  FileStamps stamps("any");
  stamps.note(hash128("article"), old_file(), "/a");
  const std::string bytes = stamps.encode(kAll);
  FileStamps next("any");
  next.load(bytes + bytes.substr(1));
  CHECK(next.article_of(old_file(), "/a"));
  CHECK(next.encode(kAll) == bytes);
}

// Long enough after the last change that files get stamps.
void let_files_settle() {
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
}

std::string text(const std::string& headline) {
  return headline + "\n\nThe harbour was closed on Monday.\n";
}

TEST_CASE("a second run passes over files that have not changed") {
  const TemporaryDirectory directory;
  directory.write("news/a.txt", text("Harbour closed"));
  directory.write("news/b.txt", text("Ferry sails"));
  directory.write("news/c.jsonl", line("one", "Canal", "It is open.") +
                                      line("two", "Bridge", "It is closed."));
  let_files_settle();
  const Options options =
      run_options(directory / "index", {directory / "news"});
  const Outcome first = run(options);
  REQUIRE(first.tally.indexed == 4);

  const Outcome second = run(options);
  CHECK(accounts(second) ==
        "indexed 0 updated 0 unchanged 4 duplicate 0 skipped 0 seen 4");
  CHECK_FALSE(second.published);
  // Only the file of several articles was read.
  CHECK(second.tally.bytes ==
        std::filesystem::file_size(directory / "news/c.jsonl"));

  Options reread = options;
  reread.reread = true;
  const Outcome third = run(reread);
  CHECK(accounts(third) == accounts(second));
  CHECK(third.tally.bytes == first.tally.bytes);

  Options pruning = options;
  pruning.prune = true;
  const Outcome fourth = run(pruning);
  CHECK(fourth.removed == 0);
  CHECK(accounts(fourth) == accounts(second));

  Options mapped = options;
  REQUIRE(mapped.reading.fields.assign("headline=kicker").empty());
  CHECK(run(mapped).tally.bytes == first.tally.bytes);
}

TEST_CASE("a change is found though size and time of content are the same") {
  const TemporaryDirectory directory;
  const std::string path = directory.write("a.txt", text("Harbour closed"));
  let_files_settle();
  const Options options = run_options(directory / "index", {path});
  static_cast<void>(run(options));
  const auto modified = std::filesystem::last_write_time(path);
  directory.write("a.txt", text("Harbour opened"));
  std::filesystem::last_write_time(path, modified);
  CHECK(accounts(run(options)) ==
        "indexed 0 updated 1 unchanged 0 duplicate 0 skipped 0 seen 1");
}

TEST_CASE("two files that tell of one article: the last of a run counts") {
  const TemporaryDirectory directory;
  const std::string a = directory.write("a.jsonl", flood());
  const std::string b = directory.write("b.jsonl", corrected_flood());
  let_files_settle();
  const std::string index = directory / "index";
  static_cast<void>(run(run_options(index, {a})));
  CHECK(run(run_options(index, {a})).tally.bytes == 0);
  static_cast<void>(run(run_options(index, {b})));
  const auto corrected = contents_of(index);
  CHECK(run(run_options(index, {b})).tally.bytes == 0);
  // The file has not changed, but what the index holds is not its article.
  CHECK(accounts(run(run_options(index, {a}))) ==
        "indexed 0 updated 1 unchanged 0 duplicate 0 skipped 0 seen 1");
  const Outcome both = run(run_options(index, {a, b}));
  CHECK(accounts(both) ==
        "indexed 0 updated 1 unchanged 0 duplicate 1 skipped 0 seen 2");
  CHECK(contents_of(index) == corrected);
}

TEST_CASE("a file with a fault is read, and told of, in every run") {
  const TemporaryDirectory directory;
  const std::string path = directory.write(
      "a.jsonl", R"({"id": "a", "title": "Canal", "body": "A \u0000 b."})");
  let_files_settle();
  const Options options = run_options(directory / "index", {path});
  CHECK(run(options).tally.warnings == 1);
  const Outcome again = run(options);
  CHECK(again.tally.warnings == 1);
  CHECK(again.tally.unchanged == 1);
}

TEST_CASE("without its stamps an index is as good, and only read again") {
  const TemporaryDirectory directory;
  const std::string path = directory.write("a.txt", text("Harbour closed"));
  let_files_settle();
  const Options options = run_options(directory / "index", {path});
  const Outcome first = run(options);
  const std::string stamps = directory / "index/stamps-000001";
  REQUIRE(std::filesystem::exists(stamps));
  const std::string bytes = tests::content_of(stamps);
  Options check = options;
  check.full = true;
  CHECK(check_index(check).faults.empty());

  std::string changed = bytes;
  changed.back() = static_cast<char>(changed.back() ^ 1);
  directory.write("index/stamps-000001", changed);
  CHECK(run(options).tally.bytes == first.tally.bytes);
  CHECK(check_index(check).faults.size() == 1);
  std::filesystem::remove(stamps);
  CHECK(run(options).tally.bytes == first.tally.bytes);
  CHECK(check_index(check).faults.size() == 1);
  directory.write("index/stamps-000001", bytes);
  CHECK(check_index(check).faults.empty());
}

TEST_CASE("stamps outlast runs over other paths, and merges") {
  const TemporaryDirectory directory;
  const std::string a = directory.write("a.txt", text("Harbour closed"));
  const std::string b = directory.write("b.txt", text("Ferry sails"));
  let_files_settle();
  const std::string index = directory / "index";
  static_cast<void>(run(run_options(index, {a})));
  static_cast<void>(run(run_options(index, {b})));
  CHECK(run(run_options(index, {a, b})).tally.bytes == 0);
  static_cast<void>(merge_index(run_options(index, {})));
  CHECK(run(run_options(index, {a, b})).tally.bytes == 0);
}

}  // namespace
}  // namespace broadsheet::indexer
