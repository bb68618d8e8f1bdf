// What every reader owes for any bytes at all, for the fuzzer and for the tests
// that replay what it found.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "corpus/read/reader.h"
#include "tests/corpus/read/reading.h"

namespace broadsheet::tests {

/// How many formats there are: Format's values are below.
inline constexpr unsigned kFormats = 15;

/// The format that the first byte of `input` picks; kFormats: it must be found.
inline unsigned format_of_any(std::string_view input) {
  if (input.empty()) return kFormats;
  return static_cast<unsigned char>(input[0]) % (kFormats + 1);
}

/// Reads `input`: its first byte picks the format (or that none is named), its
/// second the limit of an article, the rest is the file. "" if all is as it
/// should be; else what is wrong.
inline std::string fault_of_any(std::string_view input) {
  if (input.size() < 2) return {};
  read::ReadOptions options;
  const unsigned pick = format_of_any(input);
  if (pick < kFormats) options.format = static_cast<read::Format>(pick);
  const unsigned limit = static_cast<unsigned char>(input[1]);
  options.max_article_bytes = limit < 16 ? 16 + limit * 8 : 1 << 20;
  bool announced = false;
  bool any = false;
  for (const read::ReadResult& result :
       read_all(std::string(input.substr(2)), "file", options)) {
    any = true;
    if (const auto* problem = std::get_if<article::Problem>(&result)) {
      if (problem->reason.empty()) return "a problem without a reason";
      announced = problem->kind == article::Problem::Kind::kWarning;
      continue;
    }
    // An empty record of Reuters' is an article, with a warning.
    const bool warned = std::exchange(announced, false);
    const auto& article = std::get<article::Article>(result);
    if (std::string fault = fault_of(article); !fault.empty()) return fault;
    if (article.text.size() > options.max_article_bytes) {
      return "an article beyond the limit";
    }
    if (article.paragraphs.empty() && !warned) return "an article without text";
  }
  if (announced) return "a warning without its article";
  return any ? std::string() : "a file not accounted for";
}

}  // namespace broadsheet::tests
