// Where a text stops being JSON, and why, in words that help to mend it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace broadsheet::read {

struct JsonFault {
  std::string what;      ///< "a quotation mark is missing".
  std::size_t byte = 0;  ///< Where, from 0.
};

/// The first fault of `text` as one JSON value; nothing if it is JSON. It
/// checks what RFC 8259 says but for malformed UTF-8. Depth costs no stack.
[[nodiscard]] std::optional<JsonFault> find_json_fault(std::string_view text);

/// `text` with each "\uD800" … "\uDFFF" that is half of no pair replaced by
/// "\uFFFD", as JSON knows no other way to say it. Whether it changed shows in
/// the result being there.
[[nodiscard]] std::optional<std::string> with_surrogates_replaced(
    std::string_view text);

}  // namespace broadsheet::read
