#include "searcher/render/json_text.h"

#include <fmt/format.h>

#include "corpus/base/utf8.h"
#include "corpus/base/visible.h"

namespace broadsheet::searcher::render {
namespace {

void append_escape(std::string& json, char32_t c) {
  const auto put = [&json](char32_t unit) {
    json += fmt::format("\\u{:04x}", static_cast<std::uint32_t>(unit));
  };
  if (c < 0x10000) {
    put(c);
  } else {
    put(0xD800 + ((c - 0x10000) >> 10));
    put(0xDC00 + ((c - 0x10000) & 0x3FF));
  }
}

}  // namespace

std::string json_line(const nlohmann::ordered_json& value) {
  const std::string dumped =
      value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  std::string json;
  json.reserve(dumped.size());
  for (std::size_t i = 0; i < dumped.size();) {
    // dump has escaped the C0 controls, so ASCII but DEL is safe; beyond ASCII
    // there are only the insides of strings, where an escape is always allowed.
    const char byte = dumped[i];
    if (byte >= 0x20 && byte < 0x7F) {
      json += byte;
      ++i;
      continue;
    }
    const CodePoint point = code_point_at(dumped, i);
    const std::string_view bytes =
        std::string_view(dumped).substr(i, point.bytes);
    if (visible(bytes) == bytes) {
      json += bytes;
    } else {
      append_escape(json, point.value);
    }
    i += point.bytes;
  }
  return json;
}

}  // namespace broadsheet::searcher::render
