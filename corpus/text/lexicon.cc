#include "corpus/text/lexicon.h"

#include <fmt/format.h>
#include <xapian.h>
#include <xxhash.h>

#include <algorithm>
#include <vector>

#include "corpus/base/utf8.h"
#include "corpus/text/acronyms.h"
#include "corpus/text/fold.h"
#include "corpus/text/known_words.h"
#include "corpus/text/stemmers.h"
#include "corpus/text/word_table.h"

namespace broadsheet::text {
namespace {

// A printed word beyond this many bytes is folded only so far: it is no word of
// a language, and normalisation takes time and memory.
constexpr std::size_t kMaxPrintedBytes = 1024;

// What the words of an article that is no prose may take on average before they
// count for more than one.
constexpr std::size_t kMeanWordBytes = 64;

/// What is searched of one part: exact forms and stems still as text.
struct Spelling {
  std::string exact;
  std::string stem_of;  ///< The stemmer's input: without a possessive's 's.
};

bool is_ascii_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

// Numbers have no other forms.
bool has_stem(std::string_view word) { return !is_ascii_digit(word.front()); }

/// `form`, cut to kMaxFormBytes if it is longer, with the hash of `whole` to
/// keep it distinct.
std::string bounded(std::string form, std::string_view whole) {
  constexpr std::size_t kHashDigits = 16;
  if (form.size() <= kMaxFormBytes && whole.size() <= kMaxPrintedBytes) {
    return form;
  }
  form.resize(
      utf8_floor(form, std::min(form.size(), kMaxFormBytes - kHashDigits)));
  form += fmt::format("{:016x}", XXH3_64bits(whole.data(), whole.size()));
  return form;
}

/// "us" as "u.s".
std::string with_dots(std::string_view letters) {
  std::string dotted;
  for (const char letter : letters) {
    if (!dotted.empty()) dotted += '.';
    dotted += letter;
  }
  return dotted;
}

/// Where the digits begin in letters followed by digits ("g7"), else 0.
std::size_t digits_of_compound(std::string_view folded) {
  const auto digits = static_cast<std::size_t>(
      std::ranges::find_if_not(folded, is_ascii_lower) - folded.begin());
  if (digits == 0 || digits == folded.size()) return 0;
  return std::ranges::all_of(folded.substr(digits), is_ascii_digit) ? digits
                                                                    : 0;
}

}  // namespace

struct Lexicon::State {
  explicit State(const std::string& code) : language(code) {
    if (has_stemmer(code)) stemmer = Xapian::Stem(code);
  }

  KnownWords& known(Surroundings surroundings) {
    return surroundings == Surroundings::kMixedCase ? mixed_case : all_capitals;
  }
  void make_forms(std::string_view word, Surroundings surroundings);
  void add_forms(std::string_view word, std::size_t begin,
                 Surroundings surroundings);
  Form form(const Spelling& spelling, Span bytes, std::string_view word);
  std::string stem_of(const std::string& word) const;
  FormId stem_id(const std::string& word);
  bool are_alike(FormId form, FormId stem) const;

  std::string language;
  Xapian::Stem stemmer;
  WordTable exact;
  WordTable stems;
  std::vector<Form> made;  // Of the word that is being added.
  // Words whose forms depend on their surroundings are few (US, WHO …), but
  // two tables are simpler than one with exceptions.
  KnownWords mixed_case;
  KnownWords all_capitals;
};

std::string Lexicon::State::stem_of(const std::string& word) const {
  const bool letters = std::ranges::none_of(word, [](char c) {
    return static_cast<unsigned char>(c) < 0x80 && !is_ascii_lower(c);
  });
  return letters ? stemmer(word) : word;
}

FormId Lexicon::State::stem_id(const std::string& word) {
  return has_stem(word) ? stems.place(stem_of(word)) : kNoForm;
}

// Whether the form and the stem, which may be none, are spelt alike.
bool Lexicon::State::are_alike(FormId form, FormId stem) const {
  return stem != kNoForm && exact.at(form) == stems.at(stem);
}

Form Lexicon::State::form(const Spelling& spelling, Span bytes,
                          std::string_view word) {
  Form form{.begin = static_cast<std::uint32_t>(bytes.begin),
            .end = static_cast<std::uint32_t>(bytes.end),
            .exact = exact.place(bounded(spelling.exact, word)),
            .stem = stem_id(bounded(spelling.stem_of, word))};
  form.is_stem = are_alike(form.exact, form.stem);
  return form;
}

// Makes the forms of `word`, which begins at byte `begin` of what is printed.
void Lexicon::State::add_forms(std::string_view word, std::size_t begin,
                               Surroundings surroundings) {
  const std::string_view head =
      word.substr(0, utf8_floor(word, kMaxPrintedBytes));
  std::string letters = fold(head);
  const Span whole{begin, begin + word.size()};

  const bool possessive = letters.size() > 2 && letters.ends_with("'s");
  std::string ending = possessive ? "'s" : "";
  letters.resize(letters.size() - ending.size());
  std::erase(letters, '\'');
  if (letters.empty()) return;
  // A number has no stem that would find its possessive, so it loses it: G7's
  // summit is a summit of the G7.
  if (is_ascii_digit(letters.back())) ending.clear();

  std::string_view base = word;
  if (possessive) {  // As printed, either sign may be of several bytes.
    base.remove_suffix(code_point_before(base, base.size()).bytes);
    base.remove_suffix(code_point_before(base, base.size()).bytes);
  }
  const bool dotted = is_dotted_acronym(base);
  if (dotted) std::erase(letters, '.');
  if ((dotted || is_all_capitals(base)) && spells_a_word(letters)) {
    const std::string acronym = with_dots(letters);
    Form dots = form({acronym + ending, acronym}, whole, word);
    if (!dotted && surroundings == Surroundings::kAllCapitals) {
      dots.also_exact = exact.place(letters + ending);
      dots.also_stem = stem_id(letters);
      dots.also_is_stem = are_alike(dots.also_exact, dots.also_stem);
    }
    made.push_back(dots);
    return;
  }
  const std::size_t digits = digits_of_compound(letters);
  if (digits == 0 || head.size() != word.size()) {
    made.push_back(form({letters + ending, letters}, whole, word));
    return;
  }
  // Full-width letters and digits fold to ASCII but take more bytes; a part is
  // marked by itself only where both count alike.
  const bool same = base.size() == letters.size();
  const std::size_t middle = begin + digits;
  const std::string first = letters.substr(0, digits);
  const std::string second = letters.substr(digits);
  made.push_back(
      form({first, first}, same ? Span{begin, middle} : whole, word));
  made.push_back(form({second + ending, second},
                      same ? Span{middle, whole.end} : whole, word));
}

void Lexicon::State::make_forms(std::string_view word,
                                Surroundings surroundings) {
  made.clear();
  for (std::size_t begin = 0; begin < word.size();) {
    const std::size_t end = std::min(word.find('@', begin), word.size());
    if (end > begin) {
      add_forms(word.substr(begin, end - begin), begin, surroundings);
    }
    begin = end + 1;
  }
}

Lexicon::Lexicon(const std::string& language)
    : state_(std::make_unique<State>(language)) {}
Lexicon::~Lexicon() = default;
Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon& Lexicon::operator=(Lexicon&&) noexcept = default;

std::uint64_t Lexicon::look_ahead(std::string_view word,
                                  Surroundings surroundings) const {
  const std::uint64_t hash = KnownWords::hash_of(word);
  state_->known(surroundings).prefetch(hash);
  return hash;
}

std::span<const Form> Lexicon::forms(std::string_view word,
                                     Surroundings surroundings,
                                     std::uint64_t looked_ahead) {
  KnownWords& known = state_->known(surroundings);
  if (const auto forms = known.find(word, looked_ahead)) return *forms;
  state_->make_forms(word, surroundings);
  if (!word.empty()) known.add(word, looked_ahead, state_->made);
  return state_->made;
}

bool Lexicon::is_own_stem(std::string_view form) const {
  if (form.empty() || !has_stem(form)) return false;
  const std::string word(form);
  // A possessive's stem is without its ending.
  return !word.ends_with("'s") && state_->stem_of(word) == word;
}

std::string_view Lexicon::exact(FormId id) const {
  return state_->exact.at(id);
}
std::string_view Lexicon::stem(FormId id) const { return state_->stems.at(id); }
std::size_t Lexicon::exact_count() const { return state_->exact.size(); }
std::size_t Lexicon::stem_count() const { return state_->stems.size(); }

bool Lexicon::trim(std::size_t words) {
  std::size_t known = 0;
  std::size_t bytes = 0;
  for (const KnownWords* each : {&state_->mixed_case, &state_->all_capitals}) {
    known += each->size();
    bytes += each->bytes();
  }
  if (known <= words && bytes <= words * kMeanWordBytes) return false;
  clear();
  return true;
}

void Lexicon::clear() {
  state_->mixed_case.clear();
  state_->all_capitals.clear();
  state_->exact.clear();
  state_->stems.clear();
}

std::size_t Lexicon::memory() const {
  return state_->mixed_case.memory() + state_->all_capitals.memory() +
         state_->exact.memory() + state_->stems.memory();
}

const std::string& Lexicon::language() const { return state_->language; }

}  // namespace broadsheet::text
