#include "indexer/pipeline.h"

#include <fmt/format.h>

#include <memory>
#include <mutex>
#include <optional>
#include <utility>

#include "corpus/schema/article_terms.h"
#include "corpus/schema/record_codec.h"
#include "corpus/schema/stored_article.h"
#include "indexer/chunk_workers.h"
#include "indexer/freed_memory.h"
#include "indexer/interruption.h"
#include "indexer/run_sequencer.h"
#include "indexer/segment/inverter.h"
#include "indexer/segment/segment_assembler.h"
#include "indexer/segment/segment_writer.h"

namespace broadsheet::indexer {
namespace {

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

/// Turns chunks into runs of one segment.
class RunBuilder final : public ChunkWorker {
 public:
  RunBuilder(const BuildPlan& plan, const std::string& dictionary,
             RunSequencer& runs)
      : analyzer_(plan.default_language, plan.memory.words),
        packer_(dictionary),
        inverter_(analyzer_.terms(), &packer_),
        inversion_(plan.memory.inversion),
        runs_(runs),
        wordings_(plan.wordings) {}

  void work(PlacedChunk placed) override {
    Chunk& chunk = placed.chunk;
    std::vector<segment::Run> runs;
    std::uint32_t first_docid = placed.first_docid;
    for (std::uint32_t i = 0; i < chunk.articles.size(); ++i) {
      stop_if_interrupted();
      const schema::NumberedArticle& article = analyzer_.analyze_numbered(
          std::move(chunk.articles[i]), chunk.identities[i]);
      inverter_.add(article);
      worded_.add(segment::row_of(placed.first_docid + i, article),
                  article.wording);
      const bool is_full = analyzer_.is_full();
      if (is_full || inverter_.memory() > inversion_) {
        runs.push_back(inverter_.take(first_docid));
        first_docid = placed.first_docid + i + 1;
      }
      if (is_full) analyzer_.forget();
    }
    if (!inverter_.empty()) runs.push_back(inverter_.take(first_docid));
    wordings_.add(worded_);
    worded_.clear();
    runs_.append(chunk.number, std::move(runs),
                 chunk.catalog_memory + wordings_.memory());
  }

 private:
  schema::ArticleAnalyzer analyzer_;
  schema::RecordPacker packer_;
  segment::Inverter inverter_;
  std::size_t inversion_;  // Bytes it may take.
  RunSequencer& runs_;
  Wordings& wordings_;
  WordingBatch worded_;  // Of the chunk in work.
};

Built build_segment(Chunk first, Intake& intake, const BuildPlan& plan,
                    std::string dictionary) {
  const std::string path = plan.directory + "/built";
  segment::SegmentAssembler assembler(path, plan.memory.runs);
  RunSequencer runs(assembler, plan.memory.threads);
  const std::vector<std::uint32_t> first_docids = for_each_chunk(
      std::move(first), intake,
      {plan.memory.threads, plan.memory.waiting_chunks, plan.memory.chunks,
       [&] { return std::make_unique<RunBuilder>(plan, dictionary, runs); },
       [&] { runs.abandon(); }});
  give_back_freed_memory();
  plan.merging();

  std::vector<std::uint32_t> removed;
  for (const ChunkPlace& place : intake.superseded()) {
    removed.push_back(first_docids[place.chunk] + place.docid - 1);
  }
  Built built;
  built.complete = true;
  built.dictionary = std::move(dictionary);
  if (removed.size() == assembler.articles()) return built;
  const auto left =
      assembler.articles() - static_cast<std::uint32_t>(removed.size());
  built.chunks.push_back(
      {path, left,
       assembler.finish(plan.memory.threads > 1,
                        segment::RemovedArticles(std::move(removed)),
                        stop_if_interrupted)});
  return built;
}

/// Turns each chunk into a segment of its own.
class ChunkSegmentBuilder final : public ChunkWorker {
 public:
  /// `built` and its `mutex` are shared by all threads.
  ChunkSegmentBuilder(const BuildPlan& plan, const std::string& dictionary,
                      std::vector<BuiltChunk>& built, std::mutex& mutex)
      : directory_(plan.directory),
        analyzer_(plan.default_language, plan.memory.words),
        packer_(dictionary),
        built_(built),
        mutex_(mutex),
        wordings_(plan.wordings) {}

  void work(PlacedChunk placed) override {
    Chunk& chunk = placed.chunk;
    const BuiltChunk built{
        fmt::format("{}/chunk-{:06}", directory_, chunk.number),
        static_cast<std::uint32_t>(chunk.articles.size())};
    const auto writer = segment::make_xapian_segment_writer(built.path);
    analyzer_.start_segment();
    for (std::uint32_t i = 0; i < chunk.articles.size(); ++i) {
      stop_if_interrupted();
      schema::AnalyzedArticle article =
          analyzer_.analyze(std::move(chunk.articles[i]));
      article.record = packer_.pack(article.record);
      writer->add(article);
      worded_.add(segment::row_of(placed.first_docid + i, article),
                  article.wording);
    }
    writer->finish();
    wordings_.add(worded_);
    worded_.clear();

    const std::lock_guard lock(mutex_);
    if (built_.size() <= chunk.number) built_.resize(chunk.number + 1);
    built_[chunk.number] = built;
  }

 private:
  std::string directory_;
  schema::ArticleAnalyzer analyzer_;
  schema::RecordPacker packer_;
  std::vector<BuiltChunk>& built_;
  std::mutex& mutex_;
  Wordings& wordings_;
  WordingBatch worded_;  // Of the chunk in work.
};

Built build_chunks(Chunk first, Intake& intake, const BuildPlan& plan,
                   std::string dictionary) {
  Built built;
  std::mutex mutex;
  for_each_chunk(
      std::move(first), intake,
      {plan.memory.threads, plan.memory.waiting_chunks, plan.memory.chunks,
       [&] {
         return std::make_unique<ChunkSegmentBuilder>(plan, dictionary,
                                                      built.chunks, mutex);
       },
       [] {}});
  built.superseded = intake.superseded();
  built.dictionary = std::move(dictionary);
  plan.merging();
  return built;
}

}  // namespace

Built build(Intake& intake, const BuildPlan& plan) {
  std::optional<Chunk> first = intake.next();
  if (!first) return {{}, false, {}, plan.dictionary};
  std::string dictionary =
      plan.dictionary.empty() ? dictionary_from(*first) : plan.dictionary;
  return plan.writer == Writer::kOwn
             ? build_segment(std::move(*first), intake, plan,
                             std::move(dictionary))
             : build_chunks(std::move(*first), intake, plan,
                            std::move(dictionary));
}

}  // namespace broadsheet::indexer
