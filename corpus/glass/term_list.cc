#include "corpus/glass/term_list.h"

#include <algorithm>

#include "corpus/base/error.h"
#include "corpus/glass/integers.h"

namespace broadsheet::glass {
namespace {

constexpr std::size_t kOneByte = 256;

[[noreturn]] void throw_damaged_list() {
  throw Error(ErrorKind::kIndex, "a term list is damaged");
}

std::size_t common_prefix(std::string_view a, std::string_view b) {
  const std::size_t shorter = std::min(a.size(), b.size());
  std::size_t same = 0;
  while (same < shorter && a[same] == b[same]) ++same;
  return same;
}

}  // namespace

void TermListEncoder::start(std::uint32_t length, std::uint32_t terms) {
  size_ = 0;
  first_ = true;
  previous_ = {};
  if (terms == 0) return;
  char* out = room(2 * kMaxVarintBytes);
  out = put_varint(out, length);
  written_to(put_varint(out, terms));
}

void TermListEncoder::add(std::string_view term, std::uint32_t wdf) {
  char* out = room(2 + term.size() + kMaxVarintBytes);
  if (first_) {
    *out++ = static_cast<char>(term.size());
    out = std::copy(term.begin(), term.end(), out);
    written_to(put_varint(out, wdf));
    first_ = false;
    previous_ = term;
    return;
  }
  const std::size_t reused = common_prefix(previous_, term);
  // A wdf of 127 or more would not fit into the byte with any previous term.
  const std::size_t both =
      wdf < 127 ? (std::size_t{wdf} + 1) * (previous_.size() + 1) + reused
                : kOneByte;
  const bool together = both < kOneByte;
  *out++ = static_cast<char>(together ? both : reused);
  *out++ = static_cast<char>(term.size() - reused);
  out = std::copy(term.begin() + static_cast<std::ptrdiff_t>(reused),
                  term.end(), out);
  if (!together) out = put_varint(out, wdf);
  written_to(out);
  previous_ = term;
}

// Where the next bytes go, with room for `most` of them.
char* TermListEncoder::room(std::size_t most) {
  if (buffer_.size() - size_ < most) {
    buffer_.resize(std::max(size_ + most, 2 * buffer_.size()));
  }
  return buffer_.data() + size_;
}

void TermListEncoder::written_to(const char* end) {
  size_ = static_cast<std::size_t>(end - buffer_.data());
}

TermListReader::TermListReader(std::string_view tag) : rest_(tag) {
  if (tag.empty()) return;
  length_ = take_number();
  left_ = take_number();
}

bool TermListReader::next() {
  if (left_ == 0) {
    if (!rest_.empty()) throw_damaged_list();
    return false;
  }
  --left_;
  std::size_t reused = 0;
  bool has_wdf = false;
  if (!term_.empty()) {
    reused = take_byte();
    // What is above all that could be reused holds the wdf too.
    if (reused > term_.size()) {
      wdf_ = reused / (term_.size() + 1) - 1;
      reused %= term_.size() + 1;
      has_wdf = true;
    }
  }
  const std::size_t fresh = take_byte();
  if (fresh > rest_.size()) throw_damaged_list();
  term_.resize(reused);
  term_ += rest_.substr(0, fresh);
  rest_.remove_prefix(fresh);
  if (!has_wdf) wdf_ = take_number();
  return true;
}

std::uint64_t TermListReader::take_number() {
  std::uint64_t number = 0;
  if (!take_varint(rest_, number)) throw_damaged_list();
  return number;
}

std::size_t TermListReader::take_byte() {
  if (rest_.empty()) throw_damaged_list();
  const auto byte = static_cast<unsigned char>(rest_.front());
  rest_.remove_prefix(1);
  return byte;
}

std::string encode_used_slots(std::span<const std::uint32_t> slots) {
  std::string tag;
  std::uint32_t next = 0;
  for (const std::uint32_t slot : slots) {
    append_varint(tag, slot - next);
    next = slot + 1;
  }
  return tag;
}

}  // namespace broadsheet::glass
