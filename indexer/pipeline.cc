#include "indexer/pipeline.h"

#include <fmt/format.h>

#include <exception>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "corpus/schema/article_terms.h"
#include "corpus/schema/record_codec.h"
#include "corpus/schema/stored_article.h"
#include "indexer/bounded_queue.h"
#include "indexer/interruption.h"
#include "indexer/segment/segment_writer.h"

namespace broadsheet::indexer {
namespace {

// A chunk's postings stay in memory until its segment is written.
constexpr std::size_t kRunBytes = std::size_t{64} << 20;

// A dictionary learns no more from more articles, and takes longer.
constexpr std::size_t kMostSampleBytes = std::size_t{2} << 20;

std::string dictionary_from(const Chunk& chunk) {
  std::vector<std::string> records;
  std::size_t bytes = 0;
  for (const article::Article& article : chunk.articles) {
    if (bytes > kMostSampleBytes) break;
    records.push_back(schema::encode_stored(article, {}));
    bytes += records.back().size();
  }
  return schema::train_dictionary(records);
}

class Pipeline {
 public:
  Pipeline(std::string directory, unsigned threads, std::string language,
           std::string dictionary)
      : directory_(std::move(directory)),
        language_(std::move(language)),
        dictionary_(std::move(dictionary)),
        thread_count_(threads),
        queue_(threads) {}

  ~Pipeline() {
    queue_.abandon();
    join();
  }

  BuiltChunks run(Intake& intake) {
    std::optional<Chunk> chunk = intake.next();
    if (chunk && dictionary_.empty()) dictionary_ = dictionary_from(*chunk);
    // Not in the constructor: should one fail to start, the others are joined.
    while (threads_.size() < thread_count_) {
      threads_.emplace_back([this] { work(); });
    }
    while (chunk && queue_.push(std::move(*chunk))) chunk = intake.next();
    queue_.close();
    join();
    if (failure_) std::rethrow_exception(failure_);
    return {std::move(built_), std::move(dictionary_)};
  }

 private:
  void join() {
    for (std::thread& thread : threads_) {
      if (thread.joinable()) thread.join();
    }
  }

  void work() {
    try {
      schema::ArticleAnalyzer analyzer(language_, dictionary_);
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
    const auto writer =
        segment::make_glass_segment_writer(built.path, kRunBytes);
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
  std::string dictionary_;  // Set before the threads start.
  const unsigned thread_count_;
  BoundedQueue<Chunk> queue_;
  std::mutex mutex_;  // For the two below.
  std::vector<BuiltChunk> built_;
  std::exception_ptr failure_;
  std::vector<std::thread> threads_;
};

}  // namespace

BuiltChunks build_chunks(Intake& intake, const std::string& directory,
                         unsigned threads, const std::string& default_language,
                         std::string dictionary) {
  return Pipeline(directory, threads, default_language, std::move(dictionary))
      .run(intake);
}

}  // namespace broadsheet::indexer
