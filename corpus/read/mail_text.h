// The encodings of mail: bodies in base64 and quoted-printable, headers in
// "=?utf-8?Q?…?=".
#pragma once

#include <string>
#include <string_view>

namespace broadsheet::read {

/// The bytes that `text` stands for; signs that are no base64 are passed over.
[[nodiscard]] std::string decode_base64(std::string_view text);

/// The bytes that `text` stands for; what is malformed is kept as it is. With
/// `header`, as in headers: '_' is a blank.
[[nodiscard]] std::string decode_quoted_printable(std::string_view text,
                                                  bool header);

/// A header's value in UTF-8, its encoded words decoded. What is in none is
/// taken for UTF-8, or for what it looks like.
[[nodiscard]] std::string decode_header(std::string_view value);

/// The name in "Ada Quill <ada@kelmar.example>" or "ada@… (Ada Quill)"; the
/// address if there is no name. Of several, the first.
[[nodiscard]] std::string sender_name(std::string_view decoded);

}  // namespace broadsheet::read
