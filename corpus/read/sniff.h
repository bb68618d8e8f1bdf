// What a file is, told by its first bytes and, where they leave it open, by its
// name; and why it is not read, if it is nothing that can be.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/read/reader.h"

namespace broadsheet::read {

/// How much of a file is looked at, in bytes.
inline constexpr std::size_t kSniffBytes = std::size_t{1} << 16;

struct Sniffed {
  /// It is compressed or an archive, and what is in it is to be looked at.
  bool archive = false;
  /// The format; nothing if the file is an archive or not to be read.
  std::optional<Format> format;
  /// Why it is not read, for people; else empty.
  std::string reason;
  /// "UTF-16LE" and the like where the bytes must be converted before they are
  /// cut into records; else empty.
  std::string_view wide_encoding;
  /// The charset that the bytes look like if they are not UTF-8, else empty.
  std::string charset;
};

/// Looks at `head`, the first kSniffBytes of a file or all of it, and its
/// `name`. If the user has `wanted` a format it is that one, unless the bytes
/// are empty or no text at all. Throws Error if ICU can't be loaded.
[[nodiscard]] Sniffed sniff(std::string_view head, std::string_view name,
                            std::optional<Format> wanted);

}  // namespace broadsheet::read
