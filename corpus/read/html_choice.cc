#include "corpus/read/html_choice.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "corpus/read/ascii.h"
#include "corpus/read/byline.h"
#include "corpus/read/lines.h"

namespace broadsheet::read {
namespace {

using article::Zone;

constexpr std::size_t kProseBytes = 25;    // Less is a label, hardly prose.
constexpr std::size_t kEnoughBytes = 140;  // More is an article.
constexpr std::size_t kLongestHtmlByline = 200;
constexpr std::size_t kLongestDeck = 600;

// Labels that stand between the paragraphs of a page.
constexpr std::array<std::string_view, 14> kLabelLines = {
    "advertisement",
    "advertising",
    "anzeige",
    "publicité",
    "advertisement - continue reading below",
    "ad",
    "share",
    "share this",
    "print",
    "listen",
    "save",
    "skip to content",
    "story continues below advertisement",
    "continue reading"};

class Chooser {
 public:
  Chooser(const HtmlBlocks& page, bool whole) : page_(page), whole_(whole) {}

  ChosenArticle choose() {
    count();
    inside_.assign(page_.containers.size(), true);
    if (!whole_) choose_containers();
    ChosenArticle chosen;
    take_heading(chosen);
    ProseBuilder prose;
    for (std::size_t i = 0; i < page_.blocks.size(); ++i) {
      const HtmlBlock& block = page_.blocks[i];
      if (inside_[block.container]) take(block, i, chosen, prose);
    }
    take_head_blocks(chosen);
    chosen.prose = prose.take();
    return chosen;
  }

 private:
  [[nodiscard]] std::string_view text_of(const HtmlBlock& block) const {
    return block.bytes.of(page_.text);
  }

  static bool is_links(const HtmlBlock& block) {
    return block.link_bytes * 10 >= block.bytes.size() * 8;
  }

  static bool is_byline(const HtmlBlock& block) {
    return block.byline_bytes * 10 >= block.bytes.size() * 6 &&
           block.bytes.size() <= kLongestHtmlByline;
  }

  [[nodiscard]] std::size_t prose_bytes(const HtmlBlock& block) const {
    if (block.bytes.size() < kProseBytes || is_byline(block)) return 0;
    return block.link_bytes * 2 > block.bytes.size() ? 0 : block.bytes.size();
  }

  // How much prose stands in each container itself, and with all in it.
  void count() {
    own_.assign(page_.containers.size(), 0);
    for (const HtmlBlock& block : page_.blocks) {
      own_[block.container] += prose_bytes(block);
    }
    all_ = own_;
    for (std::size_t i = all_.size(); i-- > 1;) {
      all_[page_.containers[i].parent] += all_[i];
    }
  }

  // Only what stands in `chosen`, but in no other <article> within it.
  void keep(const std::vector<bool>& chosen) {
    for (std::size_t i = 0; i < inside_.size(); ++i) {
      const HtmlContainer& container = page_.containers[i];
      const bool card = i > 0 && container.tag == HtmlTag::kArticle;
      inside_[i] = chosen[i] || (i > 0 && inside_[container.parent] && !card);
    }
  }

  void keep_one(std::size_t index) {
    std::vector<bool> chosen(inside_.size());
    chosen[index] = true;
    inside_.assign(inside_.size(), false);
    keep(chosen);
  }

  // The <article> or <main> around a container, or the page.
  [[nodiscard]] std::size_t scope_of(std::size_t index) const {
    while (index > 0) {
      index = page_.containers[index].parent;
      const HtmlTag tag = page_.containers[index].tag;
      if (tag == HtmlTag::kArticle || page_.containers[index].main) break;
    }
    return index;
  }

  void choose_containers() {
    if (all_[0] == 0) return;
    if (keep_marked() || keep_article()) return;
    keep_densest();
  }

  // What calls itself the article's body; a body in several parts is whole.
  bool keep_marked() {
    std::size_t best = 0;
    for (std::size_t i = 1; i < all_.size(); ++i) {
      if (page_.containers[i].body && (best == 0 || all_[i] > all_[best])) {
        best = i;
      }
    }
    if (best == 0 || all_[best] == 0) return false;
    if (all_[best] < kEnoughBytes && all_[best] * 2 < all_[0]) return false;
    const std::size_t scope = scope_of(best);
    std::vector<bool> chosen(inside_.size());
    for (std::size_t i = 1; i < all_.size(); ++i) {
      chosen[i] = page_.containers[i].body && scope_of(i) == scope;
    }
    inside_.assign(inside_.size(), false);
    keep(chosen);
    return true;
  }

  bool keep_article() {
    std::size_t best = 0;
    for (std::size_t i = 1; i < all_.size(); ++i) {
      const HtmlContainer& container = page_.containers[i];
      if (container.tag != HtmlTag::kArticle && !container.main) continue;
      // Of nested ones the inner, if it holds nearly all.
      if (best == 0 || all_[i] > all_[best] ||
          (container.tag == HtmlTag::kArticle &&
           all_[i] * 10 >= all_[best] * 7)) {
        best = i;
      }
    }
    if (best == 0 || all_[best] == 0) return false;
    if (all_[best] < kEnoughBytes && all_[best] * 2 < all_[0]) return false;
    keep_one(best);
    return true;
  }

  // The container with the most prose of its own, counting half of that in its
  // children; and up from there while that adds much.
  void keep_densest() {
    std::vector<std::size_t> score = own_;
    for (std::size_t i = 1; i < own_.size(); ++i) {
      score[page_.containers[i].parent] += own_[i] / 2;
    }
    std::size_t best = 0;
    for (std::size_t i = 1; i < score.size(); ++i) {
      if (score[i] > score[best]) best = i;
    }
    while (best > 0) {
      const std::size_t parent = page_.containers[best].parent;
      if (all_[parent] * 2 < all_[best] * 3) break;
      best = parent;
    }
    if (best > 0) keep_one(best);
  }

  // The first <h1> of the article, or of the page.
  void take_heading(ChosenArticle& chosen) {
    for (const bool within : {true, false}) {
      for (std::size_t i = 0; i < page_.blocks.size(); ++i) {
        const HtmlBlock& block = page_.blocks[i];
        if (block.kind != HtmlBlock::Kind::kHeadingOne ||
            inside_[block.container] != within) {
          continue;
        }
        chosen.heading = text_of(block);
        heading_ = i;
        return;
      }
    }
  }

  void take(const HtmlBlock& block, std::size_t index, ChosenArticle& chosen,
            ProseBuilder& prose) {
    const std::string_view text = text_of(block);
    if (index == heading_ || is_label(text)) return;
    if (!whole_ && take_head_block(block, chosen)) return;
    // Lists of links lead elsewhere; a paragraph of them is shown as such.
    const bool links = is_links(block) && !whole_;
    if (links && block.kind != HtmlBlock::Kind::kProse) return;
    prose.paragraph_break(block.caption ? Zone::kCaption
                          : links       ? Zone::kTrailer
                                        : Zone::kBody);
    for (std::size_t begin = 0; begin <= text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      prose.add(text.substr(begin, end - begin));
      prose.line_break();
      begin = end + 1;
    }
  }

  // A byline or deck is told by its own field.
  bool take_head_block(const HtmlBlock& block, ChosenArticle& chosen) {
    const std::string_view text = text_of(block);
    if (is_byline(block)) {
      if (chosen.byline.empty() && !byline_authors(text).empty()) {
        chosen.byline = text;
      }
      return true;
    }
    const bool deck = block.deck && block.bytes.size() <= kLongestDeck;
    if (deck && chosen.deck.empty()) {
      chosen.deck = text;
      return true;
    }
    return false;
  }

  // Bylines and decks often stand between the <h1> and the body's element.
  void take_head_blocks(ChosenArticle& chosen) {
    if (whole_ || heading_ >= page_.blocks.size()) return;
    for (std::size_t i = heading_ + 1; i < page_.blocks.size(); ++i) {
      const HtmlBlock& block = page_.blocks[i];
      if (inside_[block.container]) return;
      take_head_block(block, chosen);
    }
  }

  [[nodiscard]] static bool is_label(std::string_view text) {
    return is_one_of(text, kLabelLines);
  }

  const HtmlBlocks& page_;
  bool whole_;
  std::vector<std::size_t> own_;
  std::vector<std::size_t> all_;
  std::vector<bool> inside_;
  std::size_t heading_ = static_cast<std::size_t>(-1);
};

}  // namespace

ChosenArticle choose_article(const HtmlBlocks& page, bool whole) {
  return Chooser(page, whole).choose();
}

}  // namespace broadsheet::read
