// broadsheet-search: a query in, sentences out.
#include <exception>
#include <memory>
#include <variant>

#include "corpus/base/error.h"
#include "searcher/find_index.h"
#include "searcher/options.h"
#include "searcher/render/renderer.h"
#include "searcher/search/searcher.h"
#include "searcher/streams.h"

using namespace broadsheet;
using namespace broadsheet::searcher;

namespace {

std::unique_ptr<render::Renderer> make_renderer(const Options& options) {
  switch (options.output) {
    case OutputForm::kJson:
      return render::make_json_lines();
    case OutputForm::kCount:
      return render::make_count();
    case OutputForm::kFiles:
      return render::make_file_list(options.path_end);
    case OutputForm::kPage:
      break;
  }
  return render::make_page_text(options.style);
}

int run(const Options& options, render::Renderer& renderer) {
  const FoundIndex index = find_index(options.places);
  const search::Searcher searcher(index.directory);
  Output output;
  if (options.info) {
    output.write(renderer.info(searcher.info(), index.reason));
    output.flush();
    return kFound;
  }
  auto result = searcher.search(options.request);
  if (const auto* error = std::get_if<query::QueryError>(&result)) {
    write_message(renderer.query_error(*error, options.request.query,
                                       options.error_width));
    return kMistake;
  }
  auto& answer = std::get<search::Answer>(result);
  write_message(renderer.messages(answer.page()));
  output.write(renderer.begin(answer.page()));
  while (const auto hit = answer.next()) {
    output.write(renderer.hit(*hit));
    if (output.is_closed()) break;
  }
  output.write(renderer.end(answer.page()));
  output.flush();
  if (!answer.page().is_complete) return kIncomplete;
  return answer.page().total > 0 ? kFound : kNothing;
}

}  // namespace

int main(int argc, char** argv) {
  const auto options = parse_options(argc, argv);
  if (const int* code = std::get_if<int>(&options)) return *code;
  const auto renderer = make_renderer(std::get<Options>(options));
  try {
    return run(std::get<Options>(options), *renderer);
  } catch (const Error& error) {
    write_message(renderer->failure(error));
    return error.exit_code();
  } catch (const std::exception& error) {
    write_message(renderer->failure({ErrorKind::kInputOutput, error.what()}));
    return static_cast<int>(ErrorKind::kInputOutput);
  }
}
