#include "corpus/text/abbreviations.h"

#include <algorithm>
#include <array>

#include "corpus/base/utf8.h"
#include "corpus/text/sentence_stops.h"

namespace broadsheet::text {
namespace {

using enum Abbreviation;

struct List {
  std::string_view languages;  ///< ISO 639-1 codes; "" is every language.
  Abbreviation kind;
  std::string_view words;
};

// Later lists win over earlier ones. Words that are more often words ("in.",
// "no.", "sun.") are left out or wait for a number or a comma.
constexpr auto kLists = std::to_array<List>({
    {"", kNeverLast,
     "Mr Mrs Ms Mx Messrs Mme Mmes Mlle Dr Drs Prof Profs Gen Col Capt Cmdr "
     "Lt Sgt Adm Maj Brig Hon Rev vs v cf viz i.e e.g ca approx"},
    {"", kMaybeLast,
     "Inc Corp Co Cos Bros Ltd Pty Pte Bhd Sdn Cie Mfg Intl Plc Jr Sr Esq St "
     "Ste Ph.D M.Sc B.Sc Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Th "
     "Chr Ph Yu Ye Ya Zh al"},
    {"", kNumbered,
     "No Nos N° n° Nr nr nos pp Vol vol Vols Fig fig Figs figs Art"},
    {"", kUnit, "etc mln bln kg km cm mm"},

    {"en", kNeverLast,
     "Gov Govs Sen Sens Rep Reps Pres Supt Cpl Pfc Pvt Spc Insp Det Gens Cols "
     "Lts Capts Sgts Revs Fr Msgr Mgr Amb Atty Asst Sec Treas Hons Ald Dep "
     "Cllr Wm Chas Thos Geo Jas Jos Robt Edw Benj Cdr Rt ie eg op.cit loc.cit"},
    {"en", kMaybeLast,
     "inc corp co ltd Assn Assoc Dept Depts dept depts Div Univ Inst Natl Mt "
     "Mts Ft Pt Ave Blvd Rd Hwy Pkwy Sq Bldg Rte Ct Ln Pl ave blvd st rd "
     "Tue Tues Wed Weds Thu Thur Thurs Fri Sat Sun Mon "
     "Ariz Ark Ala Calif Colo Conn Fla Ga Kan Kans Ky Md Mich Minn Mont Neb "
     "Nebr Nev Okla Tenn Tex Va Vt Wis Wisc Wyo N.Mex N.Dak S.Dak W.Va Ont Que "
     "Alta Sask Alex Jnr Snr jr sr govt Govt ibid"},
    {"en", kAfterComma, "Mass Ill Miss Wash Ore Ind Mo Pa La Me Del"},
    {"en", kNumbered,
     "no sec Sect Ch ch Chap chap Op Ps Ext ext Apt apt Tel tel Est est Supp "
     "Pts pts para paras par pars ed eds jan feb mar apr jun jul aug sep sept "
     "oct nov dec"},
    {"en", kUnit, "pct ft lb lbs oz hr hrs mins sq mph mpg rpm yr yrs dlrs"},

    {"de", kNeverLast,
     "Hr Hrn Fr Frl Dipl Ing Hl z.B d.h u.a u.U i.d.R o.g s.o s.u z.T z.Zt v.a "
     "bzw evtl ggf inkl exkl sog vgl Vgl geb gest verh rd einschl insb Abg "
     "Gebr Kfm"},
    {"de", kMaybeLast,
     "v.Chr n.Chr Str str Mio Mrd Tsd Jh Jhd Okt Dez Mrz Min usf usw u.Ä o.Ä "
     "Bd Hrsg Mo Di Mi Do So e.V"},
    {"de", kNumbered, "Abs Kap Tel Ziff Anm Abb Rn"},

    {"fr", kNeverLast, "M MM Mme Mmes Mlle Mlles Me Mgr Dr Pr St Ste p.ex env"},
    {"fr", kMaybeLast,
     "av apr J.-C janv févr fév avr juil sept oct nov déc bd av Cie tél "
     "c.-à-d"},
    {"fr", kNumbered, "art chap no"},

    {"es", kNeverLast,
     "Sr Sra Srta Sres Sras D Dña Da Dr Dra Dres Prof Profa Lic Ing Arq Gral "
     "Cnel Cap Tte Mons Excmo Excma Ilmo Fr Sto Sta S p.ej"},
    {"es", kMaybeLast, "EE EE.UU UU Ud Uds Vd Vds Cía a.C d.C a.m p.m Av Avda"},
    {"es", kNumbered, "núm Núm pág págs art cap tel"},

    {"it", kNeverLast,
     "Sig Sigg Dott Prof On Onn Avv Ing Arch Geom Rag Gen Col Cap Mons Don S "
     "dott prof on avv ing sig es p.es"},
    {"it", kMaybeLast, "S.p.A S.r.l a.C d.C sec"},
    {"it", kNumbered, "pag pagg art cap tel"},
    {"it", kUnit, "ecc"},

    {"pt", kNeverLast,
     "Sr Sra Srs Srta Dr Dra Drs Prof Profa Eng Exmo Exma Ilmo Gen Cel Cap D "
     "V.Exa p.ex"},
    {"pt", kMaybeLast, "Ltda Cia a.C d.C EUA Av Jr"},
    {"pt", kNumbered, "núm pág págs art cap tel"},

    {"nl", kNeverLast,
     "dhr mevr mw mr drs dr ir ing prof Dhr Mevr Mw Drs Ir bv bijv d.w.z m.b.t "
     "o.a t.a.v i.p.v m.a.w resp"},
    {"nl", kNumbered, "nr blz art"},
    {"nl", kUnit, "enz"},

    {"sv da no nb nn", kNeverLast,
     "dr prof f.eks t.ex bl.a d.v.s dvs osv inkl ca hr fr frk kl"},
    {"sv da no nb nn", kMaybeLast, "m.m m.fl f.Kr e.Kr"},
    {"sv da no nb nn", kNumbered, "nr"},

    {"ru", kNeverLast,
     "им т.е т.к акад проф ген полк доц тов гр ул пр просп пос дер см ср напр "
     "Акад Проф Ген Полк Доц Тов Гр Ул См Ср Напр"},
    {"ru", kMaybeLast,
     "т.д т.п др пр н.э руб коп тыс млн млрд трлн гг вв обл стр чел"},
    {"ru", kNumbered, "рис Рис гл ст табл"},
});

bool names(std::string_view languages, std::string_view language) {
  while (!languages.empty()) {
    const std::size_t blank = languages.find(' ');
    if (languages.substr(0, blank) == language) return true;
    if (blank == std::string_view::npos) break;
    languages.remove_prefix(blank + 1);
  }
  return false;
}

// "GOV" as "Gov"; empty if a character is no ASCII capital.
std::string title_case(std::string_view word) {
  std::string titled(word);
  for (std::size_t i = 0; i < titled.size(); ++i) {
    if (titled[i] < 'A' || titled[i] > 'Z') return {};
    if (i > 0) titled[i] = static_cast<char>(titled[i] - 'A' + 'a');
  }
  return titled;
}

// The byte after the last apostrophe of `word`; 0 if it has none.
std::size_t after_apostrophe(std::string_view word) {
  constexpr std::string_view kCurly = "’";
  const std::size_t straight = word.rfind('\'');
  const std::size_t curly = word.rfind(kCurly);
  const std::size_t past_straight =
      straight == std::string_view::npos ? 0 : straight + 1;
  const std::size_t past_curly =
      curly == std::string_view::npos ? 0 : curly + kCurly.size();
  return std::max(past_straight, past_curly);
}

}  // namespace

Abbreviations::Abbreviations(std::string_view language) {
  for (const List& list : kLists) {
    if (list.languages.empty() || names(list.languages, language)) {
      add(list.words, list.kind);
    }
  }
}

void Abbreviations::add(std::string_view words, Abbreviation kind) {
  while (!words.empty()) {
    const std::size_t blank = words.find(' ');
    kinds_[words.substr(0, blank)] = kind;
    if (blank == std::string_view::npos) break;
    words.remove_prefix(blank + 1);
  }
}

Abbreviation Abbreviations::listed(std::string_view word) const {
  const auto found = kinds_.find(word);
  return found == kinds_.end() ? kNone : found->second;
}

Abbreviation Abbreviations::kind(std::string_view word,
                                 bool in_capitals) const {
  if (const Abbreviation as_is = listed(word); as_is != kNone) return as_is;
  if (in_capitals && word.size() > 1) {
    const Abbreviation titled = listed(title_case(word));
    if (titled != kNone) return titled;
  }
  if (is_dotted_letters(word)) {
    return code_point_at(word, 0).bytes == word.size() ? kInitial : kMaybeLast;
  }
  // "Poor's" ends in no initial; "l'U.R.S.S" is an acronym.
  if (const std::size_t end = after_apostrophe(word); end > 0) {
    const std::string_view rest = word.substr(end);
    return rest.size() < 2 ? kNone : kind(rest, in_capitals);
  }
  // "D-Mass", "ex-Gov", "Lt.-Col", "Sino-U.S".
  const std::size_t hyphen = word.rfind('-');
  if (hyphen == std::string_view::npos || hyphen + 1 == word.size()) {
    return kNone;
  }
  const Abbreviation last = kind(word.substr(hyphen + 1), in_capitals);
  return last == kAfterComma ? kMaybeLast : last;
}

bool is_dotted_letters(std::string_view word) {
  bool letter_next = true;
  for (std::size_t i = 0; i < word.size();) {
    const CodePoint point = code_point_at(word, i);
    i += point.bytes;
    if (letter_next) {
      const SentenceClass c = sentence_class(point.value);
      if (c != SentenceClass::kLower && c != SentenceClass::kUpper)
        return false;
      letter_next = false;
    } else if (point.value == '.') {
      letter_next = true;
      if (i < word.size() && word[i] == '-') ++i;
    } else if (point.value == '-') {
      letter_next = true;
    } else {
      return false;
    }
  }
  return !word.empty() && !letter_next;
}

}  // namespace broadsheet::text
