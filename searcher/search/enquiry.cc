#include "searcher/search/enquiry.h"

#include <algorithm>
#include <limits>
#include <string>

#include "corpus/schema/slots.h"

namespace broadsheet::searcher::search {
namespace {

// Okapi BM25 as most engines tune it. A word that is typed twice counts for
// more (k3), query length for nothing (k2), and very short articles gain no
// more than half the average length gives (min_normlen).
constexpr double kK1 = 1.2;
constexpr double kK2 = 0;
constexpr double kK3 = 1;
constexpr double kB = 0.75;
constexpr double kMinNormLength = 0.5;

// Sorts by date, oldest first, and articles without one after all others:
// Xapian itself sorts an absent value first.
class OldestFirst final : public Xapian::KeyMaker {
 public:
  std::string operator()(const Xapian::Document& document) const override {
    std::string value = document.get_value(schema::kPublishedSlot);
    // No serialised date is longer than nine bytes or begins with nine of
    // these.
    if (value.empty()) value.assign(10, '\xff');
    return value;
  }
};

}  // namespace

Xapian::Enquire enquire_for(const Xapian::Database& database,
                            const Xapian::Query& query, Sort sort) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  switch (sort) {
    case Sort::kRelevance:
      enquire.set_weighting_scheme(
          Xapian::BM25Weight(kK1, kK2, kK3, kB, kMinNormLength));
      break;
    case Sort::kNewest:
      enquire.set_weighting_scheme(Xapian::BoolWeight());
      enquire.set_sort_by_value(schema::kPublishedSlot, true);
      break;
    case Sort::kOldest:
      enquire.set_weighting_scheme(Xapian::BoolWeight());
      enquire.set_sort_by_key((new OldestFirst)->release(), false);
      break;
  }
  return enquire;
}

std::uint64_t counted(const Xapian::Database& database,
                      const Xapian::Query& query) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  return enquire.get_mset(0, 0, database.get_doccount())
      .get_matches_estimated();
}

std::vector<Xapian::docid> found_by(const Xapian::Database& database,
                                    const Xapian::Query& query) {
  if (query.empty()) return {};
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  const Xapian::MSet found = enquire.get_mset(0, database.get_doccount());
  return {found.begin(), found.end()};
}

Xapian::doccount clamped(std::uint64_t number) {
  return static_cast<Xapian::doccount>(std::min<std::uint64_t>(
      number, std::numeric_limits<Xapian::doccount>::max()));
}

}  // namespace broadsheet::searcher::search
