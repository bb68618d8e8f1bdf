#include "tests/searcher/match/written_quotations.h"

#include <algorithm>
#include <array>
#include <utility>

namespace broadsheet::searcher::match {
namespace {

struct Name {
  const char* first;
  const char* last;
};

// Two people of one surname, and one whose surname begins with another's.
constexpr std::array<Name, 4> kPeople{{{"Mara", "Olsen"},
                                       {"Ida", "Olsen"},
                                       {"Jon", "Tarn"},
                                       {"Una", "Tarn-Hill"}}};

// "He said" reaches so far back.
constexpr std::size_t kPronounReach = 2;

}  // namespace

const std::vector<std::string>& names_of_speakers() {
  static const std::vector<std::string> kNames{
      "Mara", "Olsen", "olsen", "Ida", "Jon", "Tarn", "Una", "Tarn-Hill"};
  return kNames;
}

QuotationWriter::QuotationWriter(Random& random,
                                 std::function<std::string()> words,
                                 std::string headline)
    : random_(random), words_(std::move(words)), lines_(std::move(headline)) {}

void QuotationWriter::add_plain(const std::string& paragraph) {
  begin_paragraph();
  add(paragraph);
}

void QuotationWriter::add_quotation() {
  static const std::array<Signs, 6> kSigns{{{"\"", "\""},
                                            {"“", "”"},
                                            {"«", "»"},
                                            {"„", "“"},
                                            {"``", "''"},
                                            {"‘", "’"}}};
  const std::size_t sign = below(random_, kSigns.size());
  signs_ = kSigns[sign];
  // Single marks do not go on from one paragraph to the next.
  const bool goes_on = signs_.open != "‘";
  switch (below(random_, goes_on ? 8 : 5)) {
    case 0:
      return quote_behind_speaker();
    case 1:
      return quote_around_speaker();
    case 2:
      return quote_nobody();
    case 5:
      return quote_over_paragraphs();
    case 6:
      return quote_on();
    case 7:
      return add_stray_mark();
    default:
      return quote_before_speaker();
  }
}

void QuotationWriter::begin_paragraph() {
  lines_ += '\n';
  ++paragraphs_since_;
}

Span QuotationWriter::add(std::string_view text) {
  const std::size_t begin = lines_.size();
  lines_ += text;
  return {begin, lines_.size()};
}

/// A piece of the last quotation that ends in `end`, with its marks.
void QuotationWriter::add_piece(std::string_view end, bool is_closed) {
  add(signs_.open);
  quotations_.back().pieces.push_back(add(words_() + std::string(end)));
  if (is_closed) add(signs_.close);
}

/// A name, of which a surname alone stands for who first bore it.
QuotationWriter::Speakers QuotationWriter::add_name() {
  const Name& person = kPeople[below(random_, kPeople.size())];
  if (chance(2)) {
    const Span full = add(std::string(person.first) + ' ' + person.last);
    bearers_.emplace_back(person.last, full);
    return {full};
  }
  Speakers speakers{add(person.last)};
  const auto bearer = std::ranges::find(bearers_, person.last,
                                        &std::pair<std::string, Span>::first);
  if (bearer != bearers_.end()) speakers.push_back(bearer->second);
  return speakers;
}

/// Who speaks: a name, or who spoke before.
QuotationWriter::Speakers QuotationWriter::add_subject(bool begins_sentence) {
  if (chance(3)) {
    add(begins_sentence ? "She" : "she");
    if (paragraphs_since_ > kPronounReach) return {};
  } else {
    last_speakers_ = add_name();
  }
  paragraphs_since_ = 0;
  return last_speakers_;
}

/// A sentence without a verb of speech, with names now and then.
void QuotationWriter::add_filler() {
  switch (below(random_, 4)) {
    case 0:
      add("Storms reached Velmar. ");
      break;
    case 1:
      add_name();
      add(" reached the harbour of Velmar. ");
      break;
    case 2:
      add("The banks shut. ");
      break;
    default:
      break;
  }
}

/// "…," said Mara Olsen.   "…," she added.
void QuotationWriter::quote_before_speaker() {
  begin_paragraph();
  add_filler();
  quotations_.emplace_back();
  add_piece(",");
  add(" ");
  if (chance(2)) {
    add("said ");
    quotations_.back().speakers = add_subject(false);
    static const std::vector<std::string> kEnds{
        ".", ", the mayor of Velmar.", " in Velmar.", " during the storm."};
    add(one_of(kEnds, random_));
  } else {
    quotations_.back().speakers = add_subject(false);
    static const std::vector<std::string> kVerbs{
        " said.", " added.", " told reporters in Velmar.", " says."};
    add(one_of(kVerbs, random_));
  }
}

/// Mara Olsen told reporters: "…"
void QuotationWriter::quote_behind_speaker() {
  begin_paragraph();
  add_filler();
  quotations_.emplace_back();
  const bool begins_sentence = chance(2);
  if (!begins_sentence) add("In Velmar, ");
  quotations_.back().speakers = add_subject(begins_sentence);
  static const std::vector<std::string> kVerbs{
      " said: ", " told reporters: ", ", the mayor, said: ", " replied, "};
  add(one_of(kVerbs, random_));
  add_piece(".");
}

/// "…," said Mara Olsen, "…"
void QuotationWriter::quote_around_speaker() {
  begin_paragraph();
  quotations_.emplace_back();
  add_piece(",");
  add(" said ");
  quotations_.back().speakers = add_subject(false);
  add(", ");
  add_piece(".");
}

/// The text does not tell who speaks.
void QuotationWriter::quote_nobody() {
  begin_paragraph();
  add_filler();
  quotations_.emplace_back();
  switch (below(random_, 3)) {
    case 0:
      add("The plan is ");
      // Without the comma, ’ behind an s might be a plural's: the miners’.
      add_piece(",");
      add(" and costly.");
      break;
    case 1:
      add_piece(",");
      add(" the crowd shouted.");
      break;
    default:
      add_piece(",");
      add(" said the spokesman.");
      break;
  }
}

/// Every paragraph opens with a mark, and the last names the speaker.
void QuotationWriter::quote_over_paragraphs() {
  quotations_.emplace_back();
  for (std::size_t more = 1 + below(random_, 2); more > 0; --more) {
    begin_paragraph();
    add_piece(".", false);
  }
  begin_paragraph();
  add_piece(",");
  add(" said ");
  quotations_.back().speakers = add_subject(false);
  add(".");
}

/// The first paragraph names the speaker, the quotation goes on in the next.
void QuotationWriter::quote_on() {
  quote_around_speaker();
  // What closed it is taken back.
  lines_.resize(lines_.size() - signs_.close.size());
  begin_paragraph();
  add_piece(".");
}

/// A mark that nothing closes opens no quotation.
void QuotationWriter::add_stray_mark() {
  begin_paragraph();
  add(signs_.open);
  add(words_() + '.');
  add_plain("Rain fell.");
}

}  // namespace broadsheet::searcher::match
