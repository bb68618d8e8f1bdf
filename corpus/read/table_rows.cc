// A quotation mark means something only where a field begins. A row whose mark
// is never closed is its first line, and the next line begins another: one mark
// too many costs one row.
#include "corpus/read/table_rows.h"

#include <algorithm>
#include <utility>

namespace broadsheet::read {

TableRows::TableRows(std::unique_ptr<ByteSource> source, char sign,
                     std::size_t max_row_bytes)
    : sign_(sign),
      limit_(std::max(max_row_bytes, std::size_t{1})),
      window_(std::move(source), limit_) {}

// Where the row that begins the window ends, before its line break; nothing if
// a quotation mark in it is not closed within the limit.
std::optional<std::size_t> TableRows::row_end() {
  bool quoted = false;
  bool opens = true;
  char before = 0;
  for (std::size_t at = 0;;) {
    for (const char c : window_.bytes().substr(at)) {
      const bool doubled = c == '"' && before == '"';
      before = c;
      if (quoted) {
        // A doubled mark closes and opens again.
        if (c == '"') quoted = opens = false;
      } else if (c == '\n') {
        return at;
      } else {
        if (c == '"' && (opens || doubled)) quoted = true;
        opens = c == sign_;
      }
      ++at;
    }
    if (at > limit_) return std::nullopt;
    if (!window_.fill()) {
      if (quoted) return std::nullopt;
      return at;
    }
  }
}

std::optional<Record> TableRows::next() {
  if (window_.bytes().empty() && !window_.fill()) return std::nullopt;
  Record::Fault fault = Record::Fault::kNone;
  std::optional<std::size_t> end = row_end();
  const std::string_view bytes = window_.bytes();
  if (!end) {
    fault = Record::Fault::kUnclosed;
    end = std::min(bytes.find('\n'), bytes.size());
  }
  if (*end > limit_) return pass_over_line(window_);
  Record row = take_record(window_, *end, fault);
  if (row.bytes.ends_with('\r')) row.bytes.remove_suffix(1);
  if (!window_.bytes().empty()) window_.pass(1);
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
