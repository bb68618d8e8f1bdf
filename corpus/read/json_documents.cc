#include "corpus/read/json_documents.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace broadsheet::read {
namespace {

constexpr std::size_t kPiece = std::size_t{1} << 18;
constexpr std::size_t kPadding = RecordSplitter::kPadding;

bool parts_objects(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == ',' ||
         c == '[' || c == ']' || c == '\x1E';
}

}  // namespace

JsonDocuments::JsonDocuments(std::unique_ptr<ByteSource> source,
                             std::size_t max_record_bytes)
    : source_(std::move(source)),
      limit_(std::max(max_record_bytes, std::size_t{1})),
      buffer_(kPiece + kPadding, '\0') {}

// Reads on; offsets relative to begin_ stay. False at the end.
bool JsonDocuments::fill() {
  if (ended_) return false;
  if (begin_ > 0) {
    std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
    base_ += begin_;
    end_ -= begin_;
    begin_ = 0;
  }
  if (buffer_.size() - kPadding - end_ < kPiece / 2) {
    buffer_.resize(buffer_.size() * 2);
  } else if (end_ == 0 && buffer_.size() > 16 * kPiece) {
    // What a long object took is given back behind it.
    buffer_ = std::string(kPiece + kPadding, '\0');
  }
  const std::size_t got =
      source_->read(buffer_.data() + end_, buffer_.size() - kPadding - end_);
  end_ += got;
  ended_ = got == 0;
  return !ended_;
}

Record JsonDocuments::take(std::size_t end, Record::Fault fault) {
  Record record;
  record.bytes = {buffer_.data() + begin_, end - begin_};
  record.offset = base_ + begin_;
  record.size = end - begin_;
  record.fault = fault;
  begin_ = end;
  return record;
}

std::optional<Record> JsonDocuments::next() {
  if (std::optional<Record> outside = pass_over_outside()) return outside;
  if (begin_ == end_) return std::nullopt;
  return next_object();
}

// Goes to the next '{'; a record if other things than commas stand before it.
std::optional<Record> JsonDocuments::pass_over_outside() {
  Record record;
  record.fault = Record::Fault::kOutside;
  bool within_string = false;
  do {
    for (; begin_ < end_; ++begin_) {
      const char c = buffer_[begin_];
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
      if (record.size == 0) record.offset = base_ + begin_;
      ++record.size;
    }
  } while (fill());
  if (record.size > 0) return record;
  return std::nullopt;
}

Record JsonDocuments::next_object() {
  std::size_t depth = 0;
  std::size_t at = 0;  // From begin_.
  bool within_string = false;
  bool too_long = false;
  bool broken = false;  // A string was broken, and only blanks followed.
  Record long_record;
  long_record.offset = base_ + begin_;
  long_record.fault = Record::Fault::kTooLong;
  for (;;) {
    while (begin_ + at < end_) {
      const char c = buffer_[begin_ + at];
      if (within_string) {
        if (c == '\\') {
          // The sign behind it, wherever it comes, ends no string.
          if (begin_ + at + 1 >= end_ && !ended_) break;
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
        if (broken && !too_long) return take(begin_ + at, Record::Fault::kNone);
        ++depth;
      } else if (c == '}' && --depth == 0) {
        ++at;
        if (!too_long) return take(begin_ + at, Record::Fault::kNone);
        long_record.size += at;
        begin_ += at;
        return long_record;
      }
      broken = broken && !within_string && (parts_objects(c) || c == '"');
      ++at;
    }
    at = std::min(at, end_ - begin_);
    if (at > limit_ || too_long) {
      too_long = true;
      long_record.size += at;
      begin_ += at;
      at = 0;
    }
    if (fill()) continue;
    if (too_long) {
      long_record.size += end_ - begin_;
      begin_ = end_;
      return long_record;
    }
    if (begin_ + at >= end_) return take(end_, Record::Fault::kUnclosed);
  }
}

}  // namespace broadsheet::read
