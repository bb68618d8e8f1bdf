#include "corpus/read/record_splitter.h"

#include <algorithm>
#include <utility>

#include "corpus/read/ascii.h"
#include "corpus/read/sgml.h"

namespace broadsheet::read {
namespace {

enum class Mark : unsigned char { kStart, kEnd, kNone };

struct Found {
  Mark mark = Mark::kNone;
  std::size_t begin = 0;  // For kNone: search on here.
  std::size_t end = 0;
};

// The first start or end tag of `name` in the window, from `from` on. A '<' too
// near to the end to tell is left for when more bytes are there.
Found find_tag(const SourceWindow& window, std::string_view name,
               std::size_t from) {
  const std::string_view bytes = window.bytes();
  for (std::size_t at = from; at < bytes.size(); ++at) {
    at = bytes.find('<', at);
    if (at == std::string_view::npos) break;
    // "<", "/", the name and what ends it.
    if (bytes.size() - at < name.size() + 3 && !window.ended()) {
      return {Mark::kNone, at, at};
    }
    const bool closing = at + 1 < bytes.size() && bytes[at + 1] == '/';
    const std::size_t word = at + (closing ? 2 : 1);
    std::size_t behind = word + name.size();
    if (behind >= bytes.size() ||
        !starts_with_name(bytes.substr(word, name.size()), name)) {
      continue;
    }
    if (bytes[behind] != '>' && !is_ascii_blank(bytes[behind])) continue;
    if (!closing) return {Mark::kStart, at, behind};
    while (behind < bytes.size() && is_ascii_blank(bytes[behind])) ++behind;
    if (behind == bytes.size() && !window.ended()) return {Mark::kNone, at, at};
    if (behind < bytes.size() && bytes[behind] == '>') {
      return {Mark::kEnd, at, behind + 1};
    }
  }
  return {Mark::kNone, bytes.size(), bytes.size()};
}

}  // namespace

RecordSplitter::RecordSplitter(std::unique_ptr<ByteSource> source,
                               std::size_t max_record_bytes)
    : limit_(std::max(max_record_bytes, std::size_t{1})),
      window_(std::move(source), limit_) {}

std::optional<Record> RecordSplitter::next_line() {
  std::size_t searched = 0;
  for (;;) {
    const std::size_t end = window_.bytes().find('\n', searched);
    searched = std::min(end, window_.bytes().size());
    if (searched > limit_) return pass_over_line(window_);
    if (end != std::string_view::npos) {
      const Record line = take_record(window_, end, Record::Fault::kNone);
      window_.pass(1);
      return line;
    }
    if (!window_.fill()) break;
  }
  if (searched == 0) return std::nullopt;
  return take_record(window_, searched, Record::Fault::kNone);
}

std::optional<Record> RecordSplitter::next_element(std::string_view name) {
  if (std::optional<Record> outside = pass_over_outside(name)) return outside;
  if (window_.bytes().empty()) return std::nullopt;
  // It begins with the '<' of the start tag, which must not end the element.
  std::size_t searched = 1;
  for (;;) {
    const Found found = find_tag(window_, name, searched);
    searched = found.mark == Mark::kEnd ? found.end : found.begin;
    if (searched > limit_) return pass_over_element(name);
    if (found.mark == Mark::kEnd)
      return take_record(window_, searched, Record::Fault::kNone);
    if (found.mark == Mark::kStart ||
        (!window_.fill() && searched == window_.bytes().size())) {
      return take_record(window_, searched, Record::Fault::kUnclosed);
    }
  }
}

// Goes to the next start tag, or to the end. What was passed over is a record
// if it holds text; of more than the limit that is taken for granted.
std::optional<Record> RecordSplitter::pass_over_outside(std::string_view name) {
  Record record;
  record.offset = window_.offset();
  record.fault = Record::Fault::kOutside;
  std::size_t searched = 0;
  for (;;) {
    const Found found = find_tag(window_, name, searched);
    // An end tag out of place is no text.
    searched = found.mark == Mark::kEnd ? found.end : found.begin;
    if (found.mark == Mark::kEnd) continue;
    if (record.size + searched > limit_) {
      record.size += searched;
      window_.pass(searched);
      searched = 0;
    }
    if (found.mark == Mark::kStart ||
        (!window_.fill() && searched == window_.bytes().size())) {
      break;
    }
  }
  const bool long_text = record.size > 0;
  const bool text = long_text || has_text(window_.bytes().substr(0, searched));
  record.size += searched;
  window_.pass(searched);
  if (!text) return std::nullopt;
  return record;
}

Record RecordSplitter::pass_over_element(std::string_view name) {
  Record record;
  record.offset = window_.offset();
  record.fault = Record::Fault::kTooLong;
  // Its own start tag must not be taken for the next element's.
  std::size_t searched = 1;
  for (;;) {
    const Found found = find_tag(window_, name, searched);
    const std::size_t end = found.mark == Mark::kEnd ? found.end : found.begin;
    record.size += end;
    window_.pass(end);
    searched = 0;
    if (found.mark != Mark::kNone) return record;
    if (!window_.fill() && window_.bytes().empty()) return record;
  }
}

}  // namespace broadsheet::read
