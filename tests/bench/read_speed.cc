// How fast readers are, without indexing: reads each file given again and again
// for about two seconds, in one thread, and prints megabytes (10^6 bytes) a
// second. The files lie in the system's memory by then.
//   cmake --build build/release --target read_speed
//   build/release/tests/corpus/read/read_speed FILE...
#include <algorithm>
#include <chrono>
#include <ctime>
#include <filesystem>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <variant>

#include "corpus/read/reader.h"

namespace {

struct Counts {
  std::size_t articles = 0;
  std::size_t problems = 0;
};

Counts read_once(const std::string& path) {
  using namespace broadsheet;
  auto opened = read::open_file(path, {});
  Counts counts;
  if (std::holds_alternative<article::Problem>(opened)) {
    ++counts.problems;
    return counts;
  }
  const auto reader =
      std::get<std::unique_ptr<read::Reader>>(std::move(opened));
  while (const auto result = reader->next()) {
    const bool problem = std::holds_alternative<article::Problem>(*result);
    ++(problem ? counts.problems : counts.articles);
  }
  return counts;
}

}  // namespace

int main(int count, char** paths) {
  std::cout.precision(4);
  using Clock = std::chrono::steady_clock;
  for (int i = 1; i < count; ++i) {
    const std::uintmax_t bytes = std::filesystem::file_size(paths[i]);
    Counts counts;
    double best = 0;
    const auto begin = Clock::now();
    // Time of this process alone, and the best of several runs: others work
    // on the machine too.
    while (Clock::now() - begin < std::chrono::seconds(2)) {
      const std::clock_t start = std::clock();
      counts = read_once(paths[i]);
      const double took = static_cast<double>(std::clock() - start);
      best = std::max(best, static_cast<double>(bytes) / took *
                                static_cast<double>(CLOCKS_PER_SEC));
    }
    std::cout << best / 1e6 << " MB/s, " << bytes << " bytes, "
              << counts.articles << " articles, " << counts.problems
              << " problems: " << paths[i] << '\n';
  }
  return 0;
}
