#include "indexer/progress.h"

#include <fmt/format.h>

#include <cmath>

#include "indexer/figures.h"

namespace broadsheet::indexer {
namespace {

constexpr std::chrono::milliseconds kInterval{200};

// Before that, a forecast is a guess.
constexpr double kForecastAfter = 1.0;  // Seconds.

// Erases to the end of the line, from its start.
constexpr const char* kErase = "\r\033[K";

std::string time_left(double seconds) {
  const auto whole = static_cast<std::uint64_t>(std::ceil(seconds));
  if (whole < 100) return fmt::format("{} s left", whole);
  if (whole < 6000) return fmt::format("{} min left", (whole + 59) / 60);
  return fmt::format("{} h left", (whole + 3599) / 3600);
}

}  // namespace

std::string progress_line(const Progress& progress, double seconds) {
  const std::uint64_t read = progress.bytes_read;
  const std::uint64_t total = progress.bytes_total;
  std::string line = grouped(progress.articles) + " articles";
  switch (progress.phase) {
    case Progress::Phase::kMerging:
      return line + ", merging";
    case Progress::Phase::kPublishing:
      return line + ", publishing";
    case Progress::Phase::kReading:
      break;
  }
  if (total == 0) return line + ", looking for files";
  line += fmt::format(", {} of {} MB", megabytes(read), megabytes(total));
  if (seconds < kForecastAfter || read == 0) return line;
  const double rate = static_cast<double>(read) / seconds;
  line += fmt::format(", {} MB/s", megabytes(static_cast<std::uint64_t>(rate)));
  const double left = static_cast<double>(total - std::min(read, total)) / rate;
  return line + ", " + time_left(left);
}

ProgressDisplay::ProgressDisplay(std::FILE* terminal, const Progress& progress)
    : terminal_(terminal),
      progress_(progress),
      start_(std::chrono::steady_clock::now()),
      thread_([this] { run(); }) {}

ProgressDisplay::~ProgressDisplay() {
  {
    const std::lock_guard lock(mutex_);
    end_ = true;
  }
  ended_.notify_one();
  thread_.join();
  std::fputs(kErase, terminal_);
  std::fflush(terminal_);
}

void ProgressDisplay::run() {
  std::unique_lock lock(mutex_);
  while (!ended_.wait_for(lock, kInterval, [this] { return end_; })) {
    const std::chrono::duration<double> passed =
        std::chrono::steady_clock::now() - start_;
    const std::string line = progress_line(progress_, passed.count());
    std::fputs((kErase + line).c_str(), terminal_);
    std::fflush(terminal_);
  }
}

}  // namespace broadsheet::indexer
