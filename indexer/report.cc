#include "indexer/report.h"

#include <fcntl.h>
#include <fmt/format.h>

#include <cerrno>
#include <utility>

#include "corpus/base/error.h"
#include "corpus/base/visible.h"

namespace broadsheet::indexer {
namespace {

constexpr std::size_t kBuffer = std::size_t{1} << 16;

// Controls and backslashes so that they can be read back; visible() for what is
// left then.
std::string escaped(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '\\') {
      escaped += "\\\\";
    } else if (c == '\t') {
      escaped += "\\t";
    } else if (c == '\n') {
      escaped += "\\n";
    } else if (c == '\r') {
      escaped += "\\r";
    } else if (byte < 0x20 || byte == 0x7F) {
      escaped += fmt::format("\\x{:02x}", byte);
    } else {
      escaped += c;
    }
  }
  return visible(escaped);
}

std::size_t index_of(Finding::Kind kind) {
  return static_cast<std::size_t>(kind);
}

}  // namespace

std::string_view to_string(Finding::Kind kind) {
  switch (kind) {
    case Finding::Kind::kSkipped:
      return "skipped";
    case Finding::Kind::kDuplicate:
      return "duplicate";
    case Finding::Kind::kWarning:
      break;
  }
  return "warning";
}

std::string report_line(const Finding& finding) {
  return fmt::format("{}\t{}\t{}\t{}\t{}", to_string(finding.kind),
                     escaped(finding.origin.path), finding.origin.record,
                     finding.origin.offset, escaped(finding.reason));
}

Report::Report(std::string path) : path_(std::move(path)) {
  if (path_.empty()) return;
  file_ = FileDescriptor(
      ::open(path_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
  if (!file_.is_open()) throw system_error("create", path_, errno);
}

void Report::add(Finding finding) {
  if (file_.is_open()) {
    buffer_ += report_line(finding) + "\n";
    if (buffer_.size() >= kBuffer) finish();
  }
  Kept& kept = kept_[index_of(finding.kind)];
  ++kept.count;
  if (kept.first.size() < kShownFindings) {
    kept.first.push_back(std::move(finding));
  }
}

void Report::add(article::Problem problem) {
  add(Finding{problem.kind == article::Problem::Kind::kSkipped
                  ? Finding::Kind::kSkipped
                  : Finding::Kind::kWarning,
              std::move(problem.origin), std::move(problem.reason)});
}

void Report::finish() {
  if (!file_.is_open()) return;
  write_all(file_, buffer_, path_);
  buffer_.clear();
}

const std::vector<Finding>& Report::first(Finding::Kind kind) const {
  return kept_[index_of(kind)].first;
}

std::uint64_t Report::count(Finding::Kind kind) const {
  return kept_[index_of(kind)].count;
}

}  // namespace broadsheet::indexer
