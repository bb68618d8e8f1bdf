// Claims about sentences of languages other than English.
#include <doctest/doctest.h>

#include "tests/corpus/text/cut_sentences.h"

namespace broadsheet::text {
namespace {

TEST_CASE("marks that open in one language close in another") {
  check_cuts("de", {"„Wir gehen.“|Er blieb.|„Nein!“ sagte er.|»Ja.«|Sie kam."});
  check_cuts("fr", {"« Oui. »|Il part.|« Non ! » dit-il.|Vraiment ?|Oui."});
  check_cuts("sv", {"Hon gick.|”Ja.”|Han kom."});
}

TEST_CASE("German numbers with a full stop are ordinals") {
  check_cuts("de", {
                       "Am 3. Oktober trafen sie sich.|Es war kalt.",
                       "Im 19. Jahrhundert kam Ludwig XIV. Holt nach Ardan.",
                       "Am 3. 10. 1990 kam er an.|Das war 1990.|Er blieb.",
                       "Es kamen 30.|Die Polizei zählte mit.",
                       "Ardans 2. Bürgermeister ging um 15.30 Uhr.",
                   });
}

TEST_CASE("German abbreviations, written apart too") {
  check_cuts("de",
             {
                 "Dr. Holt, z. B. Prof. Dr. Lee, z.B. Nr. 5, kam.",
                 "Das sind 3,5 Mio. Euro bzw. Dollar.|Er ging.",
                 "Sie aßen Brot, Käse usw.|Die Firma, d. h. Holt, zahlte.",
                 "Das war 300 v. Chr.|Die Zeit verging.",
                 "Am 3. Okt. 1990 ging ca. Die Hälfte.",
             });
}

TEST_CASE("Japanese sentences end without blanks") {
  CHECK(cut("ja", "雨が降った。道路は閉じた。") ==
        "雨が降った。|道路は閉じた。");
  CHECK(cut("ja", "本当か？はい！そうです。") == "本当か？|はい！|そうです。");
  CHECK(cut("ja", "「道路は閉じた」と述べた。次へ。") ==
        "「道路は閉じた」と述べた。|次へ。");
  CHECK(cut("ja", "「雨だ。」と彼は言った。「はい。」ところが止んだ。") ==
        "「雨だ。」と彼は言った。|「はい。」|ところが止んだ。");
  CHECK(cut("ja", "価格は3.5円だ。　次へ。") == "価格は3.5円だ。|次へ。");
}

TEST_CASE("other languages have their own abbreviations and stops") {
  check_cuts("fr", {"M. Le Goff et Mme. Lee sont là.|Le reste dort."});
  check_cuts("es", {"El Sr. Holt fue a EE. UU.|El resto no.|¿Por qué?|¡Ya!"});
  check_cuts("ru", {"Он едет в г. Ардан.|А. С. Холт пишет.|Он ушел."});
  check_cuts("el", {"Τι κάνεις;|Καλά.|Ο κ. Παπάς ήρθε."});
  check_cuts("hi", {"यह सच है।|वह गया।"});
  check_cuts("", {"Mr. Holt left.|Ann Lee of the U.S. Senate stayed."});
  check_cuts("xx", {"Mr. Holt left.|Ann Lee stayed."});
}

}  // namespace
}  // namespace broadsheet::text
