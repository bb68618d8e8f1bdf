#include "searcher/search/enquiry.h"

#include <algorithm>
#include <limits>
#include <string>

#include "corpus/schema/slots.h"
#include "searcher/search/bm25.h"

namespace broadsheet::searcher::search {
namespace {

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
      enquire.set_weighting_scheme(Xapian::BM25Weight(
          bm25::kK1, bm25::kK2, bm25::kK3, bm25::kB, bm25::kMinNormLength));
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
