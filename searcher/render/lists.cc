// The two shortest forms of an answer: the number of articles, and the paths
// of their files. Other programs read them, so there is nothing else in them.
#include <fmt/format.h>

#include <set>
#include <string_view>

#include "corpus/base/visible.h"
#include "searcher/render/renderer.h"

namespace broadsheet::searcher::render {
namespace {

class Count final : public Renderer {
 public:
  [[nodiscard]] Rendered page(const search::Page& page) const override {
    return {fmt::format("{}\n", page.total), note_lines(page)};
  }
};

class FileList final : public Renderer {
 public:
  explicit FileList(PathEnd end) : end_(end) {}

  [[nodiscard]] Rendered page(const search::Page& page) const override {
    Rendered rendered{"", note_lines(page)};
    std::set<std::string_view> seen;
    for (const search::Hit& hit : page.hits) {
      const std::string& path = hit.stored.article.origin.path;
      if (!seen.insert(path).second) continue;
      if (end_ == PathEnd::kNul) {
        rendered.output += path;
        rendered.output += '\0';
      } else {
        rendered.output += visible(path);
        rendered.output += '\n';
      }
    }
    return rendered;
  }

 private:
  PathEnd end_;
};

}  // namespace

std::unique_ptr<Renderer> make_count() { return std::make_unique<Count>(); }

std::unique_ptr<Renderer> make_file_list(PathEnd end) {
  return std::make_unique<FileList>(end);
}

}  // namespace broadsheet::searcher::render
