// The two shortest forms of an answer: the number of articles, and the paths
// of their files. Other programs read them, so there is nothing else in them.
#include <fmt/format.h>

#include <string>
#include <unordered_set>

#include "corpus/base/visible.h"
#include "searcher/render/renderer.h"

namespace broadsheet::searcher::render {
namespace {

class Count final : public Renderer {
 public:
  [[nodiscard]] std::string begin(const search::Page& page) override {
    return fmt::format("{}\n", page.total);
  }

  [[nodiscard]] std::string hit(const search::Hit& /*hit*/) override {
    return "";
  }
};

class FileList final : public Renderer {
 public:
  explicit FileList(PathEnd end) : end_(end) {}

  [[nodiscard]] std::string hit(const search::Hit& hit) override {
    const std::string& path = hit.stored.article.origin.path;
    if (!seen_.insert(path).second) return "";
    return end_ == PathEnd::kNul ? path + '\0' : visible(path) + '\n';
  }

 private:
  PathEnd end_;
  std::unordered_set<std::string> seen_;
};

}  // namespace

std::unique_ptr<Renderer> make_count() { return std::make_unique<Count>(); }

std::unique_ptr<Renderer> make_file_list(PathEnd end) {
  return std::make_unique<FileList>(end);
}

}  // namespace broadsheet::searcher::render
