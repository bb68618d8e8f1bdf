#include "indexer/article_stream.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "corpus/base/error.h"
#include "indexer/interruption.h"

namespace broadsheet::indexer {

ArticleStream::ArticleStream(const Input& input,
                             const read::ReadOptions& options,
                             FileQuestions questions)
    : input_(input), options_(options), questions_(std::move(questions)) {}

std::optional<read::ReadResult> ArticleStream::next() {
  while (file_ < input_.files.size()) {
    stop_if_interrupted();
    const InputFile& file = input_.files[file_];
    try {
      if (reader_ == nullptr) {
        if (questions_.is_known(file)) {
          end_file(false);
          continue;
        }
        auto opened = read::open_file(file.path, options_);
        if (auto* problem = std::get_if<article::Problem>(&opened)) {
          end_file(false);
          return std::move(*problem);
        }
        reader_ = std::get<std::unique_ptr<read::Reader>>(std::move(opened));
      }
      std::optional<read::ReadResult> result = reader_->next();
      if (!result) {
        end_file(true);
        continue;
      }
      if (const auto* article = std::get_if<article::Article>(&*result)) {
        within_ = std::min(article->origin.offset, file.bytes);
        ++articles_;
      } else {
        ++problems_;
      }
      return result;
    } catch (const Error& error) {
      // A file that can't be read on is lost, the run is not.
      if (error.kind() != ErrorKind::kInputOutput) throw;
      end_file(false);
      return article::Problem{
          article::Problem::Kind::kSkipped, {file.path, 0, 0}, error.what()};
    }
  }
  return std::nullopt;
}

void ArticleStream::end_file(bool was_read) {
  reader_.reset();
  if (was_read) {
    before_ += input_.files[file_].bytes;
    if (articles_ == 1 && problems_ == 0) {
      questions_.held_one_article(input_.files[file_]);
    }
  }
  articles_ = 0;
  problems_ = 0;
  within_ = 0;
  ++file_;
}

}  // namespace broadsheet::indexer
