#!/usr/bin/env python3
"""Bad input of every kind, through the real indexer: the run completes, the
rest is indexed, and each case is listed with its reason."""

import json
import os
import stat
import subprocess
import unittest

from index_programs import INDEX, World, article, as_nobody


class BadInput(World):
    def index_with(self, **options):
        """Indexes the input, one good article among it, and returns the run."""
        self.write("zz-good.jsonl", article("good"))
        result = self.index_all(**options)
        self.assertEqual(result.code, 0, result.err)
        self.check_segments()
        return result

    def only_finding(self, result, kind="skipped"):
        found = [f for f in result.findings if f[0] == kind]
        self.assertEqual(len(found), 1, result.findings)
        # What is in the report is on the terminal too.
        self.assertIn(os.path.basename(found[0][1]), result.err)
        return found[0]

    def test_a_missing_path_is_listed_and_the_rest_is_indexed(self):
        good = self.write("good.jsonl", article(1))
        missing = os.path.join(self.input, "missing.txt")
        result = self.run_index(missing, good)
        self.assertEqual(result.code, 0)
        self.assertEqual(result.accounts["indexed"], 1)
        self.assertEqual(result.accounts["skipped"], 1)
        self.assertIn(f"skipped: {missing}: ", result.err)

    def test_only_missing_paths_are_a_failure(self):
        result = self.run_index(os.path.join(self.input, "missing.txt"))
        self.assertEqual(result.code, 4)
        self.assertFalse(os.path.exists(os.path.join(self.index, "CURRENT")))

    def test_an_unreadable_file_and_directory_are_skipped(self):
        os.mkdir(os.path.join(self.root, "mine"))
        self.index = os.path.join(self.root, "mine/index")
        if os.geteuid() == 0:
            os.chmod(os.path.join(self.root, "mine"), 0o777)
        os.chmod(self.root, 0o777)
        os.chmod(self.write("secret.txt", "Nobody may read this."), 0)
        self.write("locked/inside.txt", "Nor this.")
        os.chmod(os.path.join(self.input, "locked"), 0)
        result = self.index_with(preexec_fn=as_nobody)
        skipped = sorted(f[1] for f in result.findings)
        self.assertEqual(skipped, ["locked", "secret.txt"])
        for finding in result.findings:
            self.assertIn("permission", finding[4])
        self.assertEqual(result.accounts["indexed"], 1)

    def test_an_empty_file_is_skipped(self):
        self.write("empty.txt", "")
        finding = self.only_finding(self.index_with())
        self.assertEqual(finding[1], "empty.txt")
        self.assertIn("empty", finding[4])

    def test_a_binary_file_is_skipped(self):
        self.write("picture.png",
                   b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)
        self.assertEqual(self.only_finding(self.index_with())[1],
                         "picture.png")

    def test_a_fifo_never_blocks(self):
        os.mkfifo(os.path.join(self.input, "pipe"))
        finding = self.only_finding(self.index_with(timeout=60))
        self.assertEqual(finding[1], "pipe")

    def test_a_symlink_loop_ends(self):
        os.symlink(self.input, os.path.join(self.input, "loop"))
        os.symlink("ping", os.path.join(self.input, "pong"))
        os.symlink("pong", os.path.join(self.input, "ping"))
        result = self.index_with(timeout=60)
        self.assertEqual(result.accounts["indexed"], 1)
        self.assertEqual(sorted(f[1] for f in result.findings),
                         ["loop", "ping", "pong"])

    def test_a_broken_sgml_record_costs_that_record(self):
        def record(number, body):
            return (f'<REUTERS TOPICS="NO" LEWISSPLIT="TRAIN" NEWID="{number}">'
                    f"\n<DATE> 4-MAR-1987 10:00:00.00</DATE>\n<TEXT>&#2;\n"
                    f"<TITLE>STORY {number}</TITLE>\n<DATELINE>    PORT ANSEL, "
                    f"March 4 - </DATELINE><BODY>{body}\n Reuter\n&#3;</BODY>"
                    f"</TEXT>\n</REUTERS>\n")
        broken = ('<REUTERS TOPICS="NO" NEWID="2">\n<TEXT><TITLE>HALF A STORY'
                  '</TITLE><BODY>The rest never came\n')
        self.write("wire.sgm", '<!DOCTYPE lewis SYSTEM "lewis.dtd">\n' +
                   record(1, "Rain fell.") + broken + record(3, "Sun shone."))
        result = self.index_with()
        # The broken one is either read as far as it goes or skipped, but told.
        self.assertGreaterEqual(result.accounts["indexed"], 3)
        self.assertTrue([f for f in result.findings if f[1] == "wire.sgm"],
                        result.err)

    def test_one_bad_line_in_ten_thousand_is_named(self):
        lines = [article(i) for i in range(10000)]
        offset = sum(len(line.encode()) for line in lines[:4999])
        lines[4999] = lines[4999][:20] + "\n"
        self.write("many.jsonl", "".join(lines))
        result = self.index_with()
        self.assertEqual(result.accounts["indexed"], 10000)
        kind, path, record, byte, reason = self.only_finding(result)
        self.assertEqual((path, record, byte), ("many.jsonl", 5000, offset))
        self.assertTrue(reason)

    def test_strict_makes_a_skipped_article_a_failure(self):
        self.write("bad.jsonl", article(1) + "{oops\n")
        result = self.index_all("--strict")
        self.assertEqual(result.code, 4)
        self.assertIn("--strict", result.err)
        # The rest is in the index all the same.
        self.assertEqual(self.manifest()["articles"], 1)

    def test_invalid_utf8_is_mended_and_told(self):
        self.write("cafe.jsonl",
                   b'{"id":"cafe","title":"Caf\xff closes",'
                   b'"body":"The caf\xc3 on the quay closed."}\n')
        result = self.index_with()
        self.assertEqual(result.accounts["indexed"], 2)
        self.assertEqual(self.only_finding(result, "warning")[1], "cafe.jsonl")

    def test_a_nul_is_a_blank(self):
        self.write("nul.jsonl", json.dumps(
            {"id": "nul", "title": "Nul", "body": "Before\0after it."}) + "\n")
        result = self.index_with()
        self.assertEqual(result.accounts["indexed"], 2)
        shown = subprocess.run(
            [INDEX, "--show", "--json", os.path.join(self.input, "nul.jsonl")],
            check=True, capture_output=True, text=True)
        terms = {t["term"] for t in json.loads(shown.stdout)["terms"]}
        self.assertIn("before", terms)
        self.assertIn("after", terms)

    def test_a_line_of_100_mb_does_not_stop_the_others(self):
        with open(os.path.join(self.input, "huge.jsonl"), "w") as file:
            file.write(article(1))
            file.write('{"id":"huge","body":"')
            for _ in range(100):
                file.write("word " * 200000)
            file.write('"}\n')
            file.write(article(3))
        result = self.index_with()
        self.assertGreaterEqual(result.accounts["indexed"], 3)
        told = [f for f in result.findings if f[1] == "huge.jsonl"]
        self.assertEqual(len(told), 1, result.findings)
        self.assertEqual(told[0][2], 2)

    def test_an_id_of_5000_bytes_is_one_like_others(self):
        self.write("long.jsonl", article(1, id="x" * 5000) +
                   article(2, id="x" * 5000 + "y"))
        result = self.index_with()
        self.assertEqual(result.accounts["indexed"], 3)
        again = self.index_with()
        self.assertEqual(again.accounts["unchanged"], 3)

    def test_of_two_articles_with_one_id_the_last_is_taken(self):
        self.write("a.jsonl", article(1, title="First"))
        self.write("b.jsonl", article(1, title="Second"))
        result = self.index_with()
        self.assertEqual(result.accounts["duplicate"], 1)
        self.assertEqual(result.accounts["indexed"], 2)
        finding = self.only_finding(result, "duplicate")
        self.assertEqual(finding[1], "a.jsonl")
        self.assertIn("b.jsonl", finding[4])

    def test_names_from_outside_move_no_cursor(self):
        name = "evil\x1b]0;owned\x07\n\u202etxt.jsonl"
        self.write(name, "{broken\n")
        result = self.index_with()
        for text in (result.err, "".join(f[1] for f in result.findings)):
            self.assertNotIn("\x1b", text)
            self.assertNotIn("\x07", text)
            self.assertNotIn("\u202e", text)
        self.assertEqual(len(result.findings), 1)

    def test_a_device_is_not_read(self):
        for path in ("/dev/zero", "/dev/full"):
            result = self.run_index(path, timeout=60)
            self.assertEqual(result.code, 4)
            self.assertEqual(result.accounts["skipped"], 1)

    def test_a_deep_tree_is_walked(self):
        path = self.input
        made = []
        descriptor = os.open(path, os.O_RDONLY)
        for _ in range(1500):
            os.mkdir("d", dir_fd=descriptor)
            below = os.open("d", os.O_RDONLY, dir_fd=descriptor)
            os.close(descriptor)
            descriptor = below
            made.append("d")
        file = os.open("deep.jsonl", os.O_WRONLY | os.O_CREAT,
                       dir_fd=descriptor)
        os.write(file, article("deep").encode())
        os.close(file)
        os.close(descriptor)
        result = self.index_with(timeout=120)
        # A path too long for the system may be skipped, but is told then.
        self.assertEqual(result.accounts["seen"], 2)
        self.assertGreaterEqual(result.accounts["indexed"], 1)


class BadIndex(World):
    def test_a_file_as_index_is_refused(self):
        good = self.write("good.jsonl", article(1))
        self.index = self.write("index.txt", "Not an index.")
        result = self.run_index(good)
        self.assertEqual(result.code, 3)
        self.assertIn("is not an index", result.err)

    def test_a_directory_of_others_is_refused_and_left_alone(self):
        good = self.write("good.jsonl", article(1))
        self.index = self.input
        result = self.run_index(good)
        self.assertEqual(result.code, 3)
        self.assertEqual(os.listdir(self.input), ["good.jsonl"])

    def test_a_foreign_index_is_refused(self):
        good = self.write("good.jsonl", article(1))
        os.mkdir(self.index)
        with open(os.path.join(self.index, "CURRENT"), "w") as file:
            file.write("MANIFEST-000002\n")
        result = self.run_index(good)
        self.assertEqual(result.code, 3)
        self.assertIn("not a Broadsheet index", result.err)

    def test_every_missing_or_cut_file_is_found_before_writing(self):
        self.write("good.jsonl", article(1))
        self.assertEqual(self.index_all().code, 0)
        segment = os.path.join(self.index,
                               self.manifest()["segments"][0]["name"])
        for name in os.listdir(segment):
            path = os.path.join(segment, name)
            with open(path, "rb") as file:
                content = file.read()
            for damage in (None, content[:-1]):
                if damage is None:
                    os.remove(path)
                else:
                    with open(path, "wb") as file:
                        file.write(damage)
                result = self.index_all()
                self.assertEqual(result.code, 3, name)
                self.assertIn(name, result.err)
            with open(path, "wb") as file:
                file.write(content)
        self.assertEqual(self.index_all().code, 0)

    def test_a_changed_manifest_is_refused(self):
        self.write("good.jsonl", article(1))
        self.assertEqual(self.index_all().code, 0)
        manifest = self.manifest()
        # CURRENT holds the hash of the manifest: a changed one is damaged.
        path = os.path.join(self.index, f"generation-{manifest['generation']:06}")
        manifest["format"] = 999
        with open(path, "w") as file:
            json.dump(manifest, file)
        result = self.index_all()
        self.assertEqual(result.code, 3)
        self.assertIn("index", result.err)

    def test_a_read_only_index_fails_naming_the_path(self):
        good = self.write("good.jsonl", article(1))
        os.mkdir(self.index)
        os.chmod(self.index, stat.S_IRUSR | stat.S_IXUSR | stat.S_IROTH |
                 stat.S_IXOTH)
        result = self.run_index(good, preexec_fn=as_nobody)
        self.assertEqual(result.code, 4)
        self.assertIn(self.index, result.err)


if __name__ == "__main__":
    unittest.main()
