#include "tests/indexer/segment/database_comparison.h"

#include <xapian.h>

#include <iterator>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/readable_bytes.h"

namespace broadsheet::indexer::segment {
namespace {

using tests::readable;
using Positions = std::vector<Xapian::termpos>;

/// Thrown with the first difference: it ends the comparison.
struct Difference {
  std::string what;
};

std::string shown(const std::string& text) {
  const std::string words = readable(text);
  return words.size() <= 200 ? words
                             : words.substr(0, 200) + "… of " +
                                   std::to_string(text.size()) + " bytes";
}

template <typename Number>
std::string shown(const Number& number) {
  std::ostringstream out;
  out << number;
  return out.str();
}

template <typename Value>
void require_same(const Value& expected, const Value& actual,
                  const std::string& what) {
  if (expected == actual) return;
  throw Difference{what + " is " + shown(actual) + " instead of " +
                   shown(expected)};
}

/// Compares two databases part by part.
class Comparison {
 public:
  Comparison(const std::string& expected, const std::string& actual,
             Bounds bounds)
      : bounds_(bounds),
        a_(expected, Xapian::DB_BACKEND_GLASS),
        b_(actual, Xapian::DB_BACKEND_GLASS) {}

  void run() {
    compare_counts();
    compare_terms();
    compare_postings("", "the list of all articles");
    compare_articles();
    for (Xapian::valueno slot = 0; slot <= kMostSlots; ++slot) {
      compare_slot(slot);
    }
    compare_synonyms();
    if (a_.metadata_keys_begin() != a_.metadata_keys_end() ||
        b_.metadata_keys_begin() != b_.metadata_keys_end()) {
      throw Difference{"there is metadata"};
    }
  }

 private:
  static constexpr Xapian::valueno kMostSlots = 300;

  void compare_counts() {
    require_same(a_.get_doccount(), b_.get_doccount(), "the article count");
    require_same(a_.get_lastdocid(), b_.get_lastdocid(), "the last docid");
    require_same(a_.get_total_length(), b_.get_total_length(),
                 "the total length");
    require_same(a_.get_doclength_lower_bound(), b_.get_doclength_lower_bound(),
                 "the lowest length");
    require_same(a_.get_doclength_upper_bound(), b_.get_doclength_upper_bound(),
                 "the highest length");
    require_same(a_.has_positions(), b_.has_positions(), "having positions");
  }

  void compare_terms() {
    auto a = a_.allterms_begin();
    auto b = b_.allterms_begin();
    for (; a != a_.allterms_end() && b != b_.allterms_end(); ++a, ++b) {
      require_same(*a, *b, "the next term");
      const std::string term = *a;
      const std::string name = "of the term " + shown(term);
      require_same(a.get_termfreq(), b.get_termfreq(), "the frequency " + name);
      require_same(a_.get_collection_freq(term), b_.get_collection_freq(term),
                   "the collection frequency " + name);
      const Xapian::termcount bound = b_.get_wdf_upper_bound(term);
      const Xapian::termcount expected = a_.get_wdf_upper_bound(term);
      if (bounds_ == Bounds::kSame || bound < expected) {
        require_same(expected, bound, "the bound of the wdf " + name);
      }
      compare_postings(term, "the posting list " + name);
    }
    if (a != a_.allterms_end()) throw Difference{shown(*a) + " is missing"};
    if (b != b_.allterms_end()) throw Difference{shown(*b) + " is new"};
  }

  void compare_postings(const std::string& term, const std::string& name) {
    auto a = a_.postlist_begin(term);
    auto b = b_.postlist_begin(term);
    for (; a != a_.postlist_end(term) && b != b_.postlist_end(term); ++a, ++b) {
      require_same(*a, *b, "the next docid in " + name);
      require_same(a.get_wdf(), b.get_wdf(), "the wdf in " + name);
      require_same(a.get_doclength(), b.get_doclength(),
                   "the length in " + name);
      if (term.empty()) continue;
      const Positions expected(a.positionlist_begin(), a.positionlist_end());
      const Positions actual(b.positionlist_begin(), b.positionlist_end());
      if (expected != actual) throw Difference{"positions differ in " + name};
    }
    if (a != a_.postlist_end(term)) throw Difference{name + " ends too early"};
    if (b != b_.postlist_end(term)) throw Difference{name + " ends too late"};
  }

  void compare_articles() {
    for (auto posting = a_.postlist_begin(""); posting != a_.postlist_end("");
         ++posting) {
      compare_article(*posting);
    }
  }

  void compare_article(Xapian::docid docid) {
    const std::string name = "of article " + std::to_string(docid);
    const Xapian::Document a = a_.get_document(docid);
    const Xapian::Document b = b_.get_document(docid);
    require_same(a.get_data(), b.get_data(), "the stored record " + name);
    require_same(a_.get_doclength(docid), b_.get_doclength(docid),
                 "the length " + name);
    require_same(a_.get_unique_terms(docid), b_.get_unique_terms(docid),
                 "the number of terms " + name);

    auto in_a = a_.termlist_begin(docid);
    auto in_b = b_.termlist_begin(docid);
    for (; in_a != a_.termlist_end(docid) && in_b != b_.termlist_end(docid);
         ++in_a, ++in_b) {
      require_same(*in_a, *in_b, "the next term " + name);
      require_same(in_a.get_wdf(), in_b.get_wdf(),
                   "the wdf of " + shown(*in_a) + " " + name);
      require_same(in_a.positionlist_count(), in_b.positionlist_count(),
                   "the number of positions of " + shown(*in_a) + " " + name);
    }
    if (in_a != a_.termlist_end(docid) || in_b != b_.termlist_end(docid)) {
      throw Difference{"the term lists " + name + " end differently"};
    }

    auto value_a = a.values_begin();
    auto value_b = b.values_begin();
    for (; value_a != a.values_end() && value_b != b.values_end();
         ++value_a, ++value_b) {
      require_same(value_a.get_valueno(), value_b.get_valueno(),
                   "the next slot " + name);
      require_same(*value_a, *value_b, "a value " + name);
    }
    if (value_a != a.values_end() || value_b != b.values_end()) {
      throw Difference{"the values " + name + " end differently"};
    }
  }

  void compare_slot(Xapian::valueno slot) {
    const std::string name = "of slot " + std::to_string(slot);
    require_same(a_.get_value_freq(slot), b_.get_value_freq(slot),
                 "the frequency " + name);
    require_same(a_.get_value_lower_bound(slot), b_.get_value_lower_bound(slot),
                 "the lowest value " + name);
    require_same(a_.get_value_upper_bound(slot), b_.get_value_upper_bound(slot),
                 "the highest value " + name);
    auto a = a_.valuestream_begin(slot);
    auto b = b_.valuestream_begin(slot);
    for (; a != a_.valuestream_end(slot) && b != b_.valuestream_end(slot);
         ++a, ++b) {
      require_same(a.get_docid(), b.get_docid(), "the next docid " + name);
      require_same(*a, *b, "a value " + name);
    }
    if (a != a_.valuestream_end(slot) || b != b_.valuestream_end(slot)) {
      throw Difference{"the values " + name + " end differently"};
    }
  }

  void compare_synonyms() {
    auto a = a_.synonym_keys_begin();
    auto b = b_.synonym_keys_begin();
    for (; a != a_.synonym_keys_end() && b != b_.synonym_keys_end(); ++a, ++b) {
      require_same(*a, *b, "the next term with synonyms");
      const std::vector<std::string> expected(a_.synonyms_begin(*a),
                                              a_.synonyms_end(*a));
      const std::vector<std::string> actual(b_.synonyms_begin(*b),
                                            b_.synonyms_end(*b));
      if (expected != actual) {
        throw Difference{"the synonyms of " + shown(*a) + " differ"};
      }
    }
    if (a != a_.synonym_keys_end() || b != b_.synonym_keys_end()) {
      throw Difference{"the synonyms end differently"};
    }
  }

  Bounds bounds_;
  Xapian::Database a_;
  Xapian::Database b_;
};

}  // namespace

std::string first_difference(const std::string& expected,
                             const std::string& actual, Bounds bounds) {
  try {
    Comparison(expected, actual, bounds).run();
  } catch (const Difference& difference) {
    return difference.what;
  } catch (const Xapian::Error& error) {
    return error.get_description();
  }
  return {};
}

std::string check_failures(const std::string& path) {
  std::ostringstream out;
  try {
    if (Xapian::Database::check(path, 0, &out) == 0) return {};
  } catch (const Xapian::Error& error) {
    out << error.get_description();
  }
  return out.str();
}

}  // namespace broadsheet::indexer::segment
