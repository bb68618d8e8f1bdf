// The forms an answer can take. A renderer turns values into text and writes
// nothing itself: main does, so every form can be tested as a string.
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "corpus/base/error.h"
#include "searcher/query/query_error.h"
#include "searcher/search/index_info.h"
#include "searcher/search/page.h"

namespace broadsheet::searcher::render {

/// How text for people looks.
struct Style {
  bool color = false;
  std::size_t width = 0;    ///< Columns to wrap at; 0: lines of any length.
  std::string mark_before;  ///< Around each mark, beside colour; may be empty.
  std::string mark_after;
  /// A path below this directory is shown as it is from there; "" for none.
  std::string working_directory;
};

/// One form of output. Everything it is given may come from outside (articles,
/// file names, the query): it escapes all of it for its channel.
///
/// A page is rendered as it comes: `begin`, `hit` for each hit in order, `end`,
/// once. All but `messages` is for standard output.
class Renderer {
 public:
  Renderer() = default;
  Renderer(const Renderer&) = delete;
  Renderer& operator=(const Renderer&) = delete;
  virtual ~Renderer();

  /// For standard error, before the page: notes, and why nothing was found.
  [[nodiscard]] virtual std::string messages(const search::Page& page) const;
  [[nodiscard]] virtual std::string begin(const search::Page& page);
  [[nodiscard]] virtual std::string hit(const search::Hit& hit) = 0;
  [[nodiscard]] virtual std::string end(const search::Page& page);

  /// What the index holds; `reason` says why this index was taken. For standard
  /// output.
  [[nodiscard]] virtual std::string info(const search::IndexInfo& info,
                                         const std::string& reason) const;

  /// For standard error; `width` is its columns.
  [[nodiscard]] virtual std::string query_error(const query::QueryError& error,
                                                const std::string& query,
                                                std::size_t width) const;

  /// For standard error.
  [[nodiscard]] virtual std::string failure(const Error& error) const;
};

/// Results for people: a block for each article, its sentences below.
[[nodiscard]] std::unique_ptr<Renderer> make_page_text(Style style);

/// JSON Lines, format kJsonFormat: docs/output-format.md. Notes are part of the
/// first record; errors are one object.
[[nodiscard]] std::unique_ptr<Renderer> make_json_lines();
inline constexpr int kJsonFormat = 1;

/// The number of articles alone.
[[nodiscard]] std::unique_ptr<Renderer> make_count();

/// The path of each hit, once, in rank order: escaped and one a line, or as it
/// is and ended by a NUL.
enum class PathEnd : unsigned char { kNewline, kNul };
[[nodiscard]] std::unique_ptr<Renderer> make_file_list(PathEnd end);

}  // namespace broadsheet::searcher::render
