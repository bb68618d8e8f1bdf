#include "searcher/search/rarity.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "corpus/schema/terms.h"

namespace broadsheet::searcher::search {
Rarity::Rarity(const query::Node& root, Xapian::Database database)
    : database_(std::move(database)),
      phrases_(query::all_phrases(root)),
      known_(phrases_.size()) {}

double Rarity::of(std::size_t phrase) {
  if (phrase >= phrases_.size()) return 1;
  if (known_[phrase]) return *known_[phrase];
  double rarest = std::numeric_limits<double>::max();
  for (const query::Place& place : phrases_[phrase]->places) {
    double articles = 0;
    for (const std::string& term : place.exact_terms) {
      articles += database_.get_termfreq(term);
    }
    for (const std::string& term : place.stem_terms) {
      articles += database_.get_termfreq(term) +
                  database_.get_termfreq(schema::form_of_stem(term));
    }
    rarest = std::min(rarest, articles);
  }
  const double all = database_.get_doccount();
  return known_[phrase].emplace(std::log(1 + (all + 1) / (rarest + 1)));
}

}  // namespace broadsheet::searcher::search
