// Folding: spellings of one word become equal, other words stay apart.
#include "corpus/text/fold.h"

#include <doctest/doctest.h>

#include <string>

#include "corpus/base/utf8.h"
#include "tests/support/effort.h"

namespace broadsheet::text {
namespace {

TEST_CASE("case, accents and compatibility forms fold away") {
  struct Row {
    const char* word;
    const char* folded;
  };
  const Row rows[] = {
      {"Oil", "oil"},
      {"CAFÉ", "cafe"},
      {"Müller", "muller"},
      {"Straße", "strasse"},
      {"Ångström", "angstrom"},
      {"Łódź", "lodz"},
      {"Søren", "soren"},
      {"Cœur", "coeur"},
      {"Αθήνα", "αθηνα"},
      {"Ёлка", "елка"},
      {"Чайка", "чайка"},
      {"Ｇ７", "g7"},
      {"ﬁnance", "finance"},
      {"O’Brien", "o'brien"},
      {"co\u00ADoperate", "cooperate"},
      {"が", "が"},
      {"ｶﾞ", "ガ"},
      {"한글", "한글"},
      {"İstanbul", "istanbul"},
      {"e\xCC\x81t\xC3\xA9", "ete"},
  };
  for (const Row& row : rows) CHECK(fold(row.word) == row.folded);
}

TEST_CASE("a flood of marks folds to its letter, in linear time") {
  std::string flood = "e";
  for (int i = 0; i < tests::effort(1000000); ++i) {
    flood += i % 2 == 0 ? "\xCC\x81" : "\xCC\xA7";
  }
  CHECK(fold(flood) == "e");
}

TEST_CASE("what folds to ASCII by table folds the same by ICU") {
  for (char c = 1; c < 127; ++c) {
    const std::string alone(1, c);
    // An accent sends the word to ICU and is dropped there.
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
      CHECK(fold(alone + "\xCC\x81") == fold(alone));
    }
  }
}

}  // namespace
}  // namespace broadsheet::text
