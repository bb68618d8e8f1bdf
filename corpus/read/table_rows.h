// The rows of a table in a text file, as spreadsheets and databases write them:
// fields parted by a sign, quoted where they hold it or go over lines.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/read/byte_source.h"
#include "corpus/read/record.h"
#include "corpus/read/source_window.h"

namespace broadsheet::read {

/// Cuts a stream into rows. It holds one row at a time.
class TableRows {
 public:
  /// `sign` parts the fields. Rows of more than `max_row_bytes` are passed
  /// over up to the end of their first line.
  TableRows(std::unique_ptr<ByteSource> source, char sign,
            std::size_t max_row_bytes);

  /// The next row, without its line end; kTooLong; or kUnclosed, the first line
  /// alone of a row in which a quotation mark is never closed. Nothing at the
  /// end. Throws ReadError.
  [[nodiscard]] std::optional<Record> next();

 private:
  [[nodiscard]] std::optional<std::size_t> row_end();

  char sign_;
  std::size_t limit_;
  SourceWindow window_;
};

/// The fields of one row, quotation marks gone where they enclose a field and
/// doubled ones single. A field in which they stand otherwise is as written.
[[nodiscard]] std::vector<std::string> row_fields(std::string_view row,
                                                  char sign);

/// The sign that parts the fields of `line`, the head of a table: the comma,
/// semicolon, tab or bar that stands in it most often; 0 if none does.
[[nodiscard]] char field_sign(std::string_view line);

}  // namespace broadsheet::read
