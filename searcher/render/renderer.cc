#include "searcher/render/renderer.h"

#include <fmt/format.h>

#include "corpus/article/date.h"
#include "corpus/base/visible.h"

namespace broadsheet::searcher::render {
namespace {

std::string day(std::int64_t seconds) {
  return article::to_iso({seconds, article::Date::Precision::kDay});
}

}  // namespace

Renderer::~Renderer() = default;

std::string Renderer::messages(const search::Page& page) const {
  std::string lines;
  if (!page.reading.empty()) {
    lines +=
        fmt::format("broadsheet-search: read as: {}\n", visible(page.reading));
  }
  for (std::size_t i = 0; i < page.explanation.size();) {
    const std::size_t end = page.explanation.find('\n', i);
    lines += visible(page.explanation.substr(i, end - i)) + '\n';
    i = end + 1;
  }
  for (const std::string& note : page.notes) {
    lines += fmt::format("broadsheet-search: note: {}\n", visible(note));
  }
  if (!page.suggestion.empty()) {
    lines += fmt::format("broadsheet-search: did you mean: {}\n",
                         visible(page.suggestion));
  }
  return lines;
}

std::string Renderer::begin(const search::Page& /*page*/) { return ""; }

std::string Renderer::end(const search::Page& /*page*/) { return ""; }

std::string Renderer::info(const search::IndexInfo& info,
                           const std::string& reason) const {
  std::string languages;
  for (const auto& [language, articles] : info.languages) {
    if (!languages.empty()) languages += ", ";
    languages += fmt::format("{} {}", language, articles);
  }
  std::string dates = "none";
  if (info.first && info.last) {
    dates = fmt::format("{} to {}, {} articles undated", day(*info.first),
                        day(*info.last), info.articles - info.dated);
  }
  return fmt::format(
      "index       {}\n"
      "chosen by   {}\n"
      "id          {}\n"
      "generation  {}, made {} by {}\n"
      "articles    {}\n"
      "languages   {}\n"
      "dates       {}\n"
      "segments    {}, {:.1f} MB\n"
      "format      {}, analysis {}\n",
      visible(info.directory), visible(reason), visible(info.index_id),
      info.generation,
      article::to_iso({info.created, article::Date::Precision::kSecond}),
      visible(info.program), info.articles, visible(languages), dates,
      info.segments, static_cast<double>(info.bytes) / 1e6, info.format,
      info.analysis);
}

std::string Renderer::query_error(const query::QueryError& error,
                                  const std::string& query,
                                  std::size_t width) const {
  return query::render(error, query, width);
}

std::string Renderer::failure(const Error& error) const {
  return fmt::format("broadsheet-search: {}\n", visible(error.what()));
}

}  // namespace broadsheet::searcher::render
