#include "corpus/read/xml_tree.h"

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/read/html_elements.h"

namespace broadsheet::read {
namespace {

using article::Zone;

const XmlNode& no_node() {
  static const XmlNode kNone;
  return kNone;
}

// Names of NITF that begin a paragraph, beside those of HTML.
bool begins_paragraph(std::string_view name) {
  constexpr std::array<std::string_view, 14> kNames = {
      "block",        "hl1",           "hl2",
      "media",        "media-caption", "abstract",
      "body.content", "body.head",     "media-producer",
      "note",         "body.end",      "tagline",
      "fn",           "nitf-table"};
  if (std::find(kNames.begin(), kNames.end(), name) != kNames.end()) {
    return true;
  }
  const HtmlShape shape = html_element(name).shape;
  return shape == HtmlShape::kBlock || shape == HtmlShape::kParagraph ||
         (shape == HtmlShape::kItem && html_element(name).tag != HtmlTag::kTd);
}

Zone zone_of(std::string_view name, Zone around) {
  if (name == "media-caption" || name == "media-producer" ||
      name == "figcaption") {
    return Zone::kCaption;
  }
  return name == "tagline" ? Zone::kTrailer : around;
}

void add(const XmlNode& node, Zone zone, ProseBuilder& prose) {
  if (node.name.empty()) return prose.add(node.text);
  const HtmlShape shape = html_element(node.name).shape;
  if (shape == HtmlShape::kSkipped || shape == HtmlShape::kRaw) return;
  if (html_element(node.name).tag == HtmlTag::kBr) return prose.line_break();
  const bool paragraph = begins_paragraph(node.name);
  const Zone inner = zone_of(node.name, zone);
  if (paragraph) prose.paragraph_break(inner);
  if (html_element(node.name).tag == HtmlTag::kTd) prose.add(" ");
  for (const XmlNode& child : node.children) add(child, inner, prose);
  if (paragraph) prose.paragraph_break(zone);
}

}  // namespace

const XmlNode& XmlNode::child(std::string_view path) const {
  const std::size_t slash = path.find('/');
  const std::string_view wanted = path.substr(0, slash);
  for (const XmlNode& one : children) {
    if (one.name != wanted) continue;
    if (slash == std::string_view::npos) return one;
    return one.child(path.substr(slash + 1));
  }
  return no_node();
}

std::string XmlNode::all_text() const {
  std::string all = text;
  for (const XmlNode& child : children) all += child.all_text();
  return all;
}

const XmlNode& XmlNode::find(std::string_view wanted) const {
  for (const XmlNode& child : children) {
    if (child.name == wanted) return child;
    const XmlNode& within = child.find(wanted);
    if (!within.name.empty()) return within;
  }
  return no_node();
}

void XmlTreeBuilder::start(const XmlName& name,
                           const XmlAttributes& attributes) {
  bytes_ += sizeof(XmlNode) + name.local.size();
  for (const auto& [key, value] : attributes.all()) {
    bytes_ += key.size() + value.size();
  }
  if (is_too_long() && !open_.empty()) {
    ++passed_over_;
    return;
  }
  XmlNode node;
  node.name = name.local;
  node.prefix = name.prefix;
  node.attributes = attributes;
  open_.push_back(std::move(node));
}

void XmlTreeBuilder::text(std::string_view text) {
  bytes_ += text.size();
  if (open_.empty() || is_too_long()) return;
  std::vector<XmlNode>& children = open_.back().children;
  if (children.empty() || !children.back().name.empty()) {
    children.emplace_back();
    bytes_ += sizeof(XmlNode);
  }
  children.back().text += text;
}

void XmlTreeBuilder::end() {
  if (passed_over_ > 0) {
    --passed_over_;
    return;
  }
  XmlNode node = std::move(open_.back());
  open_.pop_back();
  if (open_.empty()) {
    done_ = std::move(node);
  } else {
    open_.back().children.push_back(std::move(node));
  }
}

XmlNode XmlTreeBuilder::take() {
  bytes_ = 0;
  return std::exchange(done_, {});
}

void add_prose(const XmlNode& node, ProseBuilder& prose) {
  for (const XmlNode& child : node.children) add(child, Zone::kBody, prose);
  prose.paragraph_break();
}

}  // namespace broadsheet::read
