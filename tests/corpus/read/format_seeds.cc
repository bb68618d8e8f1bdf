#include "tests/corpus/read/format_seeds.h"

namespace broadsheet::tests {

using read::Format;

std::vector<FormatSeed> seeds() {
  std::string lines;
  std::string reuters = "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n";
  std::string trec;
  for (int i = 1; i <= 8; ++i) {
    const std::string n = std::to_string(i);
    lines += "{\"id\": " + n +
             R"(, "title": "Ferry \u00e9", "date": "2023-04-1)" + n +
             R"(", "author": ["Ada Quill"], "body": "TARN (Northwire) - It )"
             R"(rained.\n\nA ferry. (Pool photo)(Northwire)\n\nRead more"})" +
             "\n";
    reuters +=
        "<REUTERS NEWID=\"" + n + "\">\n<DATE>26-FEB-1987 15:01:0" + n +
        "</DATE>\n<TOPICS><D>tin</D></TOPICS>\n<TEXT>&#2;\n<TITLE>TIN "
        "&lt;T></TITLE>\n<DATELINE>    TARN, Feb 26 - </DATELINE><BODY>"
        "Tin\nrose.\n    It  fell   later.\n Reuter\n&#3;</BODY></TEXT>\n"
        "</REUTERS>\n";
    trec += "<DOC>\n<DOCNO>" + n +
            "</DOCNO><HL>Tin &amp; co</HL><DD>870226</DD>"
            "<TEXT><P>Tin rose.</P><P>It fell.</P></TEXT>\n</DOC>\n";
  }
  const std::string plain =
      " date 2023-04-17 Envoys meet. EPN/POOL\n\nFerry runs again\n\nBy Ada "
      "Quill\n\nTARN, Kelmar (Northwire) - The “ferry” left at noon, and\nit "
      "was full – 40 people.\n\nTwo (R) pose. (Pool photo)(Northwire) "
      "==Northwire\n\n雨が降った。\n\nRelated coverage:\n\nFerry stops\n";
  return {{Format::kJsonLines, lines, 8},
          {Format::kReutersSgml, reuters, 8},
          {Format::kTrecSgml, trec, 8},
          {Format::kPlainText, plain, 1}};
}

std::vector<FormatSeed> mending_seeds() {
  const std::string page =
      "<!doctype html><html lang=en><head><title>Ferry | Kelmar</title><meta "
      "property=\"og:title\" content=\"Ferry\"><script "
      "type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":"
      "\"Ferry\",\"author\":[{\"name\":\"Ada\"}]}</script></head><body><nav><a>"
      "x</a></nav><article><h1>Ferry</h1><p class=byline>By Ada "
      "Quill</p><p>The "
      "&eacute;ferry left at noon.<br>It was full.<table><tr><td>a<td>b</table>"
      "<figure><figcaption>c</figcaption></figure></article></body></html>";
  const std::string feed =
      "<?xml version=\"1.0\"?><rss><channel><title>K</title><item><title>Ferry "
      "&amp; co</title><description>&lt;p&gt;It left.&lt;/p&gt;</description>"
      "</item></channel></rss>";
  const std::string response =
      "HTTP/1.1 200 OK\r\nContent-Type: "
      "text/html\r\n\r\n" +
      page;
  return {
      {Format::kHtml, page, 1},
      {Format::kJson, "[{\"title\": \"Ferry\", \"body\": \"<p>a</p>\"}]", 1},
      {Format::kCsv, "id,title,body\n1,Ferry,\"It, \"\"left\"\".\"\n", 1},
      {Format::kTsv, "title\ttext\nFerry\tIt left.\n", 1},
      {Format::kMarkdown,
       "---\ntitle: Ferry\ntags: [a, b]\n---\n# Ferry\n\nIt *left*.\n", 1},
      {Format::kFeed, feed, 1},
      {Format::kNitf,
       "<nitf><head><docdata><date.issue norm='20230417'/></docdata></head>"
       "<body><body.head><hedline><hl1>Ferry</hl1></hedline></body.head>"
       "<body.content><p>It left.</p></body.content></body></nitf>",
       1},
      {Format::kNewsMl,
       "<newsItem "
       "guid='a'><contentMeta><headline>Ferry</headline></contentMeta>"
       "<contentSet><inlineXML><html><body><p>It left.</p></body></html>"
       "</inlineXML></contentSet></newsItem>",
       1},
      {Format::kWarc,
       "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: "
       "http://a.example/\r\nContent-Length: " +
           std::to_string(response.size()) + "\r\n\r\n" + response + "\r\n\r\n",
       1},
      {Format::kMail,
       "From: a@b\nMIME-Version: 1.0\nSubject: =?utf-8?Q?F=C3=A4hre?=\n"
       "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: "
       "text/html\n\n<p>It left.</p>\n--b--\n",
       1},
      {Format::kMbox, "From a 1:2\nSubject: Ferry\n\nIt left.\n", 1}};
}

}  // namespace broadsheet::tests
