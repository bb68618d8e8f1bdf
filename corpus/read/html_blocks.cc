// The stack of open elements is that of a browser, simplified: only elements
// that say something about their content are on it, a block ends a paragraph,
// an item the item before it, and an end tag without its start is nothing.
#include "corpus/read/html_blocks.h"

#include <algorithm>
#include <utility>

#include "corpus/read/sgml.h"

namespace broadsheet::read {
namespace {

constexpr std::size_t kMostOpen = 512;
constexpr std::size_t kMostInline = 64;  // Searched for an inline's start.

bool is_html_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' ||
         c == '\v';
}

bool is_inline(const HtmlElement& element) {
  return element.shape == HtmlShape::kInline;
}

// What an item's start must not look beyond for the item before it.
bool holds_items(HtmlTag tag) {
  return tag == HtmlTag::kUl || tag == HtmlTag::kTable || tag == HtmlTag::kBody;
}

}  // namespace

HtmlBlockBuilder::HtmlBlockBuilder(bool trusting_classes)
    : trusting_classes_(trusting_classes) {
  page_.containers.emplace_back();
  open_.emplace_back();
}

void HtmlBlockBuilder::start(const HtmlElement& element,
                             const HtmlHints& hints) {
  switch (element.shape) {
    case HtmlShape::kFormatting:
    case HtmlShape::kVoid:
    case HtmlShape::kRaw:
      return;
    case HtmlShape::kInline:
      if (element.tag == HtmlTag::kA) in_link_ = true;
      break;
    case HtmlShape::kBlock:
    case HtmlShape::kParagraph:
    case HtmlShape::kItem:
    case HtmlShape::kSkipped:
      end_implied(element);
      if (element.tag == HtmlTag::kTd) {
        // The cells of a row are one line.
        blank_ = true;
      } else {
        end_block();
      }
      break;
  }
  push(element, hints);
}

void HtmlBlockBuilder::push(const HtmlElement& element,
                            const HtmlHints& hints) {
  if (open_.size() >= kMostOpen) {
    ++flattened_;
    return;
  }
  Open open = top();
  open.element = element;
  const bool hidden =
      hints.skipped && trusting_classes_ && !hints.body &&
      element.tag != HtmlTag::kBody && element.tag != HtmlTag::kHtml &&
      element.tag != HtmlTag::kMain && element.tag != HtmlTag::kArticle;
  // The header of a site is furniture, that of an article holds its headline.
  const bool site_header = element.tag == HtmlTag::kHeader &&
                           counts_article_ == 0 && trusting_classes_;
  open.skipped = open.skipped || hidden || site_header ||
                 element.shape == HtmlShape::kSkipped ||
                 element.tag == HtmlTag::kHead;
  open.byline = open.byline || hints.byline || hints.author || hints.dated ||
                hints.updated || element.tag == HtmlTag::kTime;
  open.caption =
      open.caption || hints.caption || element.tag == HtmlTag::kCaption;
  open.deck = open.deck || hints.deck;
  const bool contains = element.shape == HtmlShape::kBlock &&
                        element.tag != HtmlTag::kHeading &&
                        element.tag != HtmlTag::kHeadingOne;
  if (contains && !open.skipped) {
    page_.containers.push_back({open.container, element.tag, hints.body,
                                hints.main || element.tag == HtmlTag::kMain});
    open.container = static_cast<std::uint32_t>(page_.containers.size() - 1);
  }
  open_.push_back(open);
  ++counts_[element.id];
  if (element.tag == HtmlTag::kArticle || element.tag == HtmlTag::kMain) {
    ++counts_article_;
  }
}

void HtmlBlockBuilder::pop_to(std::size_t depth) {
  while (open_.size() > depth) {
    const HtmlElement& element = top().element;
    --counts_[element.id];
    if (element.tag == HtmlTag::kArticle || element.tag == HtmlTag::kMain) {
      --counts_article_;
    }
    open_.pop_back();
  }
}

// A block ends the paragraph before it, an item the item.
void HtmlBlockBuilder::end_implied(const HtmlElement& element) {
  std::size_t at = open_.size();
  const std::size_t lowest = at > kMostInline ? at - kMostInline : 1;
  const bool item = element.shape == HtmlShape::kItem;
  while (at > lowest) {
    const HtmlElement& other = open_[at - 1].element;
    if (other.shape == HtmlShape::kParagraph) return pop_to(at - 1);
    if (item && holds_items(other.tag)) return;
    if (item && other.shape == HtmlShape::kItem) {
      // A row ends cells, a cell no row.
      const bool cell_in_row =
          element.tag == HtmlTag::kTd && other.tag == HtmlTag::kTr;
      if (cell_in_row) return;
      if (other.tag == element.tag) return pop_to(at - 1);
    }
    if (!item && !is_inline(other)) return;
    --at;
  }
}

void HtmlBlockBuilder::end(const HtmlElement& element) {
  if (element.shape == HtmlShape::kFormatting ||
      element.shape == HtmlShape::kVoid || element.shape == HtmlShape::kRaw) {
    return;
  }
  if (element.tag == HtmlTag::kA) in_link_ = false;
  const bool line = is_inline(element);
  if (!line && element.tag != HtmlTag::kTd) end_block();
  if (flattened_ > 0) {
    --flattened_;
    return;
  }
  if (counts_[element.id] == 0) return;
  const std::size_t lowest =
      line && open_.size() > kMostInline ? open_.size() - kMostInline : 1;
  for (std::size_t at = open_.size(); at > lowest; --at) {
    const HtmlElement& other = open_[at - 1].element;
    if (other.id == element.id && (element.id != 0 || is_inline(other))) {
      return pop_to(at - 1);
    }
    if (line && !is_inline(other)) return;
  }
}

void HtmlBlockBuilder::line_break() { break_ = true; }

void HtmlBlockBuilder::text(std::string_view markup) {
  if (skipping()) return;
  std::string decoded;
  if (markup.find('&') != std::string_view::npos) {
    decoded = decode_references(markup);
    markup = decoded;
  }
  const Open& open = top();
  std::string& text = page_.text;
  std::size_t i = 0;
  while (i < markup.size()) {
    const std::size_t begin = i;
    while (i < markup.size() && !is_html_space(markup[i])) ++i;
    if (i > begin) {
      if (!in_block_) {
        in_block_ = true;
        if (!text.empty()) text += "\n\n";
        block_ = HtmlBlock{};
        block_.container = open.container;
        block_.bytes.begin = text.size();
        for (std::size_t at = open_.size(); at > 1; --at) {
          const HtmlElement& element = open_[at - 1].element;
          if (is_inline(element)) continue;
          if (element.tag == HtmlTag::kHeadingOne) {
            block_.kind = HtmlBlock::Kind::kHeadingOne;
          } else if (element.tag == HtmlTag::kHeading) {
            block_.kind = HtmlBlock::Kind::kHeading;
          } else if (element.shape == HtmlShape::kItem) {
            block_.kind = HtmlBlock::Kind::kItem;
          }
          break;
        }
      } else if (break_) {
        text += '\n';
      } else if (blank_) {
        text += ' ';
      }
      blank_ = break_ = false;
      const auto bytes = static_cast<std::uint32_t>(i - begin);
      text += markup.substr(begin, bytes);
      if (in_link_) block_.link_bytes += bytes;
      if (open.byline) block_.byline_bytes += bytes;
      block_.caption = block_.caption || open.caption;
      block_.deck = block_.deck || open.deck;
    }
    if (i < markup.size()) blank_ = true;
    while (i < markup.size() && is_html_space(markup[i])) ++i;
  }
}

void HtmlBlockBuilder::end_block() {
  blank_ = break_ = false;
  if (!std::exchange(in_block_, false)) return;
  block_.bytes.end = page_.text.size();
  page_.blocks.push_back(block_);
}

HtmlBlocks HtmlBlockBuilder::take() {
  end_block();
  return std::move(page_);
}

}  // namespace broadsheet::read
