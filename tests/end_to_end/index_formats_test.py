"""Claims about an archive of many formats as it is indexed: what is in archives
is found, a second run leaves it alone, and nothing in it makes a run long or
leads out of it."""

import gzip
import io
import json
import os
import subprocess
import sys
import tarfile
import unittest
import zipfile

from index_programs import INDEX, World, article

PAGE = ("<!doctype html><html lang='en'><head><title>{0} | Courier</title>"
        "<meta property='article:published_time' content='{1}'></head><body>"
        "<nav><a href='/'>Home</a></nav><article><h1>{0}</h1><p>{2}</p>"
        "</article></body></html>")


def page(title, date="2023-04-17T09:30+09:00"):
    return PAGE.format(title, date, "The ferry to Port Ansel left at noon.")


def zipped(members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


class Formats(World):
    def show(self, path, *options):
        process = subprocess.run([INDEX, "--show", "--json", *options, path],
                                 check=True, capture_output=True, text=True)
        return [json.loads(line) for line in process.stdout.splitlines()]

    def test_a_file_of_options_maps_fields(self):
        path = self.write("a.jsonl", json.dumps(
            {"hed": "Rain", "story": "It fell.", "old": "Hail"}) + "\n")
        options = self.write("paper.conf",
                             "# Our own archive\n"
                             'map = ["headline=hed", "body=story"]\n')
        shown = self.show(path, "--config", options)
        self.assertEqual(shown[0]["headline"], "Rain")
        self.assertIn("It fell.", json.dumps(shown))
        # What is typed comes first.
        shown = self.show(path, "--config", options, "--map", "headline=old",
                          "--map", "body=story")
        self.assertEqual(shown[0]["headline"], "Hail")

    def test_a_bad_file_of_options_is_named_with_what_is_wrong(self):
        path = self.write("a.jsonl", article(1))
        for content, wrong in [
                ("mapp = 1\n", '"mapp" is no option of this program; did you '
                               "mean map?"),
                ("what is this\n", '"what is this" is no option'),
                ('map = ["foo=hed"]\n', '--map: "foo" is no field'),
                ("threads = many\n", "--threads: ")]:
            options = self.write("bad.conf", content)
            process = subprocess.run(
                [INDEX, "--show", "--config", options, path],
                capture_output=True, text=True)
            self.assertEqual(process.returncode, 2)
            self.assertIn(wrong, process.stderr)
        process = subprocess.run(
            [INDEX, "--show", "--config", "/nowhere/a.conf", path],
            capture_output=True, text=True)
        self.assertEqual(process.returncode, 2)
        self.assertIn("cannot read /nowhere/a.conf", process.stderr)

    def test_a_mixed_archive_is_indexed_once_and_then_unchanged(self):
        self.write("a.html", page("Ferry"))
        self.write("b.json", "[" + article(1) + "," + article(2) + "]")
        self.write("c.csv", "title,body\nRain,It fell.\n")
        self.write("d.md", "---\ntitle: Hail\n---\nIt fell too.\n")
        self.write("e.xml", "<rss><channel><item><title>Sun</title></item>"
                            "</channel></rss>")
        self.write("f.jsonl.gz", gzip.compress(article(3).encode()))
        self.write("g.zip", zipped({"x/1.html": page("Pier"),
                                    "x/2.jsonl": article(4)}))
        self.write("h.eml", "From: a@b\nMIME-Version: 1.0\nSubject: Post\n\n"
                            "It came by ferry.\n")
        first = self.index_all()
        self.assertEqual(first.code, 0)
        self.assertEqual(first.accounts["indexed"], 10, first.err)
        self.assertEqual(first.accounts["skipped"], 0)
        second = self.index_all()
        self.assertEqual(second.accounts["unchanged"], 10)
        self.assertEqual(second.accounts["indexed"], 0)
        self.write("g.zip", zipped({"x/1.html": page("Pier again"),
                                    "x/2.jsonl": article(4)}))
        third = self.index_all()
        self.assertEqual(third.accounts["updated"], 1)
        self.assertEqual(third.accounts["unchanged"], 9)

    def test_show_tells_where_each_field_was_found(self):
        shown = self.show(self.write("a.html", page("Ferry")))[0]
        self.assertEqual(shown["headline"], "Ferry")
        self.assertEqual(shown["date"], "2023-04-17T00:30:00Z")
        self.assertEqual(
            shown["found_in"]["date"],
            "meta article:published_time: 2023-04-17T09:30+09:00")
        self.assertEqual([s["text"] for s in shown["sentences"]],
                         ["Ferry", "The ferry to Port Ansel left at noon."])

    def test_a_named_format_is_believed_and_fields_are_mapped(self):
        path = self.write("a.dat", "what;said\nRain;It fell.\n")
        shown = self.show(path, "--format", "csv", "--map", "headline=what",
                          "--map", "body=said")
        self.assertEqual(shown[0]["headline"], "Rain")
        self.assertEqual(shown[0]["found_in"]["body"], "column said")

    def test_a_bomb_is_listed_and_the_rest_is_indexed(self):
        zeros = b" " * (60 << 20)
        self.write("bomb.txt.gz", gzip.compress(b"x" + zeros))
        inner = zipped({"0.txt": zeros})
        self.write("bomb.zip", zipped({f"{i}.zip": inner for i in range(40)}))
        self.write("good.jsonl", article(1))
        result = self.index_all(timeout=120)
        self.assertEqual(result.code, 0)
        reasons = {f[1].split("!")[0]: f[4] for f in result.findings
                   if f[0] == "skipped"}
        for name in ("bomb.txt.gz", "bomb.zip"):
            self.assertIn("200 times its size", reasons[name])

    def test_members_lead_nowhere(self):
        out = io.BytesIO()
        with tarfile.open(fileobj=out, mode="w:gz") as archive:
            for name in ("../../escaped.txt", "/tmp/escaped.txt"):
                member = tarfile.TarInfo(name)
                member.size = 11
                archive.addfile(member, io.BytesIO(b"Rain fell.\n"))
            link = tarfile.TarInfo("link.txt")
            link.type = tarfile.SYMTYPE
            link.linkname = "/etc/hostname"
            archive.addfile(link)
        self.write("a.tgz", out.getvalue())
        before = sorted(os.listdir(self.root))
        result = self.index_all()
        self.assertEqual(result.accounts["indexed"], 2)
        self.assertEqual(result.accounts["skipped"], 1)
        self.assertEqual(set(os.listdir(self.root)) - set(before),
                         {"index", "report.tsv"})

    def test_entities_are_not_expanded(self):
        for name, declared in {
                "file.xml": f"<!ENTITY a SYSTEM 'file://{self.input}/x'>",
                "laughs.xml": "<!ENTITY l 'lol'><!ENTITY a '" + "&l;" * 90
                              + "'>"}.items():
            self.write(name, f"<!DOCTYPE rss [{declared}]><rss><channel><item>"
                             "<title>&a;</title></item></channel></rss>")
        self.write("x", "Secret words of the file.\n")
        result = self.index_all()
        entities = [f for f in result.findings if "entities" in f[4]]
        self.assertEqual(len(entities), 2)
        self.assertEqual(result.accounts["indexed"], 1)

    def test_a_million_nested_elements_are_flattened(self):
        self.write("deep.html", "<b><i><div>" * 1000000 +
                   "<p>The ferry to Port Ansel left at noon.</p>")
        result = self.index_all(timeout=120)
        self.assertEqual(result.accounts["indexed"], 1)

    def test_a_broken_archive_costs_itself(self):
        whole = zipped({"a.txt": "Rain fell. " * 500})
        self.write("cut.zip", whole[:len(whole) // 2])
        self.write("lie.zip", b"PK\x03\x04" + os.urandom(5000))
        self.write("good.jsonl", article(1))
        result = self.index_all()
        self.assertEqual(result.code, 0)
        self.assertGreaterEqual(result.accounts["indexed"], 1)
        names = {f[1].split("!")[0] for f in result.findings
                 if f[0] == "skipped"}
        self.assertIn("lie.zip", names)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0]])
