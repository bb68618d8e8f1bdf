// What a text is, by the signs of its format in its first bytes and, where they
// leave it open, by its name.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "corpus/read/reader.h"

namespace broadsheet::read {

/// The format of the file that begins with `text` and is called `name`; or why
/// it is none that is read. What shows no signs is plain text.
[[nodiscard]] std::variant<Format, std::string> shown_format(
    std::string_view text, std::string_view name);

}  // namespace broadsheet::read
