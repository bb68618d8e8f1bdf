// CSV and TSV with a head: the first row names the columns, every other one is
// an article.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "corpus/read/charset.h"
#include "corpus/read/field_offers.h"
#include "corpus/read/formats.h"
#include "corpus/read/lines.h"
#include "corpus/read/markup_body.h"
#include "corpus/read/record_reader.h"
#include "corpus/read/table_rows.h"

namespace broadsheet::read {
namespace {

constexpr std::size_t kTableHeadBytes = 4096;

struct Column {
  ArticleField field = ArticleField::kId;
  int rank = 0;
  std::string where;  // "column Title".
};

class TableReader final : public RecordReader {
 public:
  TableReader(FormatInput input, char sign)
      : RecordReader(input.source->name()),
        limit_(input.options.max_article_bytes),
        fields_(std::move(input.options.fields)),
        charset_(std::move(input.charset)) {
    std::string head = read_up_to(*input.source, kTableHeadBytes);
    sign_ = sign;
    if (sign_ == 0) sign_ = field_sign(head.substr(0, head.find('\n')));
    if (sign_ == 0) sign_ = ',';
    rows_.emplace(source_after(std::move(head), std::move(input.source)), sign_,
                  limit_ * 4);
  }

 private:
  bool read_record() override {
    if (!head_read_) return read_head();
    std::optional<Record> row = rows_->next();
    while (row && row->fault != Record::Fault::kTooLong &&
           trimmed(row->bytes).empty()) {
      row = rows_->next();
    }
    if (!row) return false;
    begin_record(row->offset);
    if (row->fault == Record::Fault::kTooLong) {
      skip(fmt::format("a row of {}, more than {}: too long to be read",
                       byte_count(row->size), byte_count(limit_ * 4)));
    } else if (row->fault == Record::Fault::kUnclosed) {
      skip("a quotation mark that no other closes");
    } else {
      read_row(row->bytes);
    }
    return true;
  }

  bool read_head() {
    head_read_ = true;
    const std::optional<Record> row = rows_->next();
    if (!row) return false;
    const DecodedText decoded = decode(row->bytes, charset_);
    bool has_text = false;
    for (const std::string& name : row_fields(decoded.text, sign_)) {
      const std::string_view key = trimmed(name);
      std::optional<Column>& column = columns_.emplace_back();
      const auto field = fields_.find(key);
      if (!field) continue;
      column =
          Column{field->first, field->second, "column " + std::string(key)};
      has_text = has_text || field->first == ArticleField::kHeadline ||
                 field->first == ArticleField::kBody;
    }
    if (has_text && row->fault == Record::Fault::kNone) return true;
    skip(
        "no column of the first row is a title or a body (--map body=COLUMN "
        "names the one that holds the text)");
    columns_.clear();
    rows_.emplace(memory_source({}, {}), sign_, limit_);
    return true;
  }

  void read_row(std::string_view bytes) {
    DecodedText decoded = decode(bytes, charset_);
    std::vector<std::string> values = row_fields(decoded.text, sign_);
    warn_of(decoded);
    if (values.size() != columns_.size()) {
      warn(fmt::format("{} fields, where the first row names {}", values.size(),
                       columns_.size()));
    }
    ArticleParts parts;
    FieldOffers offers;
    std::string* body = nullptr;
    const Column* body_column = nullptr;
    for (std::size_t i = 0; i < std::min(values.size(), columns_.size()); ++i) {
      const std::optional<Column>& column = columns_[i];
      if (!column || trimmed(values[i]).empty()) continue;
      if (column->field == ArticleField::kTopics) {
        offer_topics(values[i], *column, offers);
      } else if (column->field != ArticleField::kBody) {
        offers.offer(column->field, column->rank, values[i], column->where);
      } else if (body == nullptr || column->rank < body_column->rank) {
        body = &values[i];
        body_column = &*column;
      }
    }
    offers.fill(parts);
    if (body != nullptr) {
      parts.article.sources.push_back({"body", body_column->where, {}});
      set_body(parts, std::move(*body));
    }
    if (parts.headline.empty() && trimmed(parts.body).empty()) {
      return skip("neither title nor body in the row");
    }
    parts.article.encoding = std::move(decoded.encoding);
    give(std::move(parts), limit_);
  }

  static void offer_topics(std::string_view list, const Column& column,
                           FieldOffers& offers) {
    for (;;) {
      const std::size_t end = list.find_first_of(",;|");
      offers.offer(column.field, column.rank, list.substr(0, end),
                   column.where);
      if (end == std::string_view::npos) return;
      list.remove_prefix(end + 1);
    }
  }

  std::size_t limit_;
  FieldMap fields_;
  std::string charset_;
  char sign_ = ',';
  std::optional<TableRows> rows_;
  std::vector<std::optional<Column>> columns_;
  bool head_read_ = false;
};

}  // namespace

std::unique_ptr<Reader> csv_reader(FormatInput input) {
  return std::make_unique<TableReader>(std::move(input), '\0');
}

std::unique_ptr<Reader> tsv_reader(FormatInput input) {
  return std::make_unique<TableReader>(std::move(input), '\t');
}

}  // namespace broadsheet::read
