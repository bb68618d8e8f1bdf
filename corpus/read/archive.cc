// libarchive with the formats and filters that are named here and no others:
// some of its own would start programs.
#include "corpus/read/archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <exception>
#include <new>
#include <utility>
#include <vector>

namespace broadsheet::read {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kArchivePiece = std::size_t{1} << 16;
// 7z has its list at its end: without a way back it must be held in memory.
constexpr std::size_t kMostHeld = std::size_t{256} << 20;
constexpr std::string_view kSevenZip = "7z\xBC\xAF\x27\x1C"sv;

}  // namespace

void ArchiveBudget::end(const std::string& reason) {
  spent_ = true;
  throw ReadError(reason + ": not read on");
}

void ArchiveBudget::add_out(std::uint64_t bytes) {
  out_ += bytes;
  if (out_ > kFreeBytes && out_ > in_ * kMostTimes) {
    end(fmt::format("what comes out of it is more than {} times its size",
                    kMostTimes));
  }
  if (out_ > std::max(kMostBytes, in_ * kUsualTimes)) {
    end(fmt::format("more than {} MiB come out of it, over {} times its size",
                    kMostBytes >> 20, kUsualTimes));
  }
}

void ArchiveBudget::add_entry() {
  if (++entries_ > kMostEntries) {
    end(fmt::format("more than {} entries are in it", kMostEntries));
  }
}

bool is_archive(std::string_view head) {
  constexpr std::array kSigns = {"\x1F\x8B\x08"sv,
                                 "\xFD"
                                 "7zXZ\0"sv,
                                 "\x28\xB5\x2F\xFD"sv, "PK\x03\x04"sv,
                                 kSevenZip};
  if (std::any_of(kSigns.begin(), kSigns.end(), [&](std::string_view sign) {
        return head.starts_with(sign);
      })) {
    return true;
  }
  // "BZh" alone may begin a text; the size and the sign of a block follow.
  constexpr std::string_view kBlock = "1AY&SY";
  if (head.starts_with("BZh") && head.size() > 4 &&
      head.substr(4).starts_with(kBlock)) {
    return true;
  }
  constexpr std::size_t kTarSign = 257;
  return head.size() > kTarSign && head.substr(kTarSign).starts_with("ustar"sv);
}

// What libarchive's callbacks are given. An exception must not cross its code:
// it waits here.
struct Archive::Input {
  std::unique_ptr<ByteSource> source;
  ArchiveBudget* counts = nullptr;  // Only of the outermost archive.
  std::vector<char> piece = std::vector<char>(kArchivePiece);
  std::uint64_t at = 0;
  std::exception_ptr error;

  static la_ssize_t read(::archive* a, void* data, const void** bytes) {
    auto& input = *static_cast<Input*>(data);
    try {
      const std::size_t got =
          input.source->read(input.piece.data(), input.piece.size());
      input.at += got;
      if (input.counts != nullptr) input.counts->add_in(got);
      *bytes = input.piece.data();
      return static_cast<la_ssize_t>(got);
    } catch (...) {
      input.error = std::current_exception();
      archive_set_error(a, EIO, "cannot be read");
      return ARCHIVE_FATAL;
    }
  }

  static la_int64_t seek(::archive* a, void* data, la_int64_t offset,
                         int whence) {
    auto& input = *static_cast<Input*>(data);
    try {
      const auto size =
          static_cast<la_int64_t>(input.source->size().value_or(0));
      la_int64_t target = offset;
      if (whence == SEEK_CUR) target += static_cast<la_int64_t>(input.at);
      if (whence == SEEK_END) target += size;
      target = std::clamp<la_int64_t>(target, 0, size);
      if (!input.source->seek(static_cast<std::uint64_t>(target))) {
        return ARCHIVE_FATAL;
      }
      input.at = static_cast<std::uint64_t>(target);
      return target;
    } catch (...) {
      input.error = std::current_exception();
      archive_set_error(a, EIO, "cannot be read");
      return ARCHIVE_FATAL;
    }
  }
};

Archive::Archive(std::unique_ptr<ByteSource> source,
                 std::shared_ptr<ArchiveBudget> budget, bool outermost)
    : input_(std::make_unique<Input>()), budget_(std::move(budget)) {
  bool seekable = source->size().has_value() && source->seek(0);
  if (!seekable) {
    std::string head = read_up_to(*source, kSevenZip.size());
    if (head == kSevenZip) {
      head += read_up_to(*source, kMostHeld);
      if (head.size() > kMostHeld) {
        throw ReadError("a 7z archive within another, too long to be held");
      }
      source = memory_source(std::move(head), source->name());
      seekable = true;
    } else {
      source = source_after(std::move(head), std::move(source));
    }
  }
  input_->source = std::move(source);
  if (outermost) input_->counts = budget_.get();

  archive_ = archive_read_new();
  if (archive_ == nullptr) throw std::bad_alloc();
  archive_read_support_filter_gzip(archive_);
  archive_read_support_filter_bzip2(archive_);
  archive_read_support_filter_xz(archive_);
  archive_read_support_filter_zstd(archive_);
  archive_read_support_format_tar(archive_);
  archive_read_support_format_zip(archive_);
  archive_read_support_format_7zip(archive_);
  archive_read_support_format_raw(archive_);
  archive_read_support_format_empty(archive_);
  archive_read_set_callback_data(archive_, input_.get());
  archive_read_set_read_callback(archive_, Input::read);
  if (seekable) archive_read_set_seek_callback(archive_, Input::seek);
  if (archive_read_open1(archive_) != ARCHIVE_OK) {
    try {
      fail("opened");
    } catch (...) {
      archive_read_free(archive_);
      throw;
    }
  }
}

Archive::~Archive() { archive_read_free(archive_); }

void Archive::fail(const char* doing) {
  if (input_->error) std::rethrow_exception(input_->error);
  const char* why = archive_error_string(archive_);
  throw ReadError(fmt::format("an archive that can't be {}: {}", doing,
                              why == nullptr ? "damaged" : why));
}

std::optional<ArchiveMember> Archive::next() {
  pass_over_rest();
  archive_entry* entry = nullptr;
  const int result = archive_read_next_header(archive_, &entry);
  if (result == ARCHIVE_EOF) return std::nullopt;
  if (result < ARCHIVE_WARN) fail("read on");
  in_member_ = true;
  budget_->add_entry();
  ArchiveMember member;
  const auto type = archive_entry_filetype(entry);
  member.is_link = type == AE_IFLNK || archive_entry_hardlink(entry) != nullptr;
  // Zip need not tell the type; a name that ends in a slash is a directory's.
  member.is_file = type == AE_IFREG || (type == 0 && !member.is_link);
  if (archive_format(archive_) == ARCHIVE_FORMAT_RAW) {
    member.is_file = true;
    return member;
  }
  const char* name = archive_entry_pathname_utf8(entry);
  if (name == nullptr) name = archive_entry_pathname(entry);
  member.name = name == nullptr ? "unnamed" : name;
  if (member.name.ends_with('/')) member.is_file = false;
  return member;
}

std::size_t Archive::read(char* bytes, std::size_t size) {
  const la_ssize_t got = archive_read_data(archive_, bytes, size);
  if (got < 0) {
    // The next member may be sound.
    in_member_ = false;
    fail("read on");
  }
  budget_->add_out(static_cast<std::uint64_t>(got));
  if (got == 0) in_member_ = false;
  return static_cast<std::size_t>(got);
}

// libarchive would pass over it as well, but without counting.
void Archive::pass_over_rest() {
  std::array<char, kArchivePiece / 4> piece{};
  while (in_member_) {
    if (read(piece.data(), piece.size()) == 0) return;
  }
}

int Archive::layers() const {
  const int filters = archive_filter_count(archive_) - 1;
  const bool raw = archive_format(archive_) == ARCHIVE_FORMAT_RAW;
  return filters + (raw ? 0 : 1);
}

}  // namespace broadsheet::read
