// Where the paragraphs of a text are: between blank lines, at indents, or one a
// line, as its writer's system had it.
#pragma once

#include <string_view>
#include <vector>

#include "corpus/base/span.h"

namespace broadsheet::read {

/// The paragraphs of `part` of `text`, in reading order, disjoint, without
/// outer white space. Blank lines part them. Lines that stand together are
/// joined if they look like prose that was wrapped at some width, where an
/// indented line, or a line behind one that ends early, starts another; else
/// each is a paragraph of its own. So is a row of a table.
[[nodiscard]] std::vector<Span> prose_paragraphs(std::string_view text,
                                                 Span part);

/// The paragraphs of agency wire copy, which is always wrapped: an indented
/// line starts a paragraph, and a row of a table is one of its own, so that no
/// table becomes a sentence.
[[nodiscard]] std::vector<Span> wire_paragraphs(std::string_view text,
                                                Span part);

}  // namespace broadsheet::read
