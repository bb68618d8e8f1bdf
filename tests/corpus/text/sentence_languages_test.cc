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

TEST_CASE("French news") {
  check_cuts("fr", {
                       "M. Le Goff et Mme. Lee sont là.|Le reste dort.",
                       "Le Dr. Morel a vu Mme Aubry.|Elle va mieux.",
                       "Il est né en 52 av. J.-C. à Ardan.|Son fils aussi.",
                       "Le traité, signé le 3 oct. 1990, tient.|Il dure.",
                       "« Nous partons. »|Il a souri.",
                       "« Est-ce vrai ? » a demandé M. Aubry.|Oui.",
                       "Il a vu l'art. 5 de la loi.|La loi a changé.",
                       "Combien ?|1,5 million d'euros !|C’est trop…",
                       "Le cours a pris 3,5 % à 12.30.|L'or a reculé.",
                       "Le P.D.G. A. Morel part.|Qui le suit ?",
                   });
}

TEST_CASE("Spanish news") {
  check_cuts("es", {
                       "El Sr. Holt fue a EE. UU.|El resto no.|¿Por qué?|¡Ya!",
                       "La Dra. Ruiz y el Prof. Gil hablan.|Nadie oye.",
                       "EE.UU. y la U.E. firmaron.|El pacto dura.",
                       "Salió a las 5 p.m. del lunes.|Llegó el martes.",
                       "«Nos vamos.»|Él se quedó.",
                       "«¿Es verdad?», preguntó Ruiz.|Sí.",
                       "Costó 1.500.000 de pesos.|¿Quién pagó?",
                       "El núm. 5 de la pág. 12 falta.|Se perdió.",
                       "Vive en la Avda. Ruiz Gil.|La casa es azul.",
                       "Ganó D. José Gil.|Perdió D.ª Ana.",
                   });
}

TEST_CASE("Italian news") {
  check_cuts("it", {
                       "Il Dott. Rossi e l'On. Bini parlano.|Nessuno ascolta.",
                       "La Bini S.p.A. di Ardan chiude.|Il motivo è noto.",
                       "Morì nel 52 a.C. vicino ad Ardan.|Era vecchio.",
                       "Pane, olio ecc. mancano.|Il prezzo sale.",
                       "«È vero?» ha chiesto Rossi.|Sì.",
                       "“Andiamo.”|Lui è rimasto.",
                       "Vedi pag. 12 dell'art. 5.|La legge è nuova.",
                       "Costa 1.500 euro.|È troppo!|Perché?",
                       "Il prof. G. Rossi, il sig. Bini e altri.|Fine.",
                   });
}

TEST_CASE("Portuguese news") {
  check_cuts("pt", {
                       "O Sr. Melo e a Dra. Reis saíram.|O resto ficou.",
                       "Os EUA. não assinaram.|O Brasil, sim.",
                       "A Reis Ltda. de Ardan fechou.|O motivo é outro.",
                       "Vive na Av. Melo Reis.|A casa é azul.",
                       "«É verdade?», perguntou Melo.|É.",
                       "“Vamos.”|Ele ficou.",
                       "O art. 5, pág. 12, mudou.|A lei é nova.",
                       "Custou R$ 1.500,50.|É muito!|Por quê?",
                       "O Prof. A. Melo morreu em 52 a.C. em Ardan.|Era velho.",
                   });
}

TEST_CASE("Dutch news") {
  check_cuts("nl", {
                       "Dhr. De Wit en mevr. Smit kwamen.|De rest bleef.",
                       "Prof. dr. Van Dam, drs. Smit en ir. De Wit.|Einde.",
                       "Brood, kaas enz. kosten meer.|De prijs stijgt.",
                       "Dat kost bijv. 3,5 mln. euro.|Het is veel.",
                       "'Is dat waar?' vroeg De Wit.|Ja.",
                       "“Wij gaan.”|Hij bleef.",
                       "Zie nr. 5 op blz. 12.|De wet is nieuw.",
                       "Om 15.30 uur kwam A. van Dam.|Hij was laat.",
                   });
}

TEST_CASE("Russian news") {
  check_cuts("ru", {
                       "Он едет в г. Ардан.|А. С. Холт пишет.|Он ушел.",
                       "В 1990 г. он приехал.|Это было давно.",
                       "Хлеб, сыр и т. д. дорожают.|Цены растут.",
                       "Цена 3,5 млн. руб. за дом.|Это много.",
                       "«Мы уходим».|Он остался.",
                       "«Это правда?» — спросил Холт.|Да.",
                       "Проф. Линд и акад. Морозов спорят.|Все молчат.",
                       "См. стр. 12, рис. 5.|Закон новый.",
                       "Он живет на ул. Мира, д. 5.|Дом старый.",
                       "Сколько?|Много!|Почему…",
                   });
}

TEST_CASE("other languages have their own abbreviations and stops") {
  check_cuts("el", {"Τι κάνεις;|Καλά.|Ο κ. Παπάς ήρθε."});
  check_cuts("hi", {"यह सच है।|वह गया।"});
  check_cuts("", {"Mr. Holt left.|Ann Lee of the U.S. Senate stayed."});
  check_cuts("xx", {"Mr. Holt left.|Ann Lee stayed."});
}

}  // namespace
}  // namespace broadsheet::text
