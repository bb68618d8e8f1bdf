// A table sorted by name, so that a name is found by halving. The names are
// those of HTML 4 below U+2200 and a few of ISO 8879 that newspapers' archives
// use ("&hyph;", "&blank;", "&dollar;").
#include "corpus/read/sgml_names.h"

#include <algorithm>
#include <iterator>

namespace broadsheet::read {
namespace {

struct NamedCharacter {
  std::string_view name;
  char32_t value;
};

// clang-format off
constexpr NamedCharacter kCharacters[] = {
    {"AElig", 0xC6}, {"Aacute", 0xC1}, {"Acirc", 0xC2}, {"Agrave", 0xC0},
    {"Aring", 0xC5}, {"Atilde", 0xC3}, {"Auml", 0xC4}, {"Ccedil", 0xC7},
    {"Dagger", 0x2021}, {"ETH", 0xD0}, {"Eacute", 0xC9}, {"Ecirc", 0xCA},
    {"Egrave", 0xC8}, {"Euml", 0xCB}, {"Iacute", 0xCD}, {"Icirc", 0xCE},
    {"Igrave", 0xCC}, {"Iuml", 0xCF}, {"Ntilde", 0xD1}, {"OElig", 0x152},
    {"Oacute", 0xD3}, {"Ocirc", 0xD4}, {"Ograve", 0xD2}, {"Oslash", 0xD8},
    {"Otilde", 0xD5}, {"Ouml", 0xD6}, {"Prime", 0x2033}, {"Scaron", 0x160},
    {"THORN", 0xDE}, {"Uacute", 0xDA}, {"Ucirc", 0xDB}, {"Ugrave", 0xD9},
    {"Uuml", 0xDC}, {"Yacute", 0xDD}, {"Yuml", 0x178}, {"aacute", 0xE1},
    {"acirc", 0xE2}, {"acute", 0xB4}, {"aelig", 0xE6}, {"agrave", 0xE0},
    {"alefsym", 0x2135}, {"amp", 0x26}, {"apos", 0x27}, {"aring", 0xE5},
    {"ast", 0x2A}, {"atilde", 0xE3}, {"auml", 0xE4}, {"bdquo", 0x201E},
    {"blank", 0x20}, {"brvbar", 0xA6}, {"bsol", 0x5C}, {"bull", 0x2022},
    {"ccedil", 0xE7}, {"cedil", 0xB8}, {"cent", 0xA2}, {"colon", 0x3A},
    {"comma", 0x2C}, {"commat", 0x40}, {"copy", 0xA9}, {"crarr", 0x21B5},
    {"curren", 0xA4}, {"dArr", 0x21D3}, {"dagger", 0x2020}, {"darr", 0x2193},
    {"deg", 0xB0}, {"divide", 0xF7}, {"dollar", 0x24}, {"eacute", 0xE9},
    {"ecirc", 0xEA}, {"egrave", 0xE8}, {"emsp", 0x2003}, {"ensp", 0x2002},
    {"equals", 0x3D}, {"eth", 0xF0}, {"euml", 0xEB}, {"euro", 0x20AC},
    {"excl", 0x21}, {"frac12", 0xBD}, {"frac14", 0xBC}, {"frac34", 0xBE},
    {"frasl", 0x2044}, {"gt", 0x3E}, {"hArr", 0x21D4}, {"harr", 0x2194},
    {"hellip", 0x2026}, {"horbar", 0x2015}, {"hyph", 0x2D}, {"iacute", 0xED},
    {"icirc", 0xEE}, {"iexcl", 0xA1}, {"igrave", 0xEC}, {"image", 0x2111},
    {"iquest", 0xBF}, {"iuml", 0xEF}, {"lArr", 0x21D0}, {"laquo", 0xAB},
    {"larr", 0x2190}, {"ldquo", 0x201C}, {"lowbar", 0x5F}, {"lpar", 0x28},
    {"lrm", 0x200E}, {"lsaquo", 0x2039}, {"lsqb", 0x5B}, {"lsquo", 0x2018},
    {"lt", 0x3C}, {"macr", 0xAF}, {"mdash", 0x2014}, {"micro", 0xB5},
    {"middot", 0xB7}, {"nbsp", 0xA0}, {"ndash", 0x2013}, {"not", 0xAC},
    {"ntilde", 0xF1}, {"num", 0x23}, {"oacute", 0xF3}, {"ocirc", 0xF4},
    {"oelig", 0x153}, {"ograve", 0xF2}, {"oline", 0x203E}, {"ordf", 0xAA},
    {"ordm", 0xBA}, {"oslash", 0xF8}, {"otilde", 0xF5}, {"ouml", 0xF6},
    {"para", 0xB6}, {"percnt", 0x25}, {"period", 0x2E}, {"permil", 0x2030},
    {"plus", 0x2B}, {"plusmn", 0xB1}, {"pound", 0xA3}, {"prime", 0x2032},
    {"quest", 0x3F}, {"quot", 0x22}, {"rArr", 0x21D2}, {"raquo", 0xBB},
    {"rarr", 0x2192}, {"rdquo", 0x201D}, {"real", 0x211C}, {"reg", 0xAE},
    {"rlm", 0x200F}, {"rpar", 0x29}, {"rsaquo", 0x203A}, {"rsqb", 0x5D},
    {"rsquo", 0x2019}, {"sbquo", 0x201A}, {"scaron", 0x161}, {"sect", 0xA7},
    {"semi", 0x3B}, {"shy", 0xAD}, {"sol", 0x2F}, {"sup1", 0xB9},
    {"sup2", 0xB2}, {"sup3", 0xB3}, {"szlig", 0xDF}, {"thinsp", 0x2009},
    {"thorn", 0xFE}, {"times", 0xD7}, {"trade", 0x2122}, {"uArr", 0x21D1},
    {"uacute", 0xFA}, {"uarr", 0x2191}, {"ucirc", 0xFB}, {"ugrave", 0xF9},
    {"uml", 0xA8}, {"uuml", 0xFC}, {"weierp", 0x2118}, {"yacute", 0xFD},
    {"yen", 0xA5}, {"yuml", 0xFF}, {"zwj", 0x200D}, {"zwnj", 0x200C},
};
// clang-format on

static_assert(std::is_sorted(std::begin(kCharacters), std::end(kCharacters),
                             [](const NamedCharacter& a,
                                const NamedCharacter& b) {
                               return a.name < b.name;
                             }));

}  // namespace

char32_t named_character(std::string_view name) {
  const auto* found = std::lower_bound(
      std::begin(kCharacters), std::end(kCharacters), name,
      [](const NamedCharacter& entry, std::string_view wanted) {
        return entry.name < wanted;
      });
  if (found == std::end(kCharacters) || found->name != name) return 0;
  return found->value;
}

}  // namespace broadsheet::read
