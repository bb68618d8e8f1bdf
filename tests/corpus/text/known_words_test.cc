// Claims about corpus/text/known_words.cc.
#include "corpus/text/known_words.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace broadsheet::text {
namespace {

bool is_known(const KnownWords& words, const std::string& word) {
  return words.find(word, KnownWords::hash_of(word)).has_value();
}

/// The exact forms of a known word.
std::vector<FormId> exact_forms(const KnownWords& words,
                                const std::string& word) {
  std::vector<FormId> exact;
  const auto forms = words.find(word, KnownWords::hash_of(word));
  REQUIRE(forms.has_value());
  for (const Form& form : *forms) exact.push_back(form.exact);
  return exact;
}

/// Of 1 to some 60 bytes, so that some are too long to lie beside their forms.
std::string word_of(std::uint32_t i) {
  return std::to_string(i) + std::string(i % 57, 'x');
}

/// None, one or several.
std::vector<FormId> forms_of(std::uint32_t i) {
  if (i % 11 == 0) return {};
  if (i % 7 == 0) return {i, i + 1, i + 2};
  return {i};
}

TEST_CASE("words of any length and number of forms are found through growth") {
  KnownWords words;
  std::size_t bytes = 0;
  for (std::uint32_t i = 0; i < 5000; ++i) {
    CHECK_FALSE(is_known(words, word_of(i)));
    std::vector<Form> forms;
    for (const FormId exact : forms_of(i)) forms.push_back({.exact = exact});
    words.add(word_of(i), KnownWords::hash_of(word_of(i)), forms);
    bytes += word_of(i).size();
  }
  CHECK(words.size() == 5000);
  CHECK(words.bytes() == bytes);
  CHECK(words.memory() > bytes);
  for (std::uint32_t i = 0; i < 5000; ++i) {
    CHECK(exact_forms(words, word_of(i)) == forms_of(i));
  }
  words.clear();
  CHECK(words.size() == 0);
  CHECK(words.bytes() == 0);
  CHECK_FALSE(is_known(words, word_of(1)));
}

TEST_CASE("words of one hash are told apart by every byte") {
  // Same hash, as two words might have: only letters are left to compare.
  for (std::size_t size = 1; size <= 40; ++size) {
    KnownWords words;
    const std::string word(size, 'a');
    const std::vector<Form> forms{{.exact = 0}};
    words.add(word, 0, forms);
    CHECK(words.find(word, 0).has_value());
    for (std::size_t i = 0; i < size; ++i) {
      std::string other = word;
      other[i] = 'b';
      INFO(other);
      CHECK_FALSE(words.find(other, 0).has_value());
    }
    CHECK_FALSE(words.find(word + "a", 0).has_value());
  }
}

}  // namespace
}  // namespace broadsheet::text
