// The term list of an article, a tag of the termlist table; its key is the
// docid. Deletions and updates by stock Xapian need it.
//
//   varint length of the article, varint number of terms
//   first term: byte length, term, varint wdf
//   each following one, in ascending order:
//     byte  (wdf + 1) × (bytes of the previous term + 1) + reused, if that is
//           below 256; else reused: how many bytes are those of the previous
//     byte  bytes that follow
//     …     the rest of the term
//     varint wdf, if the first byte does not have it
//
// An article without terms has an empty tag.
//
// Which value slots an article uses is a second entry, key docid 00:
//
//   varint slot - previous slot - 1, for each in ascending order; the first
//   counts from -1
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace broadsheet::glass {

/// Builds the tags of term lists, one after the other.
class TermListEncoder {
 public:
  /// Begins the list of an article of `terms` terms whose wdfs sum up to
  /// `length`.
  void start(std::uint32_t length, std::uint32_t terms);

  /// Adds the next term: at most 255 bytes, greater than the one before.
  /// `term` must stay as it is until the next call.
  void add(std::string_view term, std::uint32_t wdf);

  /// The tag. Valid until the next start().
  [[nodiscard]] std::string_view tag() const {
    return std::string_view(buffer_).substr(0, size_);
  }

 private:
  char* room(std::size_t most);
  void written_to(const char* end);

  std::string buffer_;
  std::size_t size_ = 0;  // Of the tag.
  std::string_view previous_;
  bool first_ = true;
};

/// Reads a tag. Throws Error (kIndex) where it is no term list.
class TermListReader {
 public:
  /// `tag`, inflated if it was deflated, must outlive the reader.
  explicit TermListReader(std::string_view tag);

  /// The length of the article: what its wdfs should sum up to.
  [[nodiscard]] std::uint64_t length() const { return length_; }

  /// Goes to the next term, at first to the first one; false at the end.
  bool next();

  /// Valid until next().
  [[nodiscard]] std::string_view term() const { return term_; }
  [[nodiscard]] std::uint64_t wdf() const { return wdf_; }

 private:
  std::uint64_t take_number();
  std::size_t take_byte();

  std::string_view rest_;
  std::uint64_t length_ = 0;
  std::uint64_t left_ = 0;  // Terms.
  std::string term_;
  std::uint64_t wdf_ = 0;
};

/// The tag that says which slots are used, `slots` ascending, at least one.
[[nodiscard]] std::string encode_used_slots(
    std::span<const std::uint32_t> slots);

}  // namespace broadsheet::glass
