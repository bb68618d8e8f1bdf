// broadsheet-index: articles in, a published index out.
#include <exception>
#include <variant>

#include "corpus/base/error.h"
#include "indexer/actions.h"
#include "indexer/freed_memory.h"
#include "indexer/interruption.h"
#include "indexer/options.h"
#include "indexer/terminal.h"

int main(int argc, char** argv) {
  using namespace broadsheet;
  indexer::catch_interruptions();
  indexer::keep_no_freed_blocks();
  try {
    const auto parsed = indexer::parse_options(argc, argv);
    if (const int* code = std::get_if<int>(&parsed)) return *code;
    const auto& options = std::get<indexer::Options>(parsed);
    return indexer::run(options);
  } catch (const Error& error) {
    indexer::report_failure(error.what());
    return error.exit_code();
  } catch (const std::exception& error) {  // No memory, no thread, a fault.
    return indexer::report_failure(error.what());
  }
}
