// An archive's articles are those of its members, each read as a file of its
// own, archives among them included.
#include <fmt/format.h>

#include <utility>

#include "corpus/read/archive.h"
#include "corpus/read/formats.h"

namespace broadsheet::read {
namespace {

using article::Problem;

// The present member of an archive that a reader of members owns.
class MemberSource final : public ByteSource {
 public:
  MemberSource(std::shared_ptr<Archive> archive, std::string name)
      : archive_(std::move(archive)), name_(std::move(name)) {}

  std::size_t read(char* bytes, std::size_t size) override {
    return archive_->read(bytes, size);
  }
  [[nodiscard]] const std::string& name() const override { return name_; }

 private:
  std::shared_ptr<Archive> archive_;
  std::string name_;
};

// Whether a part of the path begins with a dot, or is what one system adds.
bool is_hidden(std::string_view path) {
  for (;;) {
    const std::size_t slash = path.find('/');
    const std::string_view part = path.substr(0, slash);
    if (part == "__MACOSX") return true;
    if (part.starts_with('.') && part != "." && part != "..") return true;
    if (slash == std::string_view::npos) return false;
    path.remove_prefix(slash + 1);
  }
}

class ArchiveReader final : public Reader {
 public:
  ArchiveReader(FormatInput input, ArchivePlace place)
      : path_(input.source->name()),
        source_(std::move(input.source)),
        options_(std::move(input.options)),
        place_(std::move(place)) {}

  std::optional<ReadResult> next() override {
    for (;;) {
      if (member_) {
        if (std::optional<ReadResult> result = member_->next()) {
          gave_any_ = true;
          return result;
        }
        member_.reset();
      }
      // Who spent the budget has said so.
      if (ended_ || place_.budget->is_spent()) return std::nullopt;
      try {
        std::optional<ReadResult> result = open_next();
        if (result) {
          gave_any_ = true;
          return result;
        }
      } catch (const ReadError& error) {
        ended_ = true;
        return skipped(path_, error.what());
      }
    }
  }

 private:
  static Problem skipped(std::string path, std::string reason) {
    return {
        Problem::Kind::kSkipped, {std::move(path), 0, 0}, std::move(reason)};
  }

  // Opens the next member, if it is to be read; or says why it is not.
  std::optional<ReadResult> open_next() {
    if (!archive_) {
      archive_ = std::make_shared<Archive>(std::move(source_), place_.budget,
                                           place_.depth == 0);
    }
    const std::optional<ArchiveMember> found = archive_->next();
    if (!found) {
      ended_ = true;
      if (gave_any_) return std::nullopt;
      return skipped(path_, "no file in it");
    }
    if (archive_->layers() == 0) {
      // Without this it would be looked at as its own content, without end.
      ended_ = true;
      return skipped(path_, "it begins as an archive does, but is none");
    }
    const int depth = place_.depth + archive_->layers();
    if (depth > ArchiveBudget::kDeepest) {
      ended_ = true;
      return skipped(path_, fmt::format("archives nested deeper than {}",
                                        ArchiveBudget::kDeepest));
    }
    const std::string label =
        found->name.empty() ? path_ : path_ + "!/" + found->name;
    if (found->is_link) {
      return skipped(label, "a link within an archive: not followed");
    }
    if (!found->is_file || is_hidden(found->name)) return std::nullopt;
    member_ =
        make_reader_within(std::make_unique<MemberSource>(archive_, label),
                           options_, {place_.budget, depth});
    return std::nullopt;
  }

  std::string path_;
  std::unique_ptr<ByteSource> source_;
  ReadOptions options_;
  ArchivePlace place_;
  std::shared_ptr<Archive> archive_;
  std::unique_ptr<Reader> member_;
  bool ended_ = false;
  bool gave_any_ = false;
};

}  // namespace

std::unique_ptr<Reader> archive_reader(FormatInput input, ArchivePlace place) {
  return std::make_unique<ArchiveReader>(std::move(input), std::move(place));
}

}  // namespace broadsheet::read
