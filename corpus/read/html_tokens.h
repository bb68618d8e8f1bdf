// The tags and texts of an HTML page, one after another, as a browser would
// tell them apart; what they mean together is the caller's matter.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace broadsheet::read {

/// A tag, or a text between tags. All views are of the page.
struct HtmlToken {
  enum class Kind : unsigned char { kText, kStart, kEnd };
  Kind kind = Kind::kText;
  std::string_view name;        ///< Of a tag, as written.
  std::string_view attributes;  ///< Of a start tag: see attribute().
  std::string_view text;        ///< Of a text, references not replaced.
};

/// Goes through a page once; its time is linear in the page, whatever is
/// missing in it. Comments, declarations and processing instructions are passed
/// over; a CDATA section is text.
class HtmlTokens {
 public:
  /// `page` is valid UTF-8 and must outlive the tokens.
  explicit HtmlTokens(std::string_view page) : page_(page) {}

  /// The next token; nothing at the end.
  [[nodiscard]] std::optional<HtmlToken> next();

  /// What stands up to the end tag of `name` ("script", "style", "title",
  /// "textarea"), whose start tag was the last token; goes on behind the end
  /// tag. Without one it is nothing and the page goes on as it is, but for a
  /// script or a style, which take all that is left.
  [[nodiscard]] std::string_view raw_text(std::string_view name);

 private:
  [[nodiscard]] bool opens_tag(std::size_t at) const;
  [[nodiscard]] std::size_t behind_markup(std::size_t at);
  [[nodiscard]] std::size_t find_once(std::string_view sign, std::size_t from,
                                      bool& missing) const;

  std::string_view page_;
  std::size_t at_ = 0;
  // What was looked for in vain is not looked for again.
  bool no_comment_end_ = false;
  bool no_section_end_ = false;
  std::array<bool, 4> no_end_tag_ = {};
};

}  // namespace broadsheet::read
