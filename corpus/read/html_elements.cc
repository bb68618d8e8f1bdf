// Two sorted lists, one of names and one of words in classes. The words are
// those that publishing systems have in common; a word within another ("ad" in
// "headline") never counts.
#include "corpus/read/html_elements.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "corpus/read/ascii.h"

namespace broadsheet::read {
namespace {

constexpr std::size_t kLongestName = 12;

struct Named {
  std::string_view name;
  HtmlTag tag;
  HtmlShape shape;
};

using enum HtmlShape;

// clang-format off
constexpr std::array kElements = {  // Sorted by name.
    Named{"a", HtmlTag::kA, kInline}, Named{"abbr", HtmlTag::kOther, kFormatting},
    Named{"address", HtmlTag::kDiv, kBlock}, Named{"area", HtmlTag::kOther, kVoid},
    Named{"article", HtmlTag::kArticle, kBlock}, Named{"aside", HtmlTag::kOther, kSkipped},
    Named{"audio", HtmlTag::kOther, kSkipped}, Named{"b", HtmlTag::kOther, kFormatting},
    Named{"base", HtmlTag::kOther, kVoid}, Named{"big", HtmlTag::kOther, kFormatting},
    Named{"blockquote", HtmlTag::kDiv, kBlock}, Named{"body", HtmlTag::kBody, kBlock},
    Named{"br", HtmlTag::kBr, kVoid}, Named{"button", HtmlTag::kOther, kSkipped},
    Named{"canvas", HtmlTag::kOther, kSkipped}, Named{"caption", HtmlTag::kCaption, kBlock},
    Named{"center", HtmlTag::kDiv, kBlock}, Named{"cite", HtmlTag::kOther, kFormatting},
    Named{"code", HtmlTag::kOther, kFormatting}, Named{"col", HtmlTag::kOther, kVoid},
    Named{"datalist", HtmlTag::kOther, kSkipped}, Named{"dd", HtmlTag::kLi, kItem},
    Named{"del", HtmlTag::kOther, kFormatting}, Named{"details", HtmlTag::kDiv, kBlock},
    Named{"dialog", HtmlTag::kOther, kSkipped}, Named{"div", HtmlTag::kDiv, kBlock},
    Named{"dl", HtmlTag::kUl, kBlock}, Named{"dt", HtmlTag::kLi, kItem},
    Named{"em", HtmlTag::kOther, kFormatting}, Named{"embed", HtmlTag::kOther, kVoid},
    Named{"fieldset", HtmlTag::kOther, kSkipped}, Named{"figcaption", HtmlTag::kCaption, kBlock},
    Named{"figure", HtmlTag::kDiv, kBlock}, Named{"font", HtmlTag::kOther, kFormatting},
    Named{"footer", HtmlTag::kOther, kSkipped}, Named{"form", HtmlTag::kOther, kBlock},
    Named{"h1", HtmlTag::kHeadingOne, kBlock}, Named{"h2", HtmlTag::kHeading, kBlock},
    Named{"h3", HtmlTag::kHeading, kBlock}, Named{"h4", HtmlTag::kHeading, kBlock},
    Named{"h5", HtmlTag::kHeading, kBlock}, Named{"h6", HtmlTag::kHeading, kBlock},
    Named{"head", HtmlTag::kHead, kBlock}, Named{"header", HtmlTag::kHeader, kBlock},
    Named{"hgroup", HtmlTag::kDiv, kBlock}, Named{"hr", HtmlTag::kHr, kVoid},
    Named{"html", HtmlTag::kHtml, kBlock}, Named{"i", HtmlTag::kOther, kFormatting},
    Named{"iframe", HtmlTag::kOther, kSkipped}, Named{"img", HtmlTag::kOther, kVoid},
    Named{"input", HtmlTag::kOther, kVoid}, Named{"ins", HtmlTag::kOther, kFormatting},
    Named{"kbd", HtmlTag::kOther, kFormatting}, Named{"li", HtmlTag::kLi, kItem},
    Named{"link", HtmlTag::kLink, kVoid}, Named{"main", HtmlTag::kMain, kBlock},
    Named{"map", HtmlTag::kOther, kSkipped}, Named{"mark", HtmlTag::kOther, kFormatting},
    Named{"menu", HtmlTag::kOther, kSkipped}, Named{"meta", HtmlTag::kMeta, kVoid},
    Named{"nav", HtmlTag::kOther, kSkipped}, Named{"noscript", HtmlTag::kOther, kSkipped},
    Named{"object", HtmlTag::kOther, kSkipped}, Named{"ol", HtmlTag::kUl, kBlock},
    Named{"p", HtmlTag::kP, kParagraph}, Named{"param", HtmlTag::kOther, kVoid},
    Named{"pre", HtmlTag::kDiv, kBlock}, Named{"q", HtmlTag::kOther, kFormatting},
    Named{"rp", HtmlTag::kOther, kSkipped}, Named{"rt", HtmlTag::kOther, kSkipped},
    Named{"s", HtmlTag::kOther, kFormatting}, Named{"script", HtmlTag::kScript, kRaw},
    Named{"section", HtmlTag::kSection, kBlock}, Named{"select", HtmlTag::kOther, kSkipped},
    Named{"small", HtmlTag::kOther, kFormatting}, Named{"source", HtmlTag::kOther, kVoid},
    Named{"span", HtmlTag::kOther, kInline}, Named{"strike", HtmlTag::kOther, kFormatting},
    Named{"strong", HtmlTag::kOther, kFormatting}, Named{"style", HtmlTag::kOther, kRaw},
    Named{"sub", HtmlTag::kOther, kFormatting}, Named{"summary", HtmlTag::kDiv, kBlock},
    Named{"sup", HtmlTag::kOther, kFormatting}, Named{"svg", HtmlTag::kOther, kSkipped},
    Named{"table", HtmlTag::kTable, kBlock}, Named{"tbody", HtmlTag::kDiv, kBlock},
    Named{"td", HtmlTag::kTd, kItem}, Named{"template", HtmlTag::kOther, kSkipped},
    Named{"textarea", HtmlTag::kOther, kRaw}, Named{"tfoot", HtmlTag::kDiv, kBlock},
    Named{"th", HtmlTag::kTd, kItem}, Named{"thead", HtmlTag::kDiv, kBlock},
    Named{"time", HtmlTag::kTime, kInline}, Named{"title", HtmlTag::kTitle, kRaw},
    Named{"tr", HtmlTag::kTr, kItem}, Named{"track", HtmlTag::kOther, kVoid},
    Named{"tt", HtmlTag::kOther, kFormatting}, Named{"u", HtmlTag::kOther, kFormatting},
    Named{"ul", HtmlTag::kUl, kBlock}, Named{"var", HtmlTag::kOther, kFormatting},
    Named{"video", HtmlTag::kOther, kSkipped}, Named{"wbr", HtmlTag::kOther, kVoid},
};

// Words of a class or id whose content is no part of the article.
constexpr auto kFurniture = std::to_array<std::string_view>({  // Sorted.
    "ad", "ads", "advert", "advertisement", "advertising", "adverts", "banner",
    "bottombar", "breadcrumb", "breadcrumbs", "comment", "comments", "cookie",
    "cookies", "copyright", "disqus", "footer", "keepreading", "livefyre",
    "login", "masthead", "menu", "mostread", "nav", "navbar", "navigation",
    "newsletter", "outbrain", "pager", "pagination", "popular", "popup",
    "promo", "promos", "readmore", "readnext", "recirc", "recirculation",
    "recommendations", "recommended", "register", "related", "share",
    "sharebar", "sharing", "sidebar", "signup", "skip", "social", "sponsor",
    "sponsored", "subscribe", "taboola", "toolbar", "trending"});
// clang-format on

static_assert(kElements.size() < kHtmlElements);
static_assert(std::is_sorted(kElements.begin(), kElements.end(),
                             [](const Named& a, const Named& b) {
                               return a.name < b.name;
                             }));
static_assert(std::is_sorted(kFurniture.begin(), kFurniture.end()));

bool is_word_character(char c) {
  return is_ascii_letter(c) || is_ascii_digit(c) ||
         static_cast<unsigned char>(c) >= 0x80;
}

// Calls `visit(name, value)` for each attribute; the value is as written.
template <typename Visit>
void each_attribute(std::string_view rest, Visit visit) {
  std::size_t i = 0;
  while (i < rest.size()) {
    while (i < rest.size() && (is_tag_space(rest[i]) || rest[i] == '/')) ++i;
    const std::size_t begin = i;
    while (i < rest.size() && !is_tag_space(rest[i]) && rest[i] != '=') ++i;
    const std::string_view name = rest.substr(begin, i - begin);
    while (i < rest.size() && is_tag_space(rest[i])) ++i;
    std::string_view value;
    if (i < rest.size() && rest[i] == '=') {
      ++i;
      while (i < rest.size() && is_tag_space(rest[i])) ++i;
      if (i < rest.size() && (rest[i] == '"' || rest[i] == '\'')) {
        const std::size_t end =
            std::min(rest.find(rest[i], i + 1), rest.size());
        value = rest.substr(i + 1, end - (i + 1));
        i = end + 1;
      } else {
        const std::size_t start = i;
        while (i < rest.size() && !is_tag_space(rest[i])) ++i;
        value = rest.substr(start, i - start);
      }
    }
    if (!name.empty()) visit(name, value);
  }
}

// Whether the words of a name, small and without signs, are `joined`.
bool is_body_name(std::string_view joined) {
  constexpr std::array<std::string_view, 15> kNames = {
      "articlebody",  "articlecontent", "articletext",    "storybody",
      "storycontent", "storytext",      "entrycontent",   "postcontent",
      "postbody",     "bodycontent",    "contentbody",    "articlebodytext",
      "newsbody",     "bodytext",       "maincontentbody"};
  return std::find(kNames.begin(), kNames.end(), joined) != kNames.end();
}

// One name of a class: "article__related-links" has three words.
void read_class_name(std::string_view name, HtmlHints& hints) {
  constexpr std::size_t kLongestClass = 64;
  if (name.size() > kLongestClass) return;
  std::string joined;
  std::string word;
  bool furniture = false;
  const auto end_word = [&] {
    if (word.empty()) return;
    furniture = furniture ||
                std::binary_search(kFurniture.begin(), kFurniture.end(), word);
    if (word == "byline" || word == "bylines" || word == "timestamp" ||
        word == "pubdate") {
      hints.byline = true;
    }
    if (word == "standfirst" || word == "deck" || word == "dek" ||
        word == "subtitle" || word == "subheadline") {
      hints.deck = true;
    }
    if (word == "caption" || word == "figcaption") hints.caption = true;
    joined += word;
    word.clear();
  };
  for (const char c : name) {
    if (is_word_character(c)) {
      word += ascii_lower(c);
    } else {
      end_word();
    }
  }
  end_word();
  hints.skipped = hints.skipped || furniture ||
                  std::binary_search(kFurniture.begin(), kFurniture.end(),
                                     std::string_view(joined));
  hints.body = hints.body || is_body_name(joined);
  if (joined == "author" || joined == "authorname") hints.author = true;
}

void read_names(std::string_view names, HtmlHints& hints) {
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= names.size(); ++i) {
    if (i < names.size() && !is_tag_space(names[i])) continue;
    if (i > begin) read_class_name(names.substr(begin, i - begin), hints);
    begin = i + 1;
  }
}

void read_role(std::string_view role, HtmlHints& hints) {
  for (const std::string_view furniture :
       {"navigation", "complementary", "banner", "contentinfo", "search",
        "dialog", "alert", "menu", "menubar", "toolbar", "tablist"}) {
    if (same_name(role, furniture)) hints.skipped = true;
  }
  if (same_name(role, "main")) hints.main = true;
}

void read_property(std::string_view property, HtmlHints& hints) {
  hints.body = hints.body || same_name(property, "articleBody");
  hints.dated = hints.dated || same_name(property, "datePublished");
  hints.updated = hints.updated || same_name(property, "dateModified");
  hints.author = hints.author || same_name(property, "author");
  hints.deck = hints.deck || same_name(property, "alternativeHeadline");
}

}  // namespace

HtmlElement html_element(std::string_view name) {
  if (name.size() > kLongestName) return {};
  std::array<char, kLongestName> small{};
  std::transform(name.begin(), name.end(), small.begin(), ascii_lower);
  const std::string_view wanted(small.data(), name.size());
  const auto* found = std::lower_bound(
      kElements.begin(), kElements.end(), wanted,
      [](const Named& known, std::string_view n) { return known.name < n; });
  if (found == kElements.end() || found->name != wanted) return {};
  return {found->tag, found->shape,
          static_cast<std::uint8_t>(found - kElements.begin() + 1)};
}

HtmlHints html_hints(std::string_view attributes) {
  HtmlHints hints;
  each_attribute(attributes, [&](std::string_view name,
                                 std::string_view value) {
    if (same_name(name, "class") || same_name(name, "id")) {
      read_names(value, hints);
    } else if (same_name(name, "role")) {
      read_role(value, hints);
    } else if (same_name(name, "itemprop")) {
      read_property(value, hints);
    } else if (same_name(name, "rel")) {
      hints.author = hints.author || same_name(value, "author");
    } else if (same_name(name, "hidden")) {
      hints.skipped = true;
    } else if (same_name(name, "aria-hidden")) {
      hints.skipped = hints.skipped || same_name(value, "true");
    } else if (same_name(name, "style")) {
      hints.skipped = hints.skipped ||
                      value.find("display:none") != std::string_view::npos ||
                      value.find("display: none") != std::string_view::npos;
    }
  });
  return hints;
}

}  // namespace broadsheet::read
