#include "indexer/intake.h"

#include <utility>
#include <variant>

namespace broadsheet::indexer {
namespace {

// What an article costs beside its text, so that a chunk of thousands of empty
// ones ends too.
constexpr std::size_t kArticleBytes = 512;

}  // namespace

Intake::Intake(const Input& input, const read::ReadOptions& reading,
               Catalog& catalog, FileStamps& stamps, Report& report,
               Progress& progress)
    : stream_(input, reading,
              {.is_known =
                   [this](const InputFile& file) { return pass_over(file); },
               .held_one_article =
                   [this](const InputFile& file) {
                     stamps_.note(last_article_, file,
                                  lasting_paths_.path(file.path));
                   }}),
      catalog_(catalog),
      stamps_(stamps),
      report_(report),
      progress_(progress) {
  for (const article::Problem& problem : input.problems) take(problem);
}

std::optional<Chunk> Intake::next() {
  Chunk chunk;
  chunk.number = chunk_;
  chunk_bytes_ = 0;
  while (chunk_bytes_ < kChunkBytes) {
    std::optional<read::ReadResult> result = stream_.next();
    if (!result) break;
    if (auto* problem = std::get_if<article::Problem>(&*result)) {
      take(std::move(*problem));
    } else {
      take(std::get<article::Article>(std::move(*result)), chunk);
    }
  }
  if (chunk.articles.empty()) return std::nullopt;
  ++chunk_;
  chunk.bytes = chunk_bytes_;
  chunk.catalog_memory = catalog_.memory() + stamps_.memory();
  return chunk;
}

Tally Intake::tally() const {
  Tally tally = tally_;
  tally.bytes = stream_.bytes_read();
  return tally;
}

// A file whose article the index holds as it is there.
bool Intake::pass_over(const InputFile& file) {
  const std::string path = lasting_paths_.path(file.path);
  const std::optional<Hash128> article = stamps_.article_of(file, path);
  if (!article || !catalog_.holds(*article)) return false;
  passed_over_ += file.bytes;
  meet(*article, Verdict::kUnchanged, {path, 0, 0}, {});
  stamps_.note(*article, file, path);
  return true;
}

void Intake::meet(const Hash128& article, Verdict verdict,
                  const article::Origin& origin, const ChunkPlace& place) {
  tally_.enter(verdict);
  progress_.articles = tally_.seen;
  progress_.bytes_read = stream_.bytes_read() + passed_over_;
  last_article_ = article;
  if (const auto earlier = catalog_.meet(article, {verdict, place, origin})) {
    tally_.withdraw(earlier->verdict);
    if (earlier->verdict != Verdict::kUnchanged) {
      superseded_.push_back(earlier->place);
    }
    report_.add(Finding{Finding::Kind::kDuplicate, earlier->origin,
                        "the same article comes again in " +
                            article::to_string(origin) +
                            ", which is taken instead"});
  }
}

void Intake::take(article::Article article, Chunk& chunk) {
  article.origin.path = lasting_paths_.path(article.origin.path);
  const schema::Identity identity = schema::identity_of(article);
  const Verdict verdict = catalog_.judge(identity);
  meet(identity.id, verdict, article.origin,
       {chunk.number, static_cast<std::uint32_t>(chunk.articles.size() + 1)});
  stamps_.forget(identity.id);
  if (verdict == Verdict::kUnchanged) return;
  chunk_bytes_ += article.text.size() + kArticleBytes;
  chunk.articles.push_back(std::move(article));
  chunk.identities.push_back(identity);
}

void Intake::take(article::Problem problem) {
  tally_.enter(problem.kind);
  if (problem.kind == article::Problem::Kind::kSkipped) {
    skipped_paths_.insert(problem.origin.path);
  }
  report_.add(std::move(problem));
}

}  // namespace broadsheet::indexer
