// What the elements of a page are to a reader of news: which hold prose, which
// are furniture, and what their names, roles and classes say of that.
#pragma once

#include <cstdint>
#include <string_view>

namespace broadsheet::read {

/// How an element stands in the text.
enum class HtmlShape : unsigned char {
  kBlock,      ///< Begins and ends a paragraph.
  kParagraph,  ///< <p>: a block that the next block ends.
  kItem,       ///< <li>, <dt>, <dd>, <tr>, <td> …: ended by the next of them.
  kInline,     ///< Stands within a line and may say what that part is.
  kFormatting,  ///< Stands within a line and says nothing.
  kVoid,        ///< Has no content: <br>, <img>, <meta>.
  kRaw,         ///< Its content is no markup: <script>, <title>.
  kSkipped,     ///< Its content is no prose: <nav>, <form>, <svg>.
};

enum class HtmlTag : unsigned char {
  kOther,
  kA,
  kArticle,
  kBr,
  kBody,
  kCaption,
  kDiv,
  kHeader,
  kHeading,
  kHeadingOne,
  kHead,
  kHr,
  kHtml,
  kLi,
  kLink,
  kMain,
  kMeta,
  kP,
  kScript,
  kSection,
  kTable,
  kTd,
  kTime,
  kTitle,
  kTr,
  kUl,
};

struct HtmlElement {
  HtmlTag tag = HtmlTag::kOther;
  HtmlShape shape = HtmlShape::kInline;
  std::uint8_t id = 0;  ///< One for each known name; 0 for all unknown ones.
};

inline constexpr std::size_t kHtmlElements = 128;  ///< Above every id.

/// The element called `name`, capitals or not; unknown ones stand in a line.
[[nodiscard]] HtmlElement html_element(std::string_view name);

/// What the attributes of an element say its content is.
struct HtmlHints {
  bool skipped = false;  ///< Hidden, or furniture by its class or role.
  bool body = false;     ///< The article's body.
  bool byline = false;   ///< Who wrote it, and when.
  bool deck = false;     ///< The line below the headline.
  bool caption = false;
  bool main = false;     ///< role="main".
  bool dated = false;    ///< itemprop="datePublished".
  bool updated = false;  ///< itemprop="dateModified".
  bool author = false;   ///< The author's name alone.
};

/// Reads HtmlTag attributes: class, id, role, itemprop, rel, hidden, style.
[[nodiscard]] HtmlHints html_hints(std::string_view attributes);

}  // namespace broadsheet::read
