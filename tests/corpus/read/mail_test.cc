// Claims about mail: a newsletter is an article, whatever it is packed in.
#include <doctest/doctest.h>

#include <string>

#include "corpus/read/mail_text.h"
#include "corpus/read/reader.h"
#include "tests/corpus/read/reading.h"

namespace broadsheet::read {
namespace {

using tests::fields_of;
using tests::only_article;
using tests::outlines_of;
using tests::paragraphs_of;
using tests::read_all;

std::string letter(const std::string& more, const std::string& body) {
  return "From: =?utf-8?Q?Kelmar_Courier?= <news@kelmar.example>\r\n"
         "To: readers@kelmar.example\r\nSubject: Ferry runs\r\n again\r\n"
         "Date: Mon, 17 Apr 2023 09:30:00 +0900\r\n"
         "Message-ID: <a1@kelmar.example>\r\nMIME-Version: 1.0\r\n" +
         more + "\r\n" + body;
}

TEST_CASE("a message has subject, date, sender and text") {
  const article::Article article = only_article(
      read_all(letter("List-Unsubscribe: <x>\r\nContent-Language: en\r\n",
                      "The ferry left\r\nat noon.\r\n\r\nIt was full.\r\n")));
  CHECK(fields_of(article) ==
        "id: a1@kelmar.example\ndate: 2023-04-17T00:30:00Z\n"
        "source: Kelmar Courier\nlanguage: en\n");
  CHECK(paragraphs_of(article) ==
        "headline: Ferry runs again\nbody: The ferry left/at noon.\n"
        "body: It was full.\n");
  CHECK(fields_of(only_article(read_all(letter("", "It was full.\r\n"))))
            .ends_with("author: Kelmar Courier\n"));
}

TEST_CASE("of plain text and HTML, the plain one counts if it says as much") {
  const auto both = [](const std::string& plain) {
    return letter(
        "Content-Type: multipart/alternative; boundary=\"=_b\"\r\n",
        "For old programs.\r\n--=_b\r\nContent-Type: text/plain; "
        "charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" +
            plain +
            "\r\n--=_b\r\nContent-Type: text/html; charset=\"iso-8859-1\"\r\n"
            "Content-Transfer-Encoding: base64\r\n\r\n"
            // "<p>The caf\xE9 of the ferry is open again.</p>"
            "PHA+VGhlIGNhZukgb2YgdGhlIGZlcnJ5IGlzIG9wZW4gYWdhaW4uPC9wPg==\r\n"
            "--=_b--\r\nBehind the end.\r\n");
  };
  CHECK(outlines_of(read_all(both("The caf=C3=A9 of the ferry=\r\n is "
                                  "open."))) ==
        "headline: Ferry runs again\nbody: The café of the ferry is open.\n");
  CHECK(outlines_of(read_all(both("See HTML."))) ==
        "headline: Ferry runs again\nbody: The café of the ferry is open "
        "again.\n");
  // Of what it was in, only the one that counts is told.
  CHECK(only_article(read_all(both("The ferry is open once more."))).encoding ==
        "UTF-8");
  CHECK(only_article(read_all(both("See HTML."))).encoding == "ISO-8859-1");
}

TEST_CASE("attachments are left out, and parts in parts found") {
  CHECK(outlines_of(read_all(letter(
            "Content-Type: multipart/mixed; boundary=o\r\n",
            "--o\r\nContent-Type: multipart/related; boundary=i\r\n\r\n--i\r\n"
            "Content-Type: text/html\r\n\r\n<p>The ferry left.</p>\r\n--i--\r\n"
            "--o\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\n"
            "Not this.\r\n--o--\r\n"))) ==
        "headline: Ferry runs again\nbody: The ferry left.\n");
}

TEST_CASE("an mbox has many messages, and a quoted line divides none") {
  const std::string envelope =
      "From news@kelmar.example Mon Apr 17 09:30:00 2023\n";
  const std::string mbox =
      envelope + "Subject: One\n\nFrom here\n>From there\n\n" + envelope +
      "Subject: Two\n\nIt rained.\n\n" + envelope + "\nno headers\n";
  const auto results = read_all(mbox);
  CHECK(outlines_of(results) ==
        "headline: One\nbody: From here\nbody: From there\nheadline: Two\n"
        "body: It rained.\nskipped: no header lines, as mail has\n");
  const auto& second = std::get<article::Article>(results[1]);
  CHECK(second.origin.record == 2);
  CHECK(second.origin.offset == mbox.find(envelope, 1));
}

TEST_CASE("headers are decoded, and words side by side joined") {
  struct Row {
    std::string_view value, text;
  };
  for (const Row& row : {
           Row{"Rain", "Rain"},
           Row{"=?utf-8?B?RsOkaHJl?= und =?ISO-8859-1?q?B=E4hre?=",
               "Fähre und Bähre"},
           Row{"=?utf-8?Q?F=C3?=\n =?utf-8?Q?=A4hre_1?=", "Fähre 1"},
           Row{"=?utf-8?X?no?= =?utf-8", "=?utf-8?X?no?= =?utf-8"},
           Row{"F\xC3\xA4hre", "Fähre"},
       }) {
    CAPTURE(row.value);
    CHECK(decode_header(row.value) == row.text);
  }
  CHECK(sender_name("\"Quill, Ada\" <ada@kelmar.example>") == "Quill, Ada");
  CHECK(sender_name("ada@kelmar.example (Ada Quill)") == "Ada Quill");
  CHECK(sender_name("<ada@kelmar.example>") == "ada@kelmar.example");
  CHECK(sender_name("ada@kelmar.example, bo@kelmar.example") ==
        "ada@kelmar.example");
}

TEST_CASE("malformed encodings cost nothing but themselves") {
  CHECK(decode_base64("UmFp\r\nbg==") == "Rain");
  CHECK(decode_base64("UmFpbg!") == "Rain");
  CHECK(decode_base64("=") == "");
  CHECK(decode_quoted_printable("a=3Db=\nc=G1=", false) == "a=bc=G1=");
  CHECK(decode_quoted_printable("a_b", true) == "a b");
}

TEST_CASE("messages beyond the limit are passed over, not held") {
  ReadOptions options;
  options.max_article_bytes = 1000;
  CHECK(outlines_of(
            read_all("From a Mon Apr 17 09:30:00 2023\nSubject: Long\n\n" +
                         std::string(600000, 'x') +
                         "\n\nFrom b Mon Apr 17 09:30:00 "
                         "2023\nSubject: Short\n\nIt rained.\n",
                     "a.mbox", options)) ==
        "skipped: a message of 585 KiB, more than 4000 bytes: too long to be "
        "read\nheadline: Short\nbody: It rained.\n");
}

}  // namespace
}  // namespace broadsheet::read
