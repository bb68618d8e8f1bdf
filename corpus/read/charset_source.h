// A stream in any charset as a stream of UTF-8, for formats whose records can't
// be found before they are decoded.
#pragma once

#include <memory>
#include <string>

#include "corpus/read/byte_source.h"

namespace broadsheet::read {

/// The bytes of `source`, which are in `charset`, as valid UTF-8 without a byte
/// order mark; what is malformed becomes U+FFFD, NUL a blank. A charset that
/// ICU does not know is taken for UTF-8. Throws Error if ICU's converters can't
/// be loaded.
[[nodiscard]] std::unique_ptr<ByteSource> charset_source(
    std::unique_ptr<ByteSource> source, const std::string& charset);

}  // namespace broadsheet::read
