#include "corpus/read/json_documents.h"

#include <algorithm>
#include <utility>

namespace broadsheet::read {
namespace {

bool parts_objects(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == ',' ||
         c == '[' || c == ']' || c == '\x1E';
}

}  // namespace

JsonDocuments::JsonDocuments(std::unique_ptr<ByteSource> source,
                             std::size_t max_record_bytes)
    : limit_(std::max(max_record_bytes, std::size_t{1})),
      window_(std::move(source), limit_) {}

std::optional<Record> JsonDocuments::next() {
  if (std::optional<Record> outside = pass_over_outside()) return outside;
  if (window_.bytes().empty()) return std::nullopt;
  return next_object();
}

// Goes to the next '{'; a record if other things than commas stand before it.
std::optional<Record> JsonDocuments::pass_over_outside() {
  Record record;
  record.fault = Record::Fault::kOutside;
  bool within_string = false;
  do {
    for (; !window_.bytes().empty(); window_.pass(1)) {
      const char c = window_.bytes().front();
      if (c == '{' && !within_string) {
        if (record.size > 0) return record;
        return std::nullopt;
      }
      if (parts_objects(c) && !within_string) {
        // A comma behind a value ends it.
        if (record.size > 0 && c == ',') return record;
        continue;
      }
      if (c == '"') within_string = !within_string;
      if (c == '\n') within_string = false;
      if (record.size == 0) record.offset = window_.offset();
      ++record.size;
    }
  } while (window_.fill());
  if (record.size > 0) return record;
  return std::nullopt;
}

Record JsonDocuments::next_object() {
  std::size_t depth = 0;
  std::size_t at = 0;
  bool within_string = false;
  bool too_long = false;
  bool broken = false;  // A string was broken, and only blanks followed.
  Record long_record;
  long_record.offset = window_.offset();
  long_record.fault = Record::Fault::kTooLong;
  for (;;) {
    const std::string_view bytes = window_.bytes();
    while (at < bytes.size()) {
      const char c = bytes[at];
      if (within_string) {
        if (c == '\\') {
          // The sign behind it, wherever it comes, ends no string.
          if (at + 1 >= bytes.size() && !window_.ended()) break;
          ++at;
        } else if (c == '"' || c == '\n') {
          // No string goes over a line: where one does, a quotation mark is
          // missing, which must not cost the objects behind.
          within_string = false;
          broken = c == '\n';
        }
      } else if (c == '"') {
        within_string = true;
      } else if (c == '{') {
        // On the line behind a broken string it begins the next object.
        if (broken && !too_long)
          return take_record(window_, at, Record::Fault::kNone);
        ++depth;
      } else if (c == '}' && --depth == 0) {
        ++at;
        if (!too_long) return take_record(window_, at, Record::Fault::kNone);
        long_record.size += at;
        window_.pass(at);
        return long_record;
      }
      broken = broken && !within_string && (parts_objects(c) || c == '"');
      ++at;
    }
    at = std::min(at, bytes.size());
    if (at > limit_ || too_long) {
      too_long = true;
      long_record.size += at;
      window_.pass(at);
      at = 0;
    }
    if (window_.fill()) continue;
    if (too_long) {
      long_record.size += window_.bytes().size();
      window_.pass(window_.bytes().size());
      return long_record;
    }
    if (at >= window_.bytes().size()) {
      return take_record(window_, at, Record::Fault::kUnclosed);
    }
  }
}

}  // namespace broadsheet::read
