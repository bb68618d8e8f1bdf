// Claims about web archives: pages that were answered are articles, and what
// else a crawler keeps is passed over.
#include <doctest/doctest.h>

#include <string>

#include "corpus/read/http_response.h"
#include "corpus/read/reader.h"
#include "tests/corpus/read/packed.h"
#include "tests/corpus/read/reading.h"

namespace broadsheet::read {
namespace {

using tests::outlines_of;
using tests::packed;
using tests::read_all;

std::string warc_record(const std::string& type, const std::string& content) {
  return "WARC/1.0\r\nWARC-Type: " + type +
         "\r\nWARC-Target-URI: https://kelmar.example/a\r\nWARC-Date: "
         "2020-01-01T00:00:00Z\r\nContent-Length: " +
         std::to_string(content.size()) + "\r\n\r\n" + content + "\r\n\r\n";
}

std::string page(const std::string& title) {
  return "<html><head><title>" + title +
         "</title></head><body><p>The ferry to Port Ansel left at "
         "noon.</p></body></html>";
}

std::string outline(const std::string& title) {
  return "headline: " + title +
         "\nbody: The ferry to Port Ansel left at noon.\n";
}

std::string response(const std::string& head, const std::string& body) {
  return "HTTP/1.1 200 OK\r\n" + head + "\r\n" + body;
}

const std::string kHtml = "Content-Type: text/html; charset=utf-8\r\n";

TEST_CASE("responses that are pages are articles, with their address") {
  const std::string file =
      warc_record("warcinfo", "software: x\r\n") +
      warc_record("request", "GET /a\r\n") +
      warc_record("response", response(kHtml, page("Ferry"))) +
      warc_record("response",
                  response("Content-Type: image/png\r\n", "\x89PNG")) +
      warc_record("response", "HTTP/1.1 404 Not Found\r\n" + kHtml + "\r\n" +
                                  page("Lost")) +
      warc_record("metadata", "x: y\r\n") +
      warc_record("response", response(kHtml, page("Pier")));
  const auto results = read_all(file, "a.warc");
  CHECK(outlines_of(results) == outline("Ferry") + outline("Pier"));
  const auto& second = std::get<article::Article>(results[1]);
  CHECK(second.url == "https://kelmar.example/a");
  CHECK_FALSE(second.published);
  CHECK(second.origin.record == 2);
  CHECK(second.origin.offset == file.rfind("WARC/1.0"));
}

TEST_CASE("a compressed web archive is read, a record or all at a time") {
  const std::string one =
      warc_record("response", response(kHtml, page("Ferry")));
  CHECK(outlines_of(read_all(packed("raw", "gzip", {{"a", one}}) +
                                 packed("raw", "gzip", {{"a", one}}),
                             "a.warc.gz")) ==
        outline("Ferry") + outline("Ferry"));
}

TEST_CASE("chunks are joined and compressed pages decompressed") {
  const std::string whole = page("Ferry");
  const std::string chunked = "10\r\n" + whole.substr(0, 16) + "\r\n" +
                              "FFF;x=y\r\n" + whole.substr(16) +
                              "\r\n0\r\n\r\n";
  // A size beyond what is there ends with what is there.
  CHECK(outlines_of(
            read_all(warc_record(
                "response",
                response(kHtml + "Transfer-Encoding: chunked\r\n", chunked))))
            .starts_with("headline: Ferry\n"));
  CHECK(outlines_of(read_all(warc_record(
            "response", response(kHtml + "Content-Encoding: gzip\r\n",
                                 packed("raw", "gzip", {{"a", whole}}))))) ==
        outline("Ferry"));
  CHECK(outlines_of(read_all(warc_record(
            "response",
            response(kHtml + "Content-Encoding: br\r\n", "\x1B\x02")))) ==
        "skipped: a page compressed by a method that is not known: br\n");
}

TEST_CASE("the server's charset counts before the page's") {
  CHECK(outlines_of(read_all(warc_record(
            "response",
            response("content-type: text/html; charset=\"windows-1252\"\r\n",
                     "<meta charset=utf-8><title>Caf\xE9</title><p>Ferm\xE9 "
                     "\x96 dimanche.</p>")))) ==
        "headline: Café\nbody: Fermé – dimanche.\n");
}

TEST_CASE("a damaged record costs itself") {
  const std::string good =
      warc_record("response", response(kHtml, page("Ferry")));
  CHECK(outlines_of(read_all(good + "garbage\r\nmore\r\n" + good)) ==
        outline("Ferry") + "skipped: 15 bytes that belong to no WARC record\n" +
            outline("Ferry"));
  CHECK(outlines_of(
            read_all("WARC/1.0\r\nWARC-Type: response\r\n\r\nx\r\n" + good)) ==
        "skipped: a WARC record without a Content-Length\n" + outline("Ferry"));
  const std::string cut = outlines_of(read_all(good.substr(0, 260)));
  CHECK(cut.starts_with("warning: the file ends within the page\n"));
}

TEST_CASE("header lines are joined, and their parameters found") {
  const HeaderLines lines("A: one\r\n two\r\nB:three\nno colon\nb: four\n");
  CHECK(lines.value("a") == "one two");
  CHECK(lines.value("B") == "three");
  CHECK(lines.value("c") == "");
  CHECK(header_parameter("text/html; a=b; Charset=\"x y\"", "charset") ==
        "x y");
  CHECK(header_parameter("text/html;charset=utf-8 ; q=1", "charset") ==
        "utf-8");
  CHECK(header_parameter("text/html", "charset") == "");
}

}  // namespace
}  // namespace broadsheet::read
