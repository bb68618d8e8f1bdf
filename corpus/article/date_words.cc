// Small tables, searched word by word: English, German, French, Spanish,
// Italian, Portuguese, Dutch and Russian.
#include "corpus/article/date_words.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace broadsheet::article {
namespace {

struct Word {
  std::string_view text;
  int value;
};

constexpr std::array kMonths = {
    Word{"january", 1},    Word{"jan", 1},        Word{"januar", 1},
    Word{"february", 2},   Word{"feb", 2},        Word{"februar", 2},
    Word{"march", 3},      Word{"mar", 3},        Word{"märz", 3},
    Word{"mär", 3},        Word{"maerz", 3},      Word{"mrz", 3},
    Word{"april", 4},      Word{"apr", 4},        Word{"may", 5},
    Word{"mai", 5},        Word{"june", 6},       Word{"jun", 6},
    Word{"juni", 6},       Word{"july", 7},       Word{"jul", 7},
    Word{"juli", 7},       Word{"august", 8},     Word{"aug", 8},
    Word{"september", 9},  Word{"sep", 9},        Word{"sept", 9},
    Word{"october", 10},   Word{"oct", 10},       Word{"oktober", 10},
    Word{"okt", 10},       Word{"november", 11},  Word{"nov", 11},
    Word{"december", 12},  Word{"dec", 12},       Word{"dezember", 12},
    Word{"dez", 12},       Word{"janvier", 1},    Word{"janv", 1},
    Word{"enero", 1},      Word{"ene", 1},        Word{"gennaio", 1},
    Word{"gen", 1},        Word{"janeiro", 1},    Word{"januari", 1},
    Word{"января", 1},     Word{"январь", 1},     Word{"février", 2},
    Word{"fevrier", 2},    Word{"févr", 2},       Word{"fevr", 2},
    Word{"febrero", 2},    Word{"febbraio", 2},   Word{"fevereiro", 2},
    Word{"fev", 2},        Word{"februari", 2},   Word{"февраля", 2},
    Word{"февраль", 2},    Word{"mars", 3},       Word{"marzo", 3},
    Word{"março", 3},      Word{"marco", 3},      Word{"maart", 3},
    Word{"mrt", 3},        Word{"марта", 3},      Word{"март", 3},
    Word{"avril", 4},      Word{"avr", 4},        Word{"abril", 4},
    Word{"abr", 4},        Word{"aprile", 4},     Word{"апреля", 4},
    Word{"апрель", 4},     Word{"mayo", 5},       Word{"maggio", 5},
    Word{"mag", 5},        Word{"maio", 5},       Word{"mei", 5},
    Word{"мая", 5},        Word{"май", 5},        Word{"juin", 6},
    Word{"junio", 6},      Word{"giugno", 6},     Word{"giu", 6},
    Word{"junho", 6},      Word{"июня", 6},       Word{"июнь", 6},
    Word{"juillet", 7},    Word{"juil", 7},       Word{"julio", 7},
    Word{"luglio", 7},     Word{"lug", 7},        Word{"julho", 7},
    Word{"июля", 7},       Word{"июль", 7},       Word{"août", 8},
    Word{"aout", 8},       Word{"agosto", 8},     Word{"ago", 8},
    Word{"augustus", 8},   Word{"августа", 8},    Word{"август", 8},
    Word{"septembre", 9},  Word{"septiembre", 9}, Word{"setiembre", 9},
    Word{"settembre", 9},  Word{"setembro", 9},   Word{"set", 9},
    Word{"сентября", 9},   Word{"сентябрь", 9},   Word{"octobre", 10},
    Word{"octubre", 10},   Word{"ottobre", 10},   Word{"ott", 10},
    Word{"outubro", 10},   Word{"out", 10},       Word{"октября", 10},
    Word{"октябрь", 10},   Word{"novembre", 11},  Word{"noviembre", 11},
    Word{"novembro", 11},  Word{"ноября", 11},    Word{"ноябрь", 11},
    Word{"décembre", 12},  Word{"decembre", 12},  Word{"déc", 12},
    Word{"diciembre", 12}, Word{"dic", 12},       Word{"dicembre", 12},
    Word{"dezembro", 12},  Word{"декабря", 12},   Word{"декабрь", 12}};

constexpr auto kWeekdays = std::to_array<std::string_view>(
    {"monday",     "mon",       "tuesday",  "tue",         "tues",
     "wednesday",  "wed",       "thursday", "thu",         "thur",
     "thurs",      "friday",    "fri",      "saturday",    "sat",
     "sunday",     "sun",       "montag",   "dienstag",    "mittwoch",
     "donnerstag", "freitag",   "samstag",  "sonnabend",   "sonntag",
     "lundi",      "mardi",     "mercredi", "jeudi",       "vendredi",
     "samedi",     "dimanche",  "lunes",    "martes",      "miércoles",
     "jueves",     "viernes",   "sábado",   "domingo",     "lunedì",
     "martedì",    "mercoledì", "giovedì",  "venerdì",     "sabato",
     "domenica",   "maandag",   "dinsdag",  "woensdag",    "donderdag",
     "vrijdag",    "zaterdag",  "zondag",   "понедельник", "вторник",
     "среда",      "четверг",   "пятница",  "суббота",     "воскресенье"});

constexpr std::array kZones = {
    Word{"z", 0},    Word{"ut", 0},   Word{"utc", 0},  Word{"gmt", 0},
    Word{"est", -5}, Word{"edt", -4}, Word{"cst", -6}, Word{"cdt", -5},
    Word{"mst", -7}, Word{"mdt", -6}, Word{"pst", -8}, Word{"pdt", -7},
    Word{"cet", 1},  Word{"cest", 2}, Word{"mez", 1},  Word{"mesz", 2},
    Word{"jst", 9}};

std::string lower(std::string_view word) {
  std::string small(word);
  for (char& c : small) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  // "MÄRZ": the one letter beyond ASCII in these names.
  const std::size_t umlaut = small.find("Ä");
  if (umlaut != std::string::npos) small[umlaut + 1] = '\xA4';
  return small;
}

constexpr std::size_t kLongestName = 22;  // "понедельник", in bytes.

// For each number of bytes, with which letters words of so many begin: bit 0
// for a, …, bit 26 for what is no ASCII letter. Nearly all words are none of a
// table, and are told from here.
using Openings = std::array<std::uint32_t, kLongestName + 1>;

constexpr std::uint32_t opening_of(char first) {
  const int letter = (first | 0x20) - 'a';
  return std::uint32_t{1} << (letter >= 0 && letter < 26 ? letter : 26);
}

constexpr std::string_view text_of(std::string_view word) { return word; }
constexpr std::string_view text_of(const Word& word) { return word.text; }

template <typename Table>
constexpr Openings openings_of(const Table& table) {
  Openings openings{};
  for (const auto& word : table) {
    openings[text_of(word).size()] |= opening_of(text_of(word).front());
  }
  return openings;
}

constexpr Openings kMonthOpenings = openings_of(kMonths);
constexpr Openings kWeekdayOpenings = openings_of(kWeekdays);

bool may_be_of(std::string_view word, const Openings& openings) {
  return !word.empty() && word.size() <= kLongestName &&
         (openings[word.size()] & opening_of(word.front())) != 0;
}

// Whether `word` is `known`, which is small, but for capitals in ASCII.
bool is_word(std::string_view word, std::string_view known) {
  return word.size() == known.size() &&
         std::equal(word.begin(), word.end(), known.begin(),
                    [](char c, char small) {
                      const bool capital = c >= 'A' && c <= 'Z';
                      return (capital ? c - 'A' + 'a' : c) == small;
                    });
}

bool is_ascii(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x80;
  });
}

template <std::size_t kSize>
std::optional<int> value_of(std::string_view word,
                            const std::array<Word, kSize>& words) {
  std::string small;
  if (!is_ascii(word)) word = small = lower(word);
  for (const Word& known : words) {
    if (is_word(word, known.text)) return known.value;
  }
  return std::nullopt;
}

}  // namespace

int month_number(std::string_view word) {
  if (!may_be_of(word, kMonthOpenings)) return 0;
  return value_of(word, kMonths).value_or(0);
}

bool is_weekday(std::string_view word) {
  return may_be_of(word, kWeekdayOpenings) &&
         std::any_of(
             kWeekdays.begin(), kWeekdays.end(),
             [&](std::string_view known) { return is_word(word, known); });
}

std::optional<Era> era_at(std::string_view text) {
  constexpr std::array kEras = {Word{"令和", 2018}, Word{"平成", 1988},
                                Word{"昭和", 1925}, Word{"大正", 1911},
                                Word{"明治", 1867}};
  for (const Word& era : kEras) {
    if (text.starts_with(era.text)) return Era{era.text.size(), era.value};
  }
  return std::nullopt;
}

std::optional<int> zone_hours(std::string_view word) {
  return value_of(word, kZones);
}

std::string with_ascii_digits(std::string_view text) {
  constexpr std::string_view kLead = "\xEF\xBC";  // U+FF00 to U+FF3F.
  if (text.find(kLead.front()) == text.npos) return std::string(text);
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i, 2) == kLead && i + 2 < text.size()) {
      const int digit = static_cast<unsigned char>(text[i + 2]) - 0x90;
      if (digit >= 0 && digit <= 9) {
        plain += static_cast<char>('0' + digit);
        i += 2;
        continue;
      }
    }
    plain += text[i];
  }
  return plain;
}

}  // namespace broadsheet::article
