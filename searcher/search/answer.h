// The answer to one request: what is known of it as a whole at once, then its
// hits, each read and marked only when it is asked for, so that an answer of a
// million articles needs the memory of one.
#pragma once

#include <memory>
#include <optional>

#include "searcher/query/parser.h"
#include "searcher/search/open_index.h"
#include "searcher/search/page.h"
#include "searcher/search/request.h"

namespace broadsheet::searcher::search {

/// How the query of `request` is to be read.
[[nodiscard]] query::ParseOptions parse_options(const OpenIndex& index,
                                                const Request& request);

/// Not for two threads.
class Answer {
 public:
  /// Ranks. Throws Error (kIndex) if the index turns out to be damaged.
  Answer(std::shared_ptr<OpenIndex> index, const Request& request,
         query::ParsedQuery parsed);
  ~Answer();
  Answer(Answer&&) noexcept;
  Answer& operator=(Answer&&) noexcept;

  [[nodiscard]] const Page& page() const;

  /// The next hit of the page, in rank order; nothing after the last. Throws
  /// Error (kIndex) as the constructor does.
  [[nodiscard]] std::optional<Hit> next();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace broadsheet::searcher::search
