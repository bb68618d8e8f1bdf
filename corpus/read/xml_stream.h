// XML as a stream of elements and text, of which nothing is kept: what feeds
// and news formats are read from.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/read/byte_source.h"

namespace broadsheet::read {

/// The attributes of an element, names without prefix, values decoded.
class XmlAttributes {
 public:
  void add(std::string_view name, std::string_view value) {
    values_.emplace_back(name, value);
  }

  /// The value of `name`, or "".
  [[nodiscard]] std::string_view value(std::string_view name) const;

  [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& all()
      const {
    return values_;
  }

 private:
  std::vector<std::pair<std::string, std::string>> values_;
};

/// An element's name: "content:encoded" has the local name "encoded" and the
/// space that its prefix is bound to, or "" if to none.
struct XmlName {
  std::string_view local;
  std::string_view space;
  std::string_view prefix;
};

/// What a stream calls, in order. Text may come in several pieces.
class XmlVisitor {
 public:
  virtual ~XmlVisitor() = default;
  virtual void start(const XmlName& name, const XmlAttributes& attributes) = 0;
  virtual void text(std::string_view text) = 0;
  virtual void end(const XmlName& name) = 0;
};

/// Reads one document. Nothing is fetched and no entity expanded: a document
/// that declares any is refused. Errors are passed over where XML allows to go
/// on; names of HTML ("&nbsp;") are known.
class XmlStream {
 public:
  /// `source` is in UTF-8, whatever it declares. Both references must outlive
  /// the stream.
  XmlStream(ByteSource& source, XmlVisitor& visitor);
  ~XmlStream();
  XmlStream(const XmlStream&) = delete;
  XmlStream& operator=(const XmlStream&) = delete;

  /// Reads some more; whether there may be more. Throws ReadError.
  [[nodiscard]] bool advance();

  /// What is wrong with the document so far; "" if nothing. A fatal fault has
  /// ended it.
  [[nodiscard]] const std::string& fault() const;
  [[nodiscard]] bool was_refused() const;

  /// Within XmlVisitor::start: the byte at which its tag begins.
  [[nodiscard]] std::uint64_t tag_offset() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace broadsheet::read
