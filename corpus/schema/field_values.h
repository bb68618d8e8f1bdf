// The texts of an article that a metadata field is searched in. Indexing and
// matching both analyse exactly these, each as one sentence.
#pragma once

#include <string_view>
#include <vector>

#include "corpus/article/article.h"
#include "corpus/schema/terms.h"

namespace broadsheet::schema {

/// The values of `field` in `article`: one view for each author or topic, one
/// or none for place, source and section; none for kText and kHeadline, whose
/// words are sentences of the outline. Views live as long as `article`.
[[nodiscard]] std::vector<std::string_view> field_values(
    const article::Article& article, Field field);

}  // namespace broadsheet::schema
