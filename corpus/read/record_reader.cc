// A queue between records and results: a record may give warnings and an
// article, but is asked for one result at a time.
#include "corpus/read/record_reader.h"

#include <fmt/format.h>
#include <unicode/uloc.h>

#include <algorithm>
#include <utility>

#include "corpus/base/utf8.h"

namespace broadsheet::read {

using article::Problem;

std::optional<ReadResult> RecordReader::next() {
  while (results_.empty() && !ended_) {
    try {
      ended_ = !read_record();
      if (ended_ && !gave_any_) skip("no article in it");
    } catch (const ReadError& error) {
      ended_ = true;
      // What was left is one more record, which nobody will see.
      if (origin_.record > 0) begin_record(origin_.offset);
      skip(error.what());
    }
  }
  if (results_.empty()) return std::nullopt;
  ReadResult result = std::move(results_.front());
  results_.pop_front();
  return result;
}

void RecordReader::begin_record(std::uint64_t offset) {
  ++origin_.record;
  origin_.offset = offset;
  warnings_.clear();
}

void RecordReader::give(article::Article article) {
  article.origin = origin_;
  for (Problem& warning : warnings_) results_.emplace_back(std::move(warning));
  warnings_.clear();
  results_.emplace_back(std::move(article));
  gave_any_ = true;
}

void RecordReader::give(ArticleParts parts, std::size_t limit) {
  ComposedArticle composed = compose(std::move(parts), limit);
  if (composed.article.paragraphs.empty()) return skip("no text in it");
  for (std::string& warning : composed.warnings) warn(std::move(warning));
  give(std::move(composed.article));
}

void RecordReader::skip(std::string reason) {
  warnings_.clear();
  results_.emplace_back(
      Problem{Problem::Kind::kSkipped, origin_, std::move(reason)});
  gave_any_ = true;
}

void RecordReader::warn(std::string reason) {
  warnings_.push_back({Problem::Kind::kWarning, origin_, std::move(reason)});
}

void RecordReader::warn_of(const DecodedText& decoded) {
  if (decoded.mended) warn(mended_warning(decoded.encoding));
  if (decoded.had_nul) warn(std::string(kNulWarning));
}

bool RecordReader::skip_if_broken(const Record& record, std::string_view name,
                                  std::size_t limit) {
  switch (record.fault) {
    case Record::Fault::kNone:
      return false;
    case Record::Fault::kTooLong:
      skip(fmt::format("a record of {}, more than {}: too long to be read",
                       byte_count(record.size), byte_count(limit)));
      return true;
    case Record::Fault::kUnclosed:
      skip(fmt::format("<{}> without </{}>: the record does not end", name,
                       name));
      return true;
    case Record::Fault::kOutside:
      skip(fmt::format("{} of text outside of any <{}> record",
                       byte_count(record.size), name));
      return true;
  }
  return false;
}

bool cut_to(std::string& text, std::size_t limit) {
  if (text.size() <= limit) return false;
  text.resize(utf8_floor(text, limit));
  return true;
}

std::string cut_warning(std::size_t limit) {
  return fmt::format("an article of more than {}: the rest was cut off",
                     byte_count(limit));
}

std::string byte_count(std::uint64_t bytes) {
  constexpr std::uint64_t kKibi = 1024;
  if (bytes < 10 * kKibi) return fmt::format("{} bytes", bytes);
  if (bytes < 10 * kKibi * kKibi) return fmt::format("{} KiB", bytes / kKibi);
  return fmt::format("{} MiB", bytes / (kKibi * kKibi));
}

std::string language_code(std::string_view name) {
  const std::size_t end = name.find_first_of("-_.");
  std::string code(name.substr(0, end));
  const bool letters = std::all_of(code.begin(), code.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  });
  if (!letters || code.size() < 2 || code.size() > 3) return {};
  // ICU knows which codes of three letters have one of two.
  char known[ULOC_LANG_CAPACITY];
  UErrorCode error = U_ZERO_ERROR;
  const std::int32_t size =
      uloc_getLanguage(code.c_str(), known, ULOC_LANG_CAPACITY, &error);
  if (U_FAILURE(error) || size != 2) return {};
  return {known, 2};
}

}  // namespace broadsheet::read
