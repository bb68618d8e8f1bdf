// The escaping function of the terminal and of plain output: whatever came
// from an article, a file name, a query or an error passes through it, so that
// no text from outside can move the cursor, set a title, write the clipboard
// or turn the line around.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

/// `text` as it may be shown on one line: ESC becomes U+241B (␛); every other
/// C0 control becomes its picture U+2400+c, DEL ␡, a C1 control \x80 … \x9f,
/// a malformed byte \xHH, and an invisible or direction-changing character
/// (bidi controls, zero-width characters, tags, line separators) \u{HEX}.
/// A tab or line break becomes one blank. Zero-width joiners between letters
/// and emoji stay, as several scripts need them.
[[nodiscard]] std::string visible(std::string_view text);

}  // namespace broadsheet
