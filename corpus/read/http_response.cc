#include "corpus/read/http_response.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "corpus/read/archive.h"
#include "corpus/read/ascii.h"
#include "corpus/read/lines.h"

namespace broadsheet::read {
namespace {

// The chunks of a body without their sizes; what is malformed ends it.
std::string without_chunks(std::string_view body) {
  std::string whole;
  for (;;) {
    std::size_t size = 0;
    std::size_t digits = 0;
    constexpr std::size_t kMostDigits = 8;
    while (digits < body.size() && digits <= kMostDigits) {
      const int value = hex_value(body[digits]);
      if (value < 0) break;
      size = size * 16 + static_cast<std::size_t>(value);
      ++digits;
    }
    const std::size_t line = body.find('\n');
    if (digits == 0 || size == 0 || line == std::string_view::npos) {
      return whole;
    }
    body.remove_prefix(line + 1);
    whole += body.substr(0, size);
    body.remove_prefix(std::min(size, body.size()));
    if (body.starts_with("\r\n")) body.remove_prefix(2);
    if (body.starts_with('\n')) body.remove_prefix(1);
  }
}

std::string decompressed(std::string bytes, std::size_t limit) {
  auto budget = std::make_shared<ArchiveBudget>();
  Archive archive(memory_source(std::move(bytes), "response"), budget, true);
  std::string whole;
  if (!archive.next()) return whole;
  constexpr std::size_t kPiece = std::size_t{1} << 16;
  while (whole.size() < limit) {
    const std::size_t had = whole.size();
    whole.resize(had + kPiece);
    const std::size_t got = archive.read(whole.data() + had, kPiece);
    whole.resize(had + got);
    if (got == 0) break;
  }
  return whole;
}

}  // namespace

HeaderLines::HeaderLines(std::string_view text) {
  constexpr std::size_t kMostLines = 1000;
  while (!text.empty() && lines_.size() < kMostLines) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if ((line.starts_with(' ') || line.starts_with('\t')) && !lines_.empty()) {
      lines_.back().second += ' ';
      lines_.back().second += trimmed(line);
      continue;
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    lines_.emplace_back(trimmed(line.substr(0, colon)),
                        trimmed(line.substr(colon + 1)));
  }
}

std::string_view HeaderLines::value(std::string_view name) const {
  for (const auto& [known, value] : lines_) {
    if (same_name(known, name)) return value;
  }
  return {};
}

HeaderEnd header_end(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = text.find('\n', at);
    if (end == std::string_view::npos) break;
    const std::string_view line = text.substr(at, end - at);
    if (line.empty() || line == "\r") return {at, end + 1};
    at = end + 1;
  }
  return {text.size(), text.size()};
}

std::string header_parameter(std::string_view value, std::string_view name) {
  std::size_t at = value.find(';');
  while (at != std::string_view::npos) {
    const std::string_view rest = trimmed(value.substr(at + 1));
    at = value.find(';', at + 1);
    const std::size_t sign = rest.find('=');
    if (sign == std::string_view::npos ||
        !same_name(trimmed(rest.substr(0, sign)), name)) {
      continue;
    }
    std::string_view found = trimmed(rest.substr(sign + 1));
    if (found.starts_with('"')) {
      found.remove_prefix(1);
      return std::string(found.substr(0, found.find('"')));
    }
    return std::string(trimmed(found.substr(0, found.find(';'))));
  }
  return {};
}

std::variant<HttpPage, std::string> html_of_response(std::string_view response,
                                                     std::size_t limit) {
  const HeaderEnd end = header_end(response);
  const std::string_view status =
      response.substr(0, response.find_first_of("\r\n"));
  const std::size_t blank = status.find(' ');
  if (!status.starts_with("HTTP/") || blank == std::string_view::npos) {
    return "no HTTP response";
  }
  if (!trimmed(status.substr(blank)).starts_with('2')) return HttpPage{};
  const HeaderLines head(response.substr(0, end.lines));
  const std::string_view type = head.value("content-type");
  if (!starts_with_name(type, "text/html") &&
      !starts_with_name(type, "application/xhtml")) {
    return HttpPage{};
  }
  HttpPage page;
  page.charset = header_parameter(type, "charset");
  page.bytes = response.substr(end.body);
  if (same_name(head.value("transfer-encoding"), "chunked")) {
    // Some archives keep the sizes, some have taken them out.
    std::string whole = without_chunks(page.bytes);
    if (!whole.empty()) page.bytes = std::move(whole);
  }
  const std::string_view packed = head.value("content-encoding");
  const bool known = same_name(packed, "gzip") || same_name(packed, "x-gzip") ||
                     same_name(packed, "zstd");
  if (known && is_archive(page.bytes)) {
    try {
      page.bytes = decompressed(std::move(page.bytes), limit);
    } catch (const ReadError& error) {
      return std::string(error.what());
    }
  } else if (!known && !packed.empty() && !same_name(packed, "identity")) {
    return "a page compressed by a method that is not known: " +
           std::string(packed);
  }
  if (page.bytes.size() > limit) page.bytes.resize(limit);
  return page;
}

}  // namespace broadsheet::read
