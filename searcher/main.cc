// broadsheet-search: a query in, sentences out.
#include <exception>
#include <memory>
#include <new>
#include <variant>

#include "corpus/base/error.h"
#include "searcher/find_index.h"
#include "searcher/options.h"
#include "searcher/render/renderer.h"
#include "searcher/search/searcher.h"
#include "searcher/streams.h"

namespace broadsheet::searcher {
namespace {

constexpr int kFound = 0;
constexpr int kNothing = 1;
constexpr int kBadQuery = 2;

int run(const Options& options, const render::Renderer& renderer) {
  const FoundIndex index = find_index(options.places);
  search::Searcher searcher(index.directory);
  if (options.info) {
    write_output(renderer.info(searcher.info(), index.reason));
    return kFound;
  }
  const auto answer = searcher.search(options.request);
  if (const auto* error = std::get_if<query::QueryError>(&answer)) {
    write_message(renderer.query_error(*error, options.request.query,
                                       options.error_width));
    return kBadQuery;
  }
  const auto& page = std::get<search::Page>(answer);
  const render::Rendered rendered = renderer.page(page);
  write_message(rendered.messages);
  write_output(rendered.output);
  return page.total > 0 ? kFound : kNothing;
}

}  // namespace
}  // namespace broadsheet::searcher

int main(int argc, char** argv) {
  using namespace broadsheet;
  using namespace broadsheet::searcher;
  const auto options = parse_options(argc, argv);
  if (const int* code = std::get_if<int>(&options)) return *code;
  const auto renderer = make_renderer(std::get<Options>(options));
  try {
    return run(std::get<Options>(options), *renderer);
  } catch (const Error& error) {
    write_message(renderer->failure(error));
    return error.exit_code();
  } catch (const std::exception& failure) {
    const Error error(ErrorKind::kInputOutput, failure.what());
    write_message(renderer->failure(error));
    return error.exit_code();
  }
}
