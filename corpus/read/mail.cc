// Mail: a file is a message, or, as mbox, many, each behind a line that begins
// with "From ".
#include <fmt/format.h>

#include <optional>
#include <utility>

#include "corpus/read/formats.h"
#include "corpus/read/mail_message.h"
#include "corpus/read/record_reader.h"
#include "corpus/read/record_splitter.h"

namespace broadsheet::read {
namespace {

constexpr std::string_view kSeparator = "From ";

// "From ada@kelmar.example Mon Apr 17 09:30:00 2023": a letter may have a line
// that begins with the word, but hardly one with a time of day in it too.
bool is_separator(std::string_view line) {
  if (!line.starts_with(kSeparator)) return false;
  const auto digit = [&](std::size_t at) {
    return at < line.size() && line[at] >= '0' && line[at] <= '9';
  };
  for (std::size_t at = line.find(':'); at != std::string_view::npos;
       at = line.find(':', at + 1)) {
    if (digit(at - 1) && digit(at + 1) && digit(at + 2)) return true;
  }
  return false;
}

class MailReader final : public RecordReader {
 public:
  MailReader(FormatInput input, bool many)
      : RecordReader(input.source->name()),
        many_(many),
        limit_(input.options.max_article_bytes),
        lines_(std::move(input.source), limit_ * 4) {}

 private:
  bool read_record() override {
    if (!begun_) {
      begun_ = true;
      line_ = lines_.next_line();
    }
    if (!line_) return false;
    const std::uint64_t begin = line_->offset;
    std::uint64_t size = 0;
    std::string message;
    bool too_long = false;
    bool first = true;
    bool blank = false;
    for (; line_; line_ = lines_.next_line()) {
      const std::string_view line = line_->bytes;
      const bool separates =
          many_ && (first ? line.starts_with(kSeparator) : is_separator(line));
      if (separates && !first && blank) break;
      blank = line.empty() || line == "\r";
      size += line_->size + 1;
      too_long =
          too_long || line_->fault != Record::Fault::kNone || size > limit_ * 4;
      if (!too_long && !(separates && first)) add_line(line, message);
      first = false;
    }
    // A file of one message is no record of many.
    if (many_) begin_record(begin);
    if (too_long) {
      skip(fmt::format("a message of {}, more than {}: too long to be read",
                       byte_count(size), byte_count(limit_ * 4)));
      return true;
    }
    std::variant<ArticleParts, std::string> read = read_mail(message);
    if (auto* reason = std::get_if<std::string>(&read)) {
      skip(std::move(*reason));
    } else {
      give(std::get<ArticleParts>(std::move(read)), limit_);
    }
    return true;
  }

  // In mbox a ">" stands before a line of the message that begins with "From ".
  void add_line(std::string_view line, std::string& message) const {
    if (many_ && line.starts_with('>')) {
      const std::size_t text = line.find_first_not_of('>');
      if (text != std::string_view::npos &&
          line.substr(text).starts_with(kSeparator)) {
        line.remove_prefix(1);
      }
    }
    message.append(line).append("\n");
  }

  bool many_;
  std::size_t limit_;
  RecordSplitter lines_;
  std::optional<Record> line_;  // The next one, if begun_.
  bool begun_ = false;
};

}  // namespace

std::unique_ptr<Reader> mail_reader(FormatInput input) {
  return std::make_unique<MailReader>(std::move(input), false);
}

std::unique_ptr<Reader> mbox_reader(FormatInput input) {
  return std::make_unique<MailReader>(std::move(input), true);
}

}  // namespace broadsheet::read
