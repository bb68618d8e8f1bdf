// How fast readers are, without indexing: reads each file given again and again
// for about two seconds, from memory, in one thread, and prints megabytes
// (10^6 bytes) a second.
//   cmake --build build/release --target read_speed
//   build/release/tests/corpus/read/read_speed FILE...
#include <algorithm>
#include <chrono>
#include <ctime>
#include <iostream>
#include <string>
#include <variant>

#include "corpus/base/file.h"
#include "corpus/read/reader.h"

namespace {

struct Counts {
  std::size_t articles = 0;
  std::size_t problems = 0;
};

Counts read_once(const std::string& bytes, const std::string& name) {
  using namespace broadsheet;
  const std::unique_ptr<read::Reader> reader =
      read::make_reader(read::memory_source(bytes, name), {});
  Counts counts;
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
    const std::string bytes = broadsheet::read_file(paths[i]);
    Counts counts;
    double best = 0;
    const auto begin = Clock::now();
    // Time of this process alone, and the best of several runs: others work
    // on the machine too.
    while (Clock::now() - begin < std::chrono::seconds(2)) {
      const std::clock_t start = std::clock();
      counts = read_once(bytes, paths[i]);
      const double took = static_cast<double>(std::clock() - start);
      best = std::max(best, static_cast<double>(bytes.size()) / took *
                                static_cast<double>(CLOCKS_PER_SEC));
    }
    std::cout << best / 1e6 << " MB/s, " << bytes.size() << " bytes, "
              << counts.articles << " articles, " << counts.problems
              << " problems: " << paths[i] << '\n';
  }
  return 0;
}
