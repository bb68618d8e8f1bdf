#include "corpus/text/opening_words.h"

#include <array>

namespace broadsheet::text {
namespace {

struct LanguageList {
  std::string_view language;
  std::string_view words;
};

// English: words that news prose has in lower case directly after "U.S." or
// "Inc." (and, or, to, of, for, is, was, has, will) are left out, because some
// wires capitalise whatever follows a full stop: "the U.S. Has agreed". Plural
// nouns that open many sentences and no names are in.
constexpr auto kOpeningLists = std::to_array<LanguageList>({
    {"en",
     "The This That These Those It Its He She They We You I His Her Hers Their "
     "Our My Your There Here A An "
     "What When Where Why Who Whose How While If Although Though Because "
     "Since Unless Until Once After Before During Despite Amid Among "
     "According Besides Beyond Throughout Whether "
     "But Yet However Moreover Meanwhile Nevertheless Nonetheless Instead Also "
     "Then Thus Therefore Still Even Only Just Perhaps Maybe Indeed Otherwise "
     "Furthermore Similarly Likewise Finally Eventually Overall Elsewhere "
     "In On At As Under Both Each Every Another Such Some Many Most Several "
     "Few All Any None Nobody Nothing Everyone Everything Someone Others "
     "No Not Never Nor So Did Does Do Let Please Asked Given Speaking "
     "Last Earlier Later Today Yesterday Tomorrow Tonight Now Recently "
     "Mr Mrs Ms Mx Messrs "
     "Police Analysts Economists Traders Dealers Investors Witnesses Residents "
     "Critics Opponents Supporters Sources Experts Scientists Researchers "
     "Doctors Prosecutors Firefighters Rescuers Voters Protesters "
     "Demonstrators "
     "Shareholders Terms Proceeds Details"},
    {"de",
     "Der Die Das Dem Den Des Ein Eine Einen Einem Einer Eines Er Sie Es Wir "
     "Ihr Ich Man Sein Seine Ihre Unser Unsere Dieser Diese Dieses Diesen "
     "Diesem Jeder Jede Jedes Alle Viele Mehrere Einige Kein Keine Manche "
     "In Im An Am Auf Aus Bei Beim Mit Nach Von Vom Vor Zu Zum Zur Für Über "
     "Unter Durch Gegen Ohne Um Seit Bis Trotz Wegen Während Laut Zwischen "
     "Und Aber Oder Denn Doch Auch Als Wenn Weil Da Dass Ob Obwohl Nachdem "
     "Dann Danach Dort Hier Heute Gestern Nun Jetzt Noch Nur Schon So Zudem "
     "Außerdem Allerdings Dennoch Deshalb Daher Damit Dabei Dagegen Zwar "
     "Bereits Zuvor Später Inzwischen Insgesamt Nicht Was Wer Wie Wo Wann "
     "Warum"},
    {"fr",
     "Le La Les L Un Une Des Du De Il Elle Ils Elles On Nous Vous Je J Ce C "
     "Cette Ces Cet Cela Son Sa Ses Leur Leurs Mais Et Ou Or Donc Car Si Quand "
     "Lorsque Comme Selon Dans En Au Aux Pour Par Avec Sans Sous Sur Depuis "
     "Après Avant Pendant Malgré Toutefois Cependant Pourtant Ainsi Alors "
     "Enfin Puis Plusieurs Certains Tous Toutes Aucun Aucune Chaque Qui Que "
     "Pourquoi Aujourd Hier Ensuite"},
    {"es",
     "El La Los Las Lo Un Una Unos Unas Él Ella Ellos Ellas Yo Nosotros Usted "
     "Este Esta Estos Estas Ese Esa Esto Eso Su Sus Pero Y O Sin Si Cuando "
     "Como Según Por Para En Con De Del Al A Desde Hasta Tras Durante Ante "
     "Aunque Además También Entonces Luego Así Hoy Ayer Mientras Muchos "
     "Algunos Varios Todos No Ni Qué Quién Cómo Dónde Cuándo"},
    {"it",
     "Il Lo La I Gli Le L Un Uno Una Lui Lei Loro Noi Voi Io Questo Questa "
     "Questi Queste Quello Quella Ma E O Se Quando Come Secondo Per In Nel "
     "Nella Con Senza Dopo Prima Durante Anche Inoltre Tuttavia Così Poi "
     "Intanto Oggi Ieri Molti Alcuni Tutti Non Chi Che Dove Perché"},
    {"pt",
     "O A Os As Um Uma Ele Ela Eles Elas Eu Nós Este Esta Esse Essa Isso Isto "
     "Seu Sua Mas E Ou Se Quando Como Segundo Por Para Em No Na Nos Nas Com "
     "Sem De Do Da Desde Até Após Durante Embora Além Também Então Depois "
     "Assim Hoje Ontem Enquanto Muitos Alguns Vários Todos Não Nem Que Quem "
     "Onde"},
    {"nl",
     "De Het Een Hij Zij Ze Wij We Ik U Jullie Dit Dat Deze Die Zijn Haar Hun "
     "Maar En Of Als Toen Wanneer Omdat Hoewel In Op Aan Bij Met Zonder Na "
     "Voor Door Sinds Tot Tijdens Volgens Ook Daarna Dan Daarom Echter "
     "Vandaag Gisteren Veel Sommige Alle Niet Wat Wie Waar Hoe Waarom Er"},
    {"sv",
     "Den Det De En Ett Han Hon Vi Jag Ni Man Denna Detta Dessa Hans Hennes "
     "Men Och Eller Om När Eftersom I På Vid Med Utan Efter Före För Under "
     "Sedan Enligt Även Också Därför Idag Igår Många Några Alla Inte Vad Vem "
     "Var Hur Varför"},
    {"da",
     "Den Det De En Et Han Hun Vi Jeg Man Denne Dette Disse Hans Hendes Men Og "
     "Eller Hvis Når Da Fordi I På Ved Med Uden Efter Før For Under Siden "
     "Ifølge Også Derfor Mange Nogle Alle Ikke Hvad Hvem Hvor Hvordan"},
    {"no",
     "Den Det De En Et Ei Han Hun Vi Jeg Man Denne Dette Disse Hans Hennes Men "
     "Og Eller Hvis Når Da Fordi I På Ved Med Uten Etter Før For Under Siden "
     "Ifølge Også Derfor Mange Noen Alle Ikke Hva Hvem Hvor Hvordan"},
    {"ru",
     "Он Она Оно Они Мы Вы Я Это Этот Эта Эти Его Ее Её Их Но И А Или Если "
     "Когда Потому Хотя В Во На По С Со К О Об От До Для Из За При Через После "
     "Перед Без Также Однако Затем Поэтому Сегодня Вчера Так Уже Все Многие "
     "Некоторые Не Что Кто Где Как Почему"},
});

}  // namespace

OpeningWords::OpeningWords(std::string_view language) {
  if (language == "nb" || language == "nn") language = "no";
  for (const LanguageList& list : kOpeningLists) {
    if (list.language != language) continue;
    std::string_view words = list.words;
    while (!words.empty()) {
      const std::size_t blank = words.find(' ');
      words_.insert(words.substr(0, blank));
      if (blank == std::string_view::npos) break;
      words.remove_prefix(blank + 1);
    }
  }
}

}  // namespace broadsheet::text
