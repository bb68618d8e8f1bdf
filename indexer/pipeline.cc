#include "indexer/pipeline.h"

#include <fmt/format.h>

#include <exception>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "corpus/schema/article_terms.h"
#include "indexer/bounded_queue.h"
#include "indexer/interruption.h"
#include "indexer/segment/segment_writer.h"

namespace broadsheet::indexer {
namespace {

class Pipeline {
 public:
  Pipeline(std::string directory, unsigned threads, std::string language)
      : directory_(std::move(directory)),
        language_(std::move(language)),
        thread_count_(threads),
        queue_(threads) {}

  ~Pipeline() {
    queue_.abandon();
    join();
  }

  std::vector<BuiltChunk> run(Intake& intake) {
    // Not in the constructor: should one fail to start, the others are joined.
    while (threads_.size() < thread_count_) {
      threads_.emplace_back([this] { work(); });
    }
    while (std::optional<Chunk> chunk = intake.next()) {
      if (!queue_.push(std::move(*chunk))) break;
    }
    queue_.close();
    join();
    if (failure_) std::rethrow_exception(failure_);
    return std::move(built_);
  }

 private:
  void join() {
    for (std::thread& thread : threads_) {
      if (thread.joinable()) thread.join();
    }
  }

  void work() {
    try {
      schema::ArticleAnalyzer analyzer(language_);
      while (std::optional<Chunk> chunk = queue_.pop()) {
        write(std::move(*chunk), analyzer);
      }
    } catch (...) {
      const std::lock_guard lock(mutex_);
      if (!failure_) failure_ = std::current_exception();
      queue_.abandon();
    }
  }

  void write(Chunk chunk, schema::ArticleAnalyzer& analyzer) {
    const BuiltChunk built{
        fmt::format("{}/chunk-{:06}", directory_, chunk.number),
        static_cast<std::uint32_t>(chunk.articles.size())};
    const auto writer = segment::make_xapian_segment_writer(built.path);
    analyzer.start_segment();
    for (article::Article& article : chunk.articles) {
      stop_if_interrupted();
      writer->add(analyzer.analyze(std::move(article)));
    }
    writer->finish();

    const std::lock_guard lock(mutex_);
    if (built_.size() <= chunk.number) built_.resize(chunk.number + 1);
    built_[chunk.number] = built;
  }

  const std::string directory_;
  const std::string language_;
  const unsigned thread_count_;
  BoundedQueue<Chunk> queue_;
  std::mutex mutex_;  // For the two below.
  std::vector<BuiltChunk> built_;
  std::exception_ptr failure_;
  std::vector<std::thread> threads_;
};

}  // namespace

std::vector<BuiltChunk> build_chunks(Intake& intake,
                                     const std::string& directory,
                                     unsigned threads,
                                     const std::string& default_language) {
  return Pipeline(directory, threads, default_language).run(intake);
}

}  // namespace broadsheet::indexer
