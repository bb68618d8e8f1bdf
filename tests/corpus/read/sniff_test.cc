// Claims about what a file is taken for.
#include "corpus/read/sniff.h"

#include <doctest/doctest.h>

#include <string>

namespace broadsheet::read {
namespace {

using namespace std::string_view_literals;

/// The format of `head`, or why it is not read.
std::string told(std::string_view head, std::string_view name = "file",
                 std::optional<Format> wanted = std::nullopt) {
  const Sniffed sniffed = sniff(head, name, wanted);
  if (sniffed.archive) return "archive";
  CHECK(sniffed.format.has_value() == sniffed.reason.empty());
  if (!sniffed.format) return sniffed.reason;
  std::string text(to_string(*sniffed.format));
  if (!sniffed.wide_encoding.empty()) {
    text += ' ';
    text += sniffed.wide_encoding;
  }
  if (!sniffed.charset.empty()) text += ' ' + sniffed.charset;
  return text;
}

TEST_CASE("the content tells the format whatever the name says") {
  CHECK(told("{\"id\": 1}\n{\"id\": 2}\n") == "jsonl");
  CHECK(told("  {}\n") == "jsonl");
  CHECK(told("{\"id\": 1}", "note.txt") == "jsonl");
  CHECK(told("\xEF\xBB\xBF{\"id\": 1}") == "jsonl");
  CHECK(told("<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n<REUTERS NEWID=\"1\">") ==
        "reuters");
  CHECK(told("<DOC>\n<DOCNO> A1 </DOCNO>") == "trec");
  CHECK(told("<?xml version=\"1.0\"?><ROOT>\n<DOC id=\"x\">") == "trec");
  CHECK(told("Rain fell on Monday.") == "text");
  CHECK(told("{Advertisement} Rain fell.") == "text");
  CHECK(told("[Photo] Rain fell.") == "text");
  CHECK(told("<b>Rain</b> fell.") == "text");
  CHECK(told("<!DOCTYPE html><html><body>Rain.</body></html>") == "html");
  CHECK(told("<?xml version=\"1.0\"?>\n<html xmlns=\"x\">") == "html");
  CHECK(told("<!-- saved -->\n<div>Rain.</div>") == "html");
  CHECK(told("He wrote <DOC> on the board.") == "text");
}

TEST_CASE("the name tells where the content does not") {
  CHECK(told("oops\n{\"id\": 1}\n", "a.jsonl") == "jsonl");
  CHECK(told("oops\n", "a.NDJSON") == "jsonl");
  CHECK(told("junk\n<DOC>\n", "a.sgml") == "trec");
  CHECK(told("junk\n<REUTERS NEWID=\"1\">\n", "a.sgm") == "reuters");
  CHECK(told("Rain fell.", "a.sgml") ==
        "SGML without <DOC> or <REUTERS> records");
}

TEST_CASE(
    "empty files and binaries are not read, and it is said what they are") {
  CHECK(told("") == "empty");
  CHECK(told(" \r\n\t\n") == "empty: only white space");
  CHECK(told("\xEF\xBB\xBF") == "empty: only white space");
  CHECK(told("%PDF-1.4\n") == "a PDF document");
  CHECK(told("\x89PNG\r\n\x1A\n"sv) == "a PNG picture");
  CHECK(told("Rain\0 fell on Monday and on Tuesday."sv) ==
        "binary: it holds NUL bytes");
  CHECK(told("\1\2\3\4\5 words \6\7") ==
        "binary: many of its bytes are control characters");
  CHECK(told("<?xml version=\"1.0\"?><catalogue/>") ==
        "XML of a kind that is not read (RSS, Atom, NITF, NewsML-G2, and <DOC> "
        "and <REUTERS> records are)");
  CHECK(told("{\\rtf1 Rain fell.}") == "an RTF document");
}

TEST_CASE("a NUL in a record costs that record and not the file") {
  CHECK(told("{\"id\": 1, \"body\": \"a\0b\"}\n{\"id\": 2}\n"sv) == "jsonl");
  CHECK(told("<DOC>\n<TEXT>a\0b</TEXT></DOC> and some more text"sv) == "trec");
}

TEST_CASE("JSON that is not one object a line is told from JSON Lines") {
  for (const std::string_view json :
       {"[\n{\"id\": 1},\n{\"id\": 2}]"sv, "[{\"id\": 1}]"sv,
        "{\n  \"id\": 1\n}\n"sv, "{\"id\": 1,\n \"body\": \"x\"}"sv}) {
    CAPTURE(json);
    CHECK(told(json) == "json");
    CHECK(told(json, "a.jsonl") == "jsonl");
  }
}

TEST_CASE("news in XML shows in its root") {
  CHECK(told("<?xml version=\"1.0\"?>\n<!-- c -->\n<rss version='2.0'>") ==
        "feed");
  CHECK(told("<feed xmlns='http://www.w3.org/2005/Atom'>") == "feed");
  CHECK(told("<rdf:RDF xmlns:rdf='x'>") == "feed");
  CHECK(told("<?xml version=\"1.0\"?><!DOCTYPE nitf SYSTEM 'nitf.dtd'>"
             "<nitf>") == "nitf");
  CHECK(told("<newsItem guid='x'>") == "newsml");
  CHECK(told("<n:newsMessage>") == "newsml");
}

TEST_CASE("mail shows in its headers") {
  CHECK(told("Return-Path: <a@b>\r\nFrom: a@b\r\n\r\nRain.\r\n") == "mail");
  CHECK(told("From a@b Mon Apr 17 09:30:00 2023\nSubject: Rain\n\nx\n") ==
        "mbox");
  CHECK(told("Subject: Rain\n\nIt fell.\n", "a.eml") == "mail");
  CHECK(told("From Tarn: rain fell.\nIt fell: a lot.\n") == "text");
  CHECK(told("From: Tarn\n\nRain fell.\n") == "text");
}

TEST_CASE("archives and compressed files show in their first bytes") {
  CHECK(told("\x1F\x8B\x08\0"sv) == "archive");
  CHECK(told("PK\x03\x04"sv) == "archive");
  CHECK(told("\x28\xB5\x2F\xFD"sv) == "archive");
  std::string tar(257, 'a');
  tar += "ustar";
  CHECK(told(tar) == "archive");
  CHECK(told("BZh91AY&SY"sv) == "archive");
  CHECK(told("WARC/1.0\r\nWARC-Type: warcinfo\r\n") == "warc");
}

TEST_CASE("tables show in their head, Markdown in its front matter or name") {
  CHECK(told("id,title,body\n1,a,b\n") == "csv");
  CHECK(told("Headline;Date Published\n") == "csv");
  CHECK(told("title\ttext\n") == "tsv");
  CHECK(told("place,note\n", "a.csv") == "csv");
  CHECK(told("Rain, hail, title and body fell.\n") == "text");
  CHECK(told("title, body and all the rest of it went down in the storm\n") ==
        "text");
  CHECK(told("---\ntitle: Rain\n---\nRain fell.\n") == "markdown");
  CHECK(told("---\nRain fell: a lot.\n---\n") == "text");
  CHECK(told("Rain fell.\n", "a.md") == "markdown");
}

TEST_CASE("a format the user names is believed, but a binary is none") {
  CHECK(told("Rain fell.", "a", Format::kJsonLines) == "jsonl");
  CHECK(told("{\"id\": 1}", "a", Format::kPlainText) == "text");
  CHECK(told("Rain\0 fell on Monday and on Tuesday."sv, "a",
             Format::kPlainText) == "text");
  CHECK(told("", "a", Format::kPlainText) == "empty");
  CHECK(told("%PDF-1.4\n", "a", Format::kPlainText) == "a PDF document");
}

TEST_CASE("UTF-16 and legacy charsets are seen before records are cut") {
  CHECK(told("\xFF\xFE{\0\"\0i\0d\0\"\0:\0001\0}\0\n\0"sv) == "jsonl UTF-16LE");
  CHECK(told("\xFE\xFF\0<\0D\0O\0C\0>\0\n"sv) == "trec UTF-16BE");
  CHECK(told("{\"body\": \"caf\xE9 ferm\xE9 le dimanche apr\xE8s-midi\"}\n") ==
        "jsonl ISO-8859-1");
  CHECK(told("{\"body\": \"café fermé\"}\n") == "jsonl");
}

TEST_CASE("formats have one name each") {
  for (const Format format :
       {Format::kPlainText, Format::kJsonLines, Format::kReutersSgml,
        Format::kTrecSgml, Format::kHtml, Format::kJson, Format::kCsv,
        Format::kTsv, Format::kMarkdown, Format::kFeed, Format::kNitf,
        Format::kNewsMl, Format::kWarc, Format::kMail, Format::kMbox}) {
    CHECK(parse_format(to_string(format)) == format);
  }
  CHECK_FALSE(parse_format("xml"));
  CHECK_FALSE(parse_format(""));
}

}  // namespace
}  // namespace broadsheet::read
