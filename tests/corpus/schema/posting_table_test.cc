// Claims about corpus/schema/posting_table.cc: what a table gives of an article
// is what a map of lists gives.
#include "corpus/schema/posting_table.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace broadsheet::schema {
namespace {

struct Expected {
  std::uint32_t wdf = 0;
  std::vector<std::uint32_t> positions;
  friend bool operator==(const Expected&, const Expected&) = default;
};
using ByTerm = std::map<std::string, Expected>;

ByTerm postings_of(PostingTable& table, TermTable& terms) {
  NumberedArticle article;
  // As there may be those of another table before.
  article.positions = {1, 2, 3};
  article.positions.reserve(3 + table.position_count());
  table.append_to(article, terms,
                  [](text::FormId form) { return std::to_string(form); });
  ByTerm found;
  for (const NumberedPosting& posting : article.postings) {
    Expected& of_term = found[std::string(terms.text(posting.term))];
    CHECK(of_term.wdf == 0);  // Each term once.
    of_term = {posting.wdf,
               {posting.positions.begin(), posting.positions.end()}};
  }
  return found;
}

TEST_CASE("a table counts as a map of lists does, article by article") {
  const char* given = std::getenv("BROADSHEET_TEST_SEED");
  const unsigned seed = given != nullptr
                            ? static_cast<unsigned>(std::stoul(given))
                            : std::random_device()();
  INFO("BROADSHEET_TEST_SEED=" << seed);
  std::mt19937 engine(seed);
  const auto below = [&](std::uint32_t bound) {
    return static_cast<std::uint32_t>(engine() % bound);
  };
  for (const Occupancy occupancy : {Occupancy::kMost, Occupancy::kFew}) {
    PostingTable table(occupancy);
    TermTable terms;
    for (int number = 0; number < 200; ++number) {
      table.start_article();
      ByTerm expected;
      const std::uint32_t words = below(400);
      for (std::uint32_t word = 0; word < words; ++word) {
        // Few forms often, many seldom.
        const text::FormId form = below(1 + below(3000));
        const std::uint32_t weight = 1 + below(3);
        Expected& of_form = expected[std::to_string(form)];
        of_form.wdf += weight;
        if (below(4) == 0) {
          table.add(form, weight);
          continue;
        }
        table.add(form, weight, word);
        of_form.positions.push_back(word);
        if (below(8) != 0) continue;
        table.add(form, weight, word);  // A second reading, at the same place.
        of_form.wdf += weight;
      }
      CHECK(postings_of(table, terms) == expected);
      if (number == 100) {
        table.forget_forms();
        terms.clear();
      }
    }
  }
}

TEST_CASE("a pair of form and stem is new once") {
  PostingTable table(Occupancy::kMost);
  table.start_article();
  table.add(7, 1);
  CHECK(table.note_stem(7, 3));
  CHECK_FALSE(table.note_stem(7, 3));
  table.start_article();
  table.add(7, 1);
  CHECK_FALSE(table.note_stem(7, 3));
  CHECK(table.note_stem(7, 4));
  table.forget_stems();
  CHECK(table.note_stem(7, 4));
}

}  // namespace
}  // namespace broadsheet::schema
