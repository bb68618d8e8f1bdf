// One record of an XML file as a small tree: formats of news say in a few paths
// where the fields are, and the text is prose with elements in it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/read/prose_builder.h"
#include "corpus/read/xml_stream.h"

namespace broadsheet::read {

/// An element, or, with an empty `name`, a text.
struct XmlNode {
  std::string name;    ///< Without its prefix.
  std::string prefix;  ///< "content" of "content:encoded".
  XmlAttributes attributes;
  std::string text;
  std::vector<XmlNode> children;

  /// The first child element `name`; an empty node if there is none. A path
  /// "a/b" leads to children of children.
  [[nodiscard]] const XmlNode& child(std::string_view path) const;

  /// All texts in it, one after another.
  [[nodiscard]] std::string all_text() const;

  /// The first element `name` in it, at any depth; an empty node if none.
  [[nodiscard]] const XmlNode& find(std::string_view name) const;

  [[nodiscard]] bool empty() const { return children.empty() && text.empty(); }
};

/// Collects one tree of what it is told.
class XmlTreeBuilder {
 public:
  /// A tree of more than `limit` bytes is not kept.
  explicit XmlTreeBuilder(std::size_t limit) : limit_(limit) {}

  void start(const XmlName& name, const XmlAttributes& attributes);
  void text(std::string_view text);
  void end();

  [[nodiscard]] bool is_open() const { return !open_.empty(); }
  [[nodiscard]] bool is_too_long() const { return bytes_ > limit_; }

  /// The element that ended last, and all in it; begins anew.
  [[nodiscard]] XmlNode take();

 private:
  std::size_t limit_;
  std::size_t bytes_ = 0;
  std::size_t passed_over_ = 0;  // Open elements that are not kept.
  std::vector<XmlNode> open_;
  XmlNode done_;
};

/// Adds the prose in `node`: paragraphs of HTML, NITF and XHTML, with captions
/// told from the body, and without scripts and the like.
void add_prose(const XmlNode& node, ProseBuilder& prose);

}  // namespace broadsheet::read
