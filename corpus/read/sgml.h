// SGML as news archives have it: tags, attributes and character references,
// read by hand. The archives hold control characters, references to them and
// bare '<', which stop an XML parser and are altered by an HTML parser.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/base/span.h"

namespace broadsheet::read {

/// A tag in a text: "<NAME attributes>" or "</NAME>".
struct Tag {
  std::string_view name;  ///< As written; compare with same_name.
  std::string_view attributes;
  bool closing = false;
  Span bytes;  ///< From '<' to behind '>'.
};

/// An element: its start tag and what stands between its tags.
struct Element {
  Tag start;
  Span content;         ///< Range of the text.
  std::size_t end = 0;  ///< Behind its end tag.
};

/// The first tag that starts at or behind `from`. A '<' that starts no tag (no
/// letter behind it, another '<' before its '>', or no '>' within 4,096 bytes)
/// is text; declarations, and comments without a '<' in them ("<!…>", "<?…>"),
/// are passed over.
[[nodiscard]] std::optional<Tag> next_tag(std::string_view text,
                                          std::size_t from);

/// The first element `name` that starts at or behind `from`. One without an end
/// tag, or with another of its name before it, reaches to the next start tag of
/// any name, or to the end of `text`.
[[nodiscard]] std::optional<Element> find_element(std::string_view text,
                                                  std::string_view name,
                                                  std::size_t from = 0);

/// The value of attribute `name` in Tag::attributes, references replaced; "" if
/// it is not there.
[[nodiscard]] std::string attribute(std::string_view attributes,
                                    std::string_view name);

/// `text` with character references replaced ("&lt;", "&#233;", "&eacute;");
/// unknown ones stay as they are. Control characters, written so or as bytes,
/// become a blank, except tab and line break. Tags are left as they are.
[[nodiscard]] std::string decode_references(std::string_view text);

/// Whether `text` holds more than tags, declarations, white space and byte
/// order marks.
[[nodiscard]] bool has_text(std::string_view text);

}  // namespace broadsheet::read
