// The stories of a generation: which of its articles tell the same one. A file
// of the index, written anew with each generation, as an article that comes in
// may join stories of articles that lie in segments nobody touches. Only
// stories of several articles are in it. docs/index-format.md specifies the
// bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/base/checksum.h"
#include "corpus/base/mapped_file.h"

namespace broadsheet::schema {

/// An article of a story: where it is, and who.
struct StoryMember {
  std::uint32_t segment = 0;  ///< Its place in Manifest::segments, from 0.
  std::uint32_t docid = 0;    ///< Within the segment.
  Hash128 identity;           ///< Identity::id.

  friend bool operator==(const StoryMember&, const StoryMember&) = default;
};

/// The articles that tell one story, the leading one first.
using Story = std::vector<StoryMember>;

/// The file for `stories`, each of at least two articles; "" if there are none.
[[nodiscard]] std::string encode_stories(const std::vector<Story>& stories);

/// The inverse, looked into where it lies. Whatever the bytes are, nothing
/// outside of them is read. Copies share them.
class StoryTable {
 public:
  /// A table of no stories.
  StoryTable() = default;

  /// Looks at each number. Throws Error (kIndex) naming `path` if `bytes` are
  /// no such file.
  StoryTable(std::string bytes, std::string path);

  /// Looks at the head alone, so that opening costs nothing that grows with the
  /// file: what is wrong elsewhere is met where it is read. Throws Error
  /// (kIndex) naming `path` if `file` is none of the size that its head gives.
  StoryTable(MappedFile file, std::string path);

  [[nodiscard]] std::uint32_t stories() const { return stories_; }
  [[nodiscard]] std::uint32_t members() const { return members_; }

  /// The number of the article's story, from 0; nothing if it alone tells it.
  /// This and the next throw Error (kIndex) where they meet a wrong number.
  [[nodiscard]] std::optional<std::uint32_t> story_of(
      std::uint32_t segment, std::uint32_t docid) const;

  /// The articles of `story`, which is below stories(), the leading one first.
  [[nodiscard]] Story articles_of(std::uint32_t story) const;

 private:
  void read_head();
  void check(bool is_sound) const;
  [[nodiscard]] std::uint32_t number_at(std::size_t offset) const;
  [[nodiscard]] std::uint32_t first_of(std::uint32_t story) const;
  [[nodiscard]] StoryMember member(std::uint32_t number) const;
  [[nodiscard]] std::uint32_t by_place(std::uint32_t index) const;

  std::shared_ptr<const void> owner_;  // Of the bytes.
  std::string_view bytes_;
  std::string path_;
  std::uint32_t stories_ = 0;
  std::uint32_t members_ = 0;
};

}  // namespace broadsheet::schema
