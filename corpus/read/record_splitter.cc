// One buffer serves all records: it grows to the longest one allowed, and what
// is behind the current record moves to its front when space runs out.
#include "corpus/read/record_splitter.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "corpus/read/ascii.h"
#include "corpus/read/sgml.h"

namespace broadsheet::read {
namespace {

constexpr std::size_t kPiece = std::size_t{1} << 18;

}  // namespace

RecordSplitter::RecordSplitter(std::unique_ptr<ByteSource> source,
                               std::size_t max_record_bytes)
    : source_(std::move(source)),
      limit_(std::max(max_record_bytes, std::size_t{1})),
      buffer_(kPiece + kPadding) {}

// Reads on. Invalidates offsets into buffer_ unless begin_ is 0: callers keep
// them relative to begin_. False at the end of the source.
bool RecordSplitter::fill() {
  if (ended_) return false;
  std::size_t room = buffer_.size() - kPadding - end_;
  if (room < kPiece / 2 && begin_ > 0) {
    std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
    base_ += begin_;
    end_ -= begin_;
    begin_ = 0;
    room = buffer_.size() - kPadding - end_;
  }
  if (room == 0) {
    // Never much beyond the limit: past it, records are passed over in pieces.
    const std::size_t held = buffer_.size() - kPadding;
    buffer_.resize(std::min(held * 2, std::max(limit_, held) + kPiece) +
                   kPadding);
    room = buffer_.size() - kPadding - end_;
  } else if (buffer_.size() > 16 * kPiece && end_ < kPiece / 2) {
    // What a long record took is given back behind it.
    std::vector<char> smaller(kPiece + kPadding);
    std::copy_n(buffer_.begin(), end_, smaller.begin());
    buffer_ = std::move(smaller);
    room = kPiece - end_;
  }
  const std::size_t got = source_->read(buffer_.data() + end_, room);
  end_ += got;
  ended_ = got == 0;
  return !ended_;
}

// Gives [begin_, end) as a record and goes on at `next`.
Record RecordSplitter::take(std::size_t end, std::size_t next,
                            Record::Fault fault) {
  Record record;
  record.bytes = {buffer_.data() + begin_, end - begin_};
  record.offset = offset_of(begin_);
  record.size = end - begin_;
  record.fault = fault;
  begin_ = next;
  return record;
}

std::optional<Record> RecordSplitter::next_line() {
  std::size_t searched = 0;
  for (;;) {
    const char* from = buffer_.data() + begin_ + searched;
    const auto* found = static_cast<const char*>(
        std::memchr(from, '\n', end_ - begin_ - searched));
    if (found != nullptr) {
      const auto at = static_cast<std::size_t>(found - buffer_.data());
      if (at - begin_ > limit_) return pass_over_line();
      return take(at, at + 1, Record::Fault::kNone);
    }
    searched = end_ - begin_;
    if (searched > limit_) return pass_over_line();
    if (!fill()) break;
  }
  if (begin_ == end_) return std::nullopt;
  return take(end_, end_, Record::Fault::kNone);
}

Record RecordSplitter::pass_over_line() {
  Record record;
  record.offset = offset_of(begin_);
  record.fault = Record::Fault::kTooLong;
  for (;;) {
    const auto* found = static_cast<const char*>(
        std::memchr(buffer_.data() + begin_, '\n', end_ - begin_));
    if (found != nullptr) {
      const auto at = static_cast<std::size_t>(found - buffer_.data());
      record.size += at - begin_;
      begin_ = at + 1;
      return record;
    }
    record.size += end_ - begin_;
    begin_ = end_;
    if (!fill()) return record;
  }
}

// The first start or end tag of `name` in [from, end_). A '<' too near to the
// end to tell is left for when more bytes are there.
RecordSplitter::Found RecordSplitter::find_tag(std::string_view name,
                                               std::size_t from) const {
  const char* data = buffer_.data();
  for (std::size_t at = from; at < end_; ++at) {
    const auto* found =
        static_cast<const char*>(std::memchr(data + at, '<', end_ - at));
    if (found == nullptr) break;
    at = static_cast<std::size_t>(found - data);
    // "<", "/", the name and what ends it.
    if (end_ - at < name.size() + 3 && !ended_) return {Mark::kNone, at, at};
    const bool closing = at + 1 < end_ && data[at + 1] == '/';
    const std::size_t word = at + (closing ? 2 : 1);
    std::size_t behind = word + name.size();
    if (behind >= end_ || !starts_with_name({data + word, name.size()}, name))
      continue;
    if (data[behind] != '>' && !is_ascii_blank(data[behind])) continue;
    if (!closing) return {Mark::kStart, at, behind};
    while (behind < end_ && is_ascii_blank(data[behind])) ++behind;
    if (behind == end_ && !ended_) return {Mark::kNone, at, at};
    if (behind < end_ && data[behind] == '>') {
      return {Mark::kEnd, at, behind + 1};
    }
  }
  return {Mark::kNone, end_, end_};
}

std::optional<Record> RecordSplitter::next_element(std::string_view name) {
  if (std::optional<Record> outside = pass_over_outside(name)) return outside;
  if (begin_ == end_) return std::nullopt;
  // begin_ is at the '<' of the start tag, which must not end the element.
  std::size_t searched = 1;
  for (;;) {
    const Found found = find_tag(name, begin_ + searched);
    const std::size_t end = found.mark == Mark::kEnd ? found.end : found.begin;
    searched = end - begin_;
    if (searched > limit_) return pass_over_element(name);
    if (found.mark == Mark::kEnd) {
      return take(end, end, Record::Fault::kNone);
    }
    if (found.mark == Mark::kStart || (!fill() && begin_ + searched == end_)) {
      const std::size_t stop = begin_ + searched;
      return take(stop, stop, Record::Fault::kUnclosed);
    }
  }
}

// Goes to the next start tag, or to the end. What was passed over is a record
// if it holds text; of more than the limit that is taken for granted.
std::optional<Record> RecordSplitter::pass_over_outside(std::string_view name) {
  Record record;
  record.offset = offset_of(begin_);
  record.fault = Record::Fault::kOutside;
  std::size_t searched = 0;
  for (;;) {
    const Found found = find_tag(name, begin_ + searched);
    // An end tag out of place is no text.
    searched = (found.mark == Mark::kEnd ? found.end : found.begin) - begin_;
    if (found.mark == Mark::kEnd) continue;
    if (record.size + searched > limit_) {
      record.size += searched;
      begin_ += searched;
      searched = 0;
    }
    if (found.mark == Mark::kStart || (!fill() && begin_ + searched == end_)) {
      break;
    }
  }
  const bool long_text = record.size > 0;
  const bool text = long_text || has_text({buffer_.data() + begin_, searched});
  record.size += searched;
  begin_ += searched;
  if (!text) return std::nullopt;
  return record;
}

Record RecordSplitter::pass_over_element(std::string_view name) {
  Record record;
  record.offset = offset_of(begin_);
  record.fault = Record::Fault::kTooLong;
  // Its own start tag must not be taken for the next element's.
  std::size_t searched = 1;
  for (;;) {
    const Found found = find_tag(name, begin_ + searched);
    const std::size_t end = found.mark == Mark::kEnd ? found.end : found.begin;
    record.size += end - begin_;
    begin_ = end;
    searched = 0;
    if (found.mark != Mark::kNone) return record;
    if (!fill() && begin_ == end_) return record;
  }
}

}  // namespace broadsheet::read
