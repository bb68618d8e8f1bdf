// Claims about charsets: what is declared, what shows, and what is guessed.
#include "corpus/read/charset.h"

#include <doctest/doctest.h>
#include <unicode/ucnv.h>

#include <array>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "corpus/base/utf8.h"
#include "tests/support/effort.h"

namespace broadsheet::read {
namespace {

using namespace std::string_view_literals;

/// UTF-8 `text` in another charset.
std::string encoded(std::string_view text, const char* charset) {
  UErrorCode code = U_ZERO_ERROR;
  std::string bytes(text.size() * 4 + 16, '\0');
  const std::int32_t size = ucnv_convert(
      charset, "UTF-8", bytes.data(), static_cast<std::int32_t>(bytes.size()),
      text.data(), static_cast<std::int32_t>(text.size()), &code);
  REQUIRE(U_SUCCESS(code));
  bytes.resize(static_cast<std::size_t>(size));
  return bytes;
}

/// "ENCODING text", with what else is to be told behind it.
std::string shown(const DecodedText& decoded) {
  std::string text = decoded.encoding + ' ' + decoded.text;
  if (decoded.mended) text += " (mended)";
  if (decoded.guessed) text += " (guessed)";
  if (decoded.had_nul) text += " (NUL)";
  return text;
}

TEST_CASE("a byte order mark decides, and goes") {
  CHECK(shown(decode("\xEF\xBB\xBFZürich"sv, "")) == "UTF-8 Zürich");
  CHECK(shown(decode("\xFF\xFEZ\0\xFC\0"sv, "")) == "UTF-16LE Zü");
  CHECK(shown(decode("\xFE\xFF\0Z\0\xFC"sv, "")) == "UTF-16BE Zü");
  CHECK(shown(decode("\xFF\xFE\0\0Z\0\0\0"sv, "")) == "UTF-32LE Z");
  CHECK(shown(decode("\0\0\xFE\xFF\0\0\0Z"sv, "")) == "UTF-32BE Z");
  CHECK(shown(decode("\xEF\xBB\xBF"sv, "")) == "UTF-8 ");
}

TEST_CASE("valid UTF-8 is taken as it is") {
  CHECK(shown(decode("", "")) == "UTF-8 ");
  CHECK(shown(decode("plain", "")) == "UTF-8 plain");
  CHECK(shown(decode("Zürich €5 日本", "")) == "UTF-8 Zürich €5 日本");
  CHECK(shown(decode("Zürich", "UTF-8")) == "UTF-8 Zürich");
}

TEST_CASE("a declaration is believed unless the bytes contradict it") {
  CHECK(shown(decode("caf\xE9", "ISO-8859-1")) == "ISO-8859-1 café");
  CHECK(shown(decode("\x93oui\x94", "ISO-8859-1")) == "windows-1252 “oui”");
  CHECK(shown(decode("\xB3\xF3"
                     "d\xBC",
                     "ISO-8859-2")) == "ISO-8859-2 łódź");
  CHECK(shown(decode("Zürich", "ISO-8859-1")) == "UTF-8 Zürich");
  CHECK(shown(decode("Zürich", "no-such-charset")) == "UTF-8 Zürich");
  CHECK(shown(decode("plain", "Shift_JIS")) == "UTF-8 plain");
  CHECK(shown(decode(encoded("東京の天気", "Shift_JIS"), "Shift_JIS")) ==
        "Shift_JIS 東京の天気");
}

TEST_CASE("UTF-8 with some damage stays UTF-8 and is mended") {
  CHECK(shown(decode("Zürich, Genève, K\xF6ln, Malmö", "")) ==
        "UTF-8 Zürich, Genève, K\uFFFDln, Malmö (mended)");
  CHECK(shown(decode("日本語の文\xE6\x96", "")) ==
        "UTF-8 日本語の文\uFFFD (mended)");
  CHECK(shown(decode("\xEF\xBB\xBF"
                     "caf\xE9"sv,
                     "")) == "UTF-8 caf\uFFFD (mended)");
}

TEST_CASE("NUL is a blank") {
  CHECK(shown(decode("a\0b"sv, "")) == "UTF-8 a b (NUL)");
}

TEST_CASE("UTF-16 without a mark is known by where its zero bytes stand") {
  const std::string text =
      "The harbor reopened on Monday, the pilots said.\n\nNobody was hurt.\n";
  const std::string russian =
      "Порт открыли в понедельник, сказал лоцман.\nНикто не пострадал 17 мая.";
  const std::string japanese =
      "港は月曜日に再開した。\n水先案内人によると、けが人は3人だった。\n";
  for (const char* charset : {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"}) {
    CAPTURE(charset);
    for (const std::string& one : {text, russian, japanese}) {
      CHECK(shown(decode(encoded(one, charset), "")) == charset + (' ' + one));
    }
  }
  CHECK(unicode_form("\x7F"
                     "ELF\2\1\1\0\0\0\0\0\0\0\0\0\3\0\x3E\0"sv)
            .encoding.empty());
}

TEST_CASE("half a surrogate pair or half a unit is mended") {
  CHECK(shown(decode("\xFF\xFE"
                     "a\0\x3D\xD8"
                     "b\0"sv,
                     ""))
            .find("a\uFFFDb") != std::string::npos);
  CHECK(decode("\xFF\xFE"
               "a\0b"sv,
               "")
            .mended);
}

const std::map<std::string, std::vector<const char*>>& charset_samples() {
  static const std::map<std::string, std::vector<const char*>> kSamples = {
      {"Die Bürgermeisterin erklärte, die Brücke über den Fluß müsse für zwei "
       "Jahre geschlossen werden. Die Händler in der Altstadt fürchten, daß "
       "weniger Gäste kämen, und fordern größere Hilfe. Ein Sprecher sagte, "
       "man prüfe Möglichkeiten für Fähren.",
       {"ISO-8859-1", "windows-1252", "UTF-8", "UTF-16LE", "UTF-16BE"}},
      {"Le maire a déclaré que le pont serait fermé pendant deux années. Les "
       "commerçants du vieux quartier craignent de perdre des clients et "
       "réclament des aides plus élevées. Un représentant a précisé que des "
       "bacs étaient à l'étude près de la forêt.",
       {"ISO-8859-1", "windows-1252", "UTF-8"}},
      {"La alcaldesa explicó que el puente quedará cerrado durante dos años. "
       "Los comerciantes del barrio temen que vengan menos compradores y piden "
       "más ayuda. Según un portavoz, también se estudia una línea de "
       "transbordadores para el próximo otoño.",
       {"ISO-8859-1", "windows-1252", "UTF-8"}},
      {"Мэр города сообщила, что мост будет закрыт на два года. Торговцы "
       "старого города опасаются, что покупателей станет меньше, и требуют "
       "большей помощи. По словам представителя, изучается возможность "
       "открыть паром уже осенью.",
       {"windows-1251", "KOI8-R", "ISO-8859-5", "IBM866", "UTF-8"}},
      {"市長は橋が二年間閉鎖されると述べた。旧市街の商店主たちは客が減ることを"
       "心配し、より多くの支援を求めている。広報担当者によると、秋には渡し船を"
       "出す案も検討されているという。住民の多くは説明会に足を運び、通学路に"
       "ついて質問した。",
       {"Shift_JIS", "EUC-JP", "ISO-2022-JP", "UTF-8", "UTF-16BE", "UTF-16LE"}},
      {"市长表示，这座大桥将关闭两年。老城区的商家担心顾客会减少，要求得到更多"
       "的帮助。发言人说，政府正在研究秋天开通渡轮的可能性。许多居民参加了说明"
       "会，并询问了孩子们上学的路线问题。新学年从九月开始，学校会提前两个星期"
       "公布新的时间表。",
       {"GB18030", "UTF-8", "UTF-16LE", "UTF-16BE"}},
      {"市長表示，這座大橋將關閉兩年。老城區的商家擔心顧客會減少，要求得到更多"
       "的幫助。發言人說，政府正在研究秋天開通渡輪的可能性。許多居民參加了說明"
       "會，並詢問了孩子們上學的路線問題。新學年從九月開始，學校會提前兩個星期"
       "公布新的時間表。",
       {"Big5", "UTF-8"}},
      {"시장은 다리가 이 년 동안 폐쇄될 것이라고 밝혔다. 구시가지 상인들은 "
       "손님이 줄어들 것을 걱정하며 더 많은 지원을 요구하고 있다. 대변인은 "
       "가을에 여객선을 운항하는 방안도 검토하고 있다고 말했다. 주민들은 학교 "
       "가는 길을 물었다.",
       {"EUC-KR", "UTF-8", "UTF-16LE"}},
      {"Ο δήμαρχος δήλωσε ότι η γέφυρα θα μείνει κλειστή για δύο χρόνια. Οι "
       "έμποροι της παλιάς πόλης φοβούνται ότι θα χάσουν πελάτες και ζητούν "
       "μεγαλύτερη βοήθεια. Εξετάζεται και η λύση των πορθμείων. Τα σχολεία "
       "ανοίγουν τον Σεπτέμβριο.",
       {"ISO-8859-7", "windows-1253", "UTF-8"}},
      {"Starosta oznámila, že most bude dva roky uzavřen. Obchodníci ve starém "
       "městě se obávají, že přijde méně zákazníků, a žádají větší pomoc. "
       "Mluvčí řekl, že se zvažuje přívoz, který by mohl začít jezdit už na "
       "podzim. Lidé přišli na schůzi.",
       {"ISO-8859-2", "UTF-8"}},
      {"Belediye başkanı köprünün iki yıl kapalı kalacağını açıkladı. Eski "
       "şehirdeki esnaf müşterilerin azalmasından endişe ediyor ve daha fazla "
       "yardım istiyor. Sözcü, sonbaharda feribot seferlerinin başlamasının "
       "görüşüldüğünü söyledi.",
       {"ISO-8859-9", "UTF-8"}},
      {"ראש העיר הודיעה שהגשר יהיה סגור במשך שנתיים. הסוחרים בעיר העתיקה "
       "חוששים שיבואו פחות לקוחות ודורשים עזרה גדולה יותר. דובר אמר שבודקים "
       "אפשרות להפעיל מעבורת כבר בסתיו הקרוב. התושבים שאלו על הדרך לבית הספר "
       "של הילדים.",
       {"windows-1255", "UTF-8"}},
      {"أعلنت رئيسة البلدية أن الجسر سيغلق لمدة سنتين. ويخشى التجار في المدينة "
       "القديمة أن يقل عدد الزبائن ويطالبون بمساعدات أكبر. وقال المتحدث إن "
       "تشغيل عبارة في الخريف قيد الدراسة. وسأل السكان عن طريق المدرسة "
       "للأطفال.",
       {"windows-1256", "UTF-8"}},
  };
  return kSamples;
}

TEST_CASE("at 200 bytes and more the guess is right for 19 of 20 charsets") {
  std::size_t all = 0;
  std::size_t right = 0;
  std::string wrong;
  for (const auto& [text, charsets] : charset_samples()) {
    for (const char* charset : charsets) {
      ++all;
      const std::string bytes = encoded(text, charset);
      CAPTURE(charset);
      CHECK(bytes.size() >= 200);
      const DecodedText decoded = decode(bytes, "");
      if (decoded.text == text) {
        ++right;
      } else {
        wrong += std::string(charset) + " as " + decoded.encoding + "; ";
      }
    }
  }
  CAPTURE(wrong);
  CHECK(all >= 30);
  CHECK(right * 20 >= all * 19);
}

TEST_CASE("any bytes with any declaration become valid UTF-8 without NUL") {
  const unsigned seed = std::random_device{}();
  CAPTURE(seed);
  std::mt19937 random(seed);
  constexpr std::array kDeclared = {"",          "UTF-8",       "ISO-8859-1",
                                    "Shift_JIS", "ISO-2022-JP", "UTF-16",
                                    "UTF-7",     "nonsense",    "GB18030"};
  for (int round = 0; round < tests::effort(1500); ++round) {
    std::string bytes;
    const bool wild = random() % 2 == 0;
    for (std::size_t i = random() % 80; i > 0; --i) {
      bytes += wild ? static_cast<char>(random() % 256)
                    : "ab \0\n\x1B$BJ(\x80\xE3\x82\xFF"[random() % 15];
    }
    const DecodedText decoded =
        decode(bytes, kDeclared[random() % kDeclared.size()]);
    CHECK(is_valid_utf8(decoded.text));
    CHECK(decoded.text.find('\0') == std::string::npos);
    CHECK_FALSE(decoded.encoding.empty());
  }
}

}  // namespace
}  // namespace broadsheet::read
