// A quotation mark means something only where a field begins. A row whose mark
// is never closed is its first line, and the next line begins another: one mark
// too many costs one row.
#include "corpus/read/table_rows.h"

#include <algorithm>
#include <array>
#include <utility>

namespace broadsheet::read {
namespace {

constexpr std::size_t kPiece = std::size_t{1} << 17;

}  // namespace

TableRows::TableRows(std::unique_ptr<ByteSource> source, char sign,
                     std::size_t max_row_bytes)
    : source_(std::move(source)),
      sign_(sign),
      limit_(std::max(max_row_bytes, std::size_t{1})) {}

// Reads on; offsets relative to begin_ stay. False at the end.
bool TableRows::fill() {
  if (ended_) return false;
  base_ += begin_;
  buffer_.erase(0, std::exchange(begin_, 0));
  const std::size_t had = buffer_.size();
  buffer_.resize(had + kPiece + had / 2);
  const std::size_t got =
      source_->read(buffer_.data() + had, buffer_.size() - had);
  buffer_.resize(had + got);
  ended_ = got == 0;
  return !ended_;
}

// Where the row at begin_ ends, relative to it, before its line break; nothing
// if a quotation mark in it is not closed within the limit.
std::optional<std::size_t> TableRows::row_end() {
  bool quoted = false;
  bool opens = true;
  for (std::size_t at = 0;; ++at) {
    while (begin_ + at >= buffer_.size()) {
      if (at > limit_) return std::nullopt;
      if (!fill()) {
        if (quoted) return std::nullopt;
        return at;
      }
    }
    const char c = buffer_[begin_ + at];
    if (quoted) {
      // A doubled mark closes and opens again.
      if (c == '"') quoted = opens = false;
      continue;
    }
    if (c == '\n') return at;
    const bool doubled = c == '"' && at > 0 && buffer_[begin_ + at - 1] == '"';
    if (c == '"' && (opens || doubled)) quoted = true;
    opens = c == sign_;
  }
}

TableRows::Row TableRows::pass_over_line() {
  Row row;
  row.offset = base_ + begin_;
  row.too_long = true;
  for (;;) {
    const std::size_t end = buffer_.find('\n', begin_);
    const std::size_t behind = std::min(end, buffer_.size());
    row.size += behind - begin_;
    begin_ = behind;
    if (end != std::string::npos) {
      ++begin_;
      return row;
    }
    if (!fill()) return row;
  }
}

std::optional<TableRows::Row> TableRows::next() {
  if (begin_ >= buffer_.size() && !fill()) return std::nullopt;
  Row row;
  std::optional<std::size_t> end = row_end();
  if (!end) {
    const std::size_t line = buffer_.find('\n', begin_);
    row.unclosed = true;
    end = std::min(line, buffer_.size()) - begin_;
  }
  if (*end > limit_) return pass_over_line();
  row.offset = base_ + begin_;
  row.size = *end;
  row.bytes = std::string_view(buffer_).substr(begin_, *end);
  if (row.bytes.ends_with('\r')) row.bytes.remove_suffix(1);
  begin_ = std::min(begin_ + *end + 1, buffer_.size());
  return row;
}

std::vector<std::string> row_fields(std::string_view row, char sign) {
  std::vector<std::string> fields;
  std::size_t at = 0;
  for (;;) {
    const std::size_t begin = at;
    std::string value;
    bool enclosed = false;
    if (at < row.size() && row[at] == '"') {
      for (++at; at < row.size(); ++at) {
        if (row[at] != '"') {
          value += row[at];
        } else if (at + 1 < row.size() && row[at + 1] == '"') {
          value += row[at++];
        } else {
          ++at;
          enclosed = at == row.size() || row[at] == sign;
          break;
        }
      }
    }
    if (!enclosed) {
      at = std::min(row.find(sign, std::max(at, begin)), row.size());
      value = row.substr(begin, at - begin);
    }
    fields.push_back(std::move(value));
    if (at >= row.size()) return fields;
    ++at;
  }
}

char field_sign(std::string_view line) {
  char best = 0;
  std::ptrdiff_t most = 0;
  for (const char sign : {',', '\t', ';', '|'}) {
    const std::ptrdiff_t count = std::count(line.begin(), line.end(), sign);
    if (count > most) {
      best = sign;
      most = count;
    }
  }
  return best;
}

}  // namespace broadsheet::read
