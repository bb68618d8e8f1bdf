// A hand-written scanner, for its speed and for the pages that parsers of whole
// trees fail on: half a page is script, which is passed over by one search.
#include "corpus/read/html_tokens.h"

#include "corpus/read/ascii.h"

namespace broadsheet::read {
namespace {

constexpr std::array<std::string_view, 4> kRawNames = {"script", "style",
                                                       "title", "textarea"};
constexpr std::string_view kSectionStart = "<![CDATA[";

// Behind the '>' that ends the tag at `at`; a '>' in a quoted value ends none.
// Where another tag begins first, the tag ends there: its '>' is missing.
std::size_t tag_end(std::string_view page, std::size_t at) {
  char before = ' ';
  for (std::size_t i = at; i < page.size(); ++i) {
    const char c = page[i];
    if (c == '>') return i + 1;
    if (c == '<') return i;
    if ((c == '"' || c == '\'') && before == '=') {
      const std::size_t end = page.find(c, i + 1);
      if (end == std::string_view::npos) return page.size();
      i = end;
      before = ' ';
      continue;
    }
    if (!is_tag_space(c)) before = c;
  }
  return page.size();
}

}  // namespace

// Whether the '<' at `at` starts markup and is no sign of the prose.
bool HtmlTokens::opens_tag(std::size_t at) const {
  if (at + 1 >= page_.size()) return false;
  const char c = page_[at + 1];
  if (is_ascii_letter(c) || c == '!' || c == '?') return true;
  return c == '/' && at + 2 < page_.size() && is_ascii_letter(page_[at + 2]);
}

std::size_t HtmlTokens::find_once(std::string_view sign, std::size_t from,
                                  bool& missing) const {
  if (missing) return std::string_view::npos;
  const std::size_t found = page_.find(sign, from);
  missing = found == std::string_view::npos;
  return found;
}

// Behind the comment, declaration or instruction at `at`; `at` if it is a tag.
std::size_t HtmlTokens::behind_markup(std::size_t at) {
  const char c = page_[at + 1];
  if (c != '!' && c != '?') return at;
  if (page_.substr(at, 4) == "<!--") {
    // "<!-->" is a comment too.
    const std::size_t end = find_once("-->", at + 2, no_comment_end_);
    if (end != std::string_view::npos) return end + 3;
  }
  const std::size_t end = page_.find('>', at);
  return end == std::string_view::npos ? page_.size() : end + 1;
}

std::optional<HtmlToken> HtmlTokens::next() {
  while (at_ < page_.size()) {
    std::size_t tag = page_.find('<', at_);
    while (tag != std::string_view::npos && !opens_tag(tag)) {
      tag = page_.find('<', tag + 1);
    }
    HtmlToken token;
    if (tag != at_) {
      token.text = page_.substr(at_, tag - at_);
      at_ = tag == std::string_view::npos ? page_.size() : tag;
      return token;
    }
    if (page_.substr(at_, kSectionStart.size()) == kSectionStart) {
      const std::size_t begin = at_ + kSectionStart.size();
      const std::size_t end = find_once("]]>", begin, no_section_end_);
      if (end != std::string_view::npos) {
        token.text = page_.substr(begin, end - begin);
        at_ = end + 3;
        return token;
      }
    }
    if (const std::size_t behind = behind_markup(at_); behind > at_) {
      at_ = behind;
      continue;
    }
    const bool closing = page_[at_ + 1] == '/';
    token.kind = closing ? HtmlToken::Kind::kEnd : HtmlToken::Kind::kStart;
    const std::size_t name = at_ + (closing ? 2 : 1);
    std::size_t end = name;
    while (end < page_.size() && !is_tag_space(page_[end]) &&
           page_[end] != '>' && page_[end] != '/' && page_[end] != '<') {
      ++end;
    }
    token.name = page_.substr(name, end - name);
    at_ = tag_end(page_, end);
    const bool closed = page_[at_ - 1] == '>';
    token.attributes = page_.substr(end, at_ - end - (closed ? 1 : 0));
    return token;
  }
  return std::nullopt;
}

std::string_view HtmlTokens::raw_text(std::string_view name) {
  std::size_t which = 0;
  while (which < kRawNames.size() && !same_name(kRawNames[which], name)) {
    ++which;
  }
  if (which == kRawNames.size()) return {};
  const bool is_prose = which >= 2;
  std::size_t end = no_end_tag_[which] ? std::string_view::npos : at_;
  while (end != std::string_view::npos) {
    end = page_.find("</", end);
    if (end == std::string_view::npos) break;
    if (same_name(page_.substr(end + 2, name.size()), name)) break;
    end += 2;
  }
  const std::size_t begin = at_;
  if (end == std::string_view::npos) {
    no_end_tag_[which] = true;
    if (is_prose) return {};
    at_ = page_.size();
    return page_.substr(begin);
  }
  at_ = tag_end(page_, end + 2);
  return page_.substr(begin, end - begin);
}

}  // namespace broadsheet::read
