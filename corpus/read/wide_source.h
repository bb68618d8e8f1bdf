// UTF-16 and UTF-32 files hold a zero byte in every ASCII character, so no line
// and no tag can be found in them: they become UTF-8 before they are cut.
#pragma once

#include <memory>
#include <string_view>

#include "corpus/read/byte_source.h"

namespace broadsheet::read {

/// The bytes of `source`, which are in `encoding` ("UTF-16LE", "UTF-16BE",
/// "UTF-32LE", "UTF-32BE"), as UTF-8 without a byte order mark. What is
/// malformed becomes U+FFFD.
[[nodiscard]] std::unique_ptr<ByteSource> utf8_source(
    std::unique_ptr<ByteSource> source, std::string_view encoding);

}  // namespace broadsheet::read
