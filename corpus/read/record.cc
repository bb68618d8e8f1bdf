#include "corpus/read/record.h"

#include <algorithm>

namespace broadsheet::read {

Record take_record(SourceWindow& window, std::size_t size,
                   Record::Fault fault) {
  Record record;
  record.bytes = window.bytes().substr(0, size);
  record.offset = window.offset();
  record.size = size;
  record.fault = fault;
  window.pass(size);
  return record;
}

Record pass_over_line(SourceWindow& window) {
  Record record;
  record.offset = window.offset();
  record.fault = Record::Fault::kTooLong;
  for (;;) {
    const std::size_t end = window.bytes().find('\n');
    const std::size_t size = std::min(end, window.bytes().size());
    record.size += size;
    window.pass(size);
    if (end != std::string_view::npos) {
      window.pass(1);
      return record;
    }
    if (!window.fill()) return record;
  }
}

}  // namespace broadsheet::read
