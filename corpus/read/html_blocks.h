// A page as a list of blocks of text, each with what it takes to tell prose
// from furniture: where it stands, how much of it is links, how much a byline.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/article/article.h"
#include "corpus/base/span.h"
#include "corpus/read/html_elements.h"

namespace broadsheet::read {

struct HtmlBlock {
  enum class Kind : unsigned char { kProse, kHeading, kHeadingOne, kItem };
  Span bytes;  ///< Of HtmlBlocks::text.
  std::uint32_t container = 0;
  std::uint32_t link_bytes = 0;
  std::uint32_t byline_bytes = 0;
  Kind kind = Kind::kProse;
  bool caption = false;
  bool deck = false;
};

/// An element that holds blocks; container 0 is the page.
struct HtmlContainer {
  std::uint32_t parent = 0;
  HtmlTag tag = HtmlTag::kOther;
  bool body = false;  ///< Says itself that it holds the article's body.
  bool main = false;
};

struct HtmlBlocks {
  std::string text;
  std::vector<HtmlBlock> blocks;          ///< In reading order.
  std::vector<HtmlContainer> containers;  ///< Parents before children.
};

/// Takes the elements of a page in order. Elements nested deeper than 512 are
/// flattened, so that memory and time stay linear.
class HtmlBlockBuilder {
 public:
  /// With `trusting_classes` false, the class of an element hides nothing: for
  /// pages whose whole article stands in a "widget".
  explicit HtmlBlockBuilder(bool trusting_classes);

  void start(const HtmlElement& element, const HtmlHints& hints);
  void end(const HtmlElement& element);
  void line_break();
  /// A text with references; whether it is shown and not skipped.
  void text(std::string_view markup);

  /// Whether what comes now is skipped, and whether it stands in an <article>.
  [[nodiscard]] bool skipping() const { return top().skipped; }
  [[nodiscard]] bool in_article() const { return counts_article_ > 0; }

  [[nodiscard]] HtmlBlocks take();

 private:
  struct Open {
    HtmlElement element;
    std::uint32_t container = 0;
    bool skipped = false;
    bool byline = false;
    bool caption = false;
    bool deck = false;
  };

  [[nodiscard]] const Open& top() const { return open_.back(); }
  void push(const HtmlElement& element, const HtmlHints& hints);
  void pop_to(std::size_t depth);
  void end_implied(const HtmlElement& element);
  void end_block();

  bool trusting_classes_;
  HtmlBlocks page_;
  std::vector<Open> open_;
  std::array<std::uint32_t, kHtmlElements> counts_ = {};  // Open, by id.
  std::uint32_t counts_article_ = 0;
  std::size_t flattened_ = 0;
  bool in_link_ = false;
  bool blank_ = false;  // White space stands before the next text.
  bool break_ = false;  // A line break does.
  bool in_block_ = false;
  HtmlBlock block_;
};

}  // namespace broadsheet::read
