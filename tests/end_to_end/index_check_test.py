#!/usr/bin/env python3
"""--check, --stats and --merge as they are run. A full check finds every bit
that is not what was published; whatever is damaged, no program ends by a signal.

BROADSHEET_LONG_TESTS=1 flips 10,000 bits and cuts 1,000 files; else it is some
dozens. BROADSHEET_TEST_SEED repeats a run."""

import json
import os
import random
import shutil
import subprocess
import sys
import time
import unittest

from index_programs import World, article

SEARCH = os.path.abspath(sys.argv.pop(1)) if len(sys.argv) > 1 else None
LONG = bool(os.environ.get("BROADSHEET_LONG_TESTS"))
SEED = int(os.environ.get("BROADSHEET_TEST_SEED") or time.time())
QUERIES = ("ferry", '"port ansel"', "crates -tide", "title:report harbour")


def story(number, **fields):
    chance = random.Random(number)
    words = [chance.choice(("tide", "ferries", "barley", "Ardan", "U.S.", "rain",
                            "harbour", f"w{chance.randrange(4000)}"))
             for _ in range(chance.randrange(20, 120))]
    fields.setdefault("source", chance.choice(("Kyodo", "Meridian Wire", "")))
    fields.setdefault("date", f"20{chance.randrange(10, 24)}-05-17")
    return article(number, body="The ferry to Port Ansel carried crates. " +
                   " ".join(words) + ".", **fields)


class Checks(World):
    def check(self, *options):
        return self.run_index("--check", *options)

    def build(self, articles=400):
        self.write("a.jsonl", "".join(story(i) for i in range(articles)))
        self.assertEqual(self.index_all().code, 0)

    def build_in_parts(self, parts=3):
        """An index of several segments that has lost articles too."""
        sizes = [4000, 500, 60][:parts]
        begin = 0
        for size in sizes:
            self.write("a.jsonl", "".join(
                story(i) for i in range(begin, begin + size)))
            self.assertEqual(self.index_all().code, 0)
            begin += size
        self.assertEqual(len(self.manifest()["segments"]), parts)
        self.write("a.jsonl", "".join(
            story(i, title=f"Correction {i}") for i in range(0, 4000, 457)))
        result = self.index_all()
        self.assertEqual(result.accounts["updated"], 9)
        return begin

    def search(self, *arguments):
        process = subprocess.run([SEARCH, "--index", self.index, *arguments],
                                 check=False, capture_output=True, text=True,
                                 errors="replace", timeout=60)
        self.assertGreaterEqual(process.returncode, 0,
                                f"{arguments}: ended by a signal")
        return process

    def answers(self):
        found = []
        for query in QUERIES:
            process = self.search("--json", "--no-group", "--limit",
                                  "10000", "--", query)
            self.assertEqual(process.returncode, 0, process.stderr)
            hits = [json.loads(line) for line in process.stdout.splitlines()]
            found.append(sorted(hit["id"] for hit in hits if "id" in hit))
        return found

    def test_a_sound_index_is_said_to_be(self):
        self.build_in_parts()
        for options in ((), ("--full",)):
            result = self.check(*options)
            self.assertEqual(result.code, 0, result.out + result.err)
            self.assertIn("is sound", result.out)
        self.check_segments()

    def test_quiet_leaves_the_exit_code(self):
        self.build(20)
        result = self.check("--full", "--quiet")
        self.assertEqual((result.code, result.out, result.err), (0, "", ""))

    def test_no_index_is_told_apart_from_a_sound_one(self):
        for action in ("--check", "--stats", "--merge"):
            result = self.run_index(action)
            self.assertEqual(result.code, 3, result.err)
            self.assertIn("no index", result.err)
            self.assertFalse(os.path.exists(self.index))

    def files(self):
        names = []
        for folder, _, files in os.walk(self.index):
            names += [os.path.join(folder, f) for f in files if f != "lock"]
        return sorted(f for f in names if os.path.getsize(f) > 0)

    def test_every_bit_flip_and_every_cut_is_found(self):
        chance = random.Random(SEED)
        self.build(1500)
        self.assertIn("dictionary", self.manifest())
        files = self.files()
        flips, cuts = (10_000, 1_000) if LONG else (60, 20)
        for number in range(flips + cuts):
            path = chance.choice(files)
            with open(path, "rb") as file:
                content = file.read()
            at = chance.randrange(len(content))
            bit = chance.randrange(8)
            if number < flips:
                damaged = bytearray(content)
                damaged[at] ^= 1 << bit
            else:
                damaged = content[:at]
            with open(path, "wb") as file:
                file.write(damaged)
            with self.subTest(seed=SEED, number=number, path=path, at=at,
                              bit=bit):
                result = self.check("--full")
                self.assertEqual(result.code, 3, result.out + result.err)
                self.assertIn("index", result.out + result.err)
                self.search("--", QUERIES[number % len(QUERIES)])
            with open(path, "wb") as file:
                file.write(content)
        self.assertEqual(self.check("--full").code, 0)

    def test_no_bit_of_the_version_file_leads_the_searcher_astray(self):
        self.build(400)
        path = next(f for f in self.files() if f.endswith("iamglass"))
        with open(path, "rb") as file:
            content = file.read()
        for at in range(len(content)):
            damaged = bytearray(content)
            damaged[at] ^= 1 << (at % 8)
            with open(path, "wb") as file:
                file.write(damaged)
            answer = self.search("--", "ferry")
            self.assertEqual(answer.returncode, 3, f"byte {at}")
            self.assertIn("iamglass", answer.stderr)

    def test_every_missing_file_is_named(self):
        self.build(1500)
        for path in self.files():
            os.rename(path, path + ".away")
            result = self.check()
            self.assertEqual(result.code, 3, path)
            self.assertIn(os.path.basename(path), result.err)
            os.rename(path + ".away", path)

    def test_damage_is_never_merged_into_a_new_segment(self):
        self.build_in_parts()
        segment = self.manifest()["segments"][0]["name"]
        path = os.path.join(self.index, segment, "postlist.glass")
        with open(path, "r+b") as file:
            file.seek(20_000)
            byte = file.read(1)
            file.seek(20_000)
            file.write(bytes([byte[0] ^ 4]))
        before = self.names_in_index()
        # So many that the segment is copied without them.
        corrections = self.write("c.jsonl", "".join(
            story(number + 1, title="Another correction")
            for number in range(400)))
        for arguments in (("--merge",), (corrections,)):
            result = self.run_index(*arguments)
            self.assertEqual(result.code, 3, result.err)
            self.assertIn("postlist.glass", result.err)
            self.assertEqual(self.names_in_index(), before)
        # Of few the manifest keeps account; the segment keeps its hashes.
        self.run_index(self.write("d.jsonl", story(5, title="One more")))
        self.assertNotEqual(self.names_in_index(), before)
        result = self.check("--full")
        self.assertEqual(result.code, 3, result.out + result.err)
        self.assertIn(os.path.join(segment, "postlist.glass"),
                      result.out + result.err)

    @unittest.skipUnless(shutil.which("xapian-compact"), "no xapian-tools here")
    def test_tables_that_disagree_are_found_even_under_right_hashes(self):
        """What neither hashes nor xapian-check see: a table of another index,
        published as if it were this one's."""
        self.build(60)
        other = os.path.join(self.root, "other")
        self.write("a.jsonl", "".join(story(i + 1) for i in range(60)))
        process = subprocess.run(
            [sys.modules["index_programs"].INDEX, "--index", other, "--quiet",
             self.input], check=False)
        self.assertEqual(process.returncode, 0)
        manifest = self.manifest()
        segment = manifest["segments"][0]["name"]
        shutil.copyfile(
            os.path.join(other, "segment-000001", "docdata.glass"),
            os.path.join(self.index, segment, "docdata.glass"))
        # The sizes differ or the hashes do: either is told.
        self.assertEqual(self.check("--full").code, 3)

    def test_a_merge_leaves_one_segment_and_the_same_answers(self):
        articles = self.build_in_parts()
        before = self.answers()
        self.assertGreater(len(before[0]), 100)
        result = self.run_index("--merge")
        self.assertEqual(result.code, 0, result.err)
        self.assertIn("merged", result.err)
        manifest = self.manifest()
        self.assertEqual(len(manifest["segments"]), 1)
        self.assertEqual(manifest["articles"], articles)
        self.assertEqual(self.answers(), before)
        self.assertEqual(self.check("--full").code, 0)
        again = self.run_index("--merge")
        self.assertEqual(again.code, 0)
        self.assertIn("one segment already", again.err)
        self.assertEqual(self.manifest()["generation"], manifest["generation"])
        # And it goes on being updated.
        self.write("a.jsonl", story(3, title="Last word"))
        self.assertEqual(self.index_all().accounts["updated"], 1)
        self.assertEqual(self.check("--full").code, 0)

    def test_figures_add_up(self):
        articles = self.build_in_parts()
        result = self.run_index("--stats", "--json")
        self.assertEqual(result.code, 0, result.err)
        figures = json.loads(result.out)
        self.assertEqual(figures["articles"], articles)
        self.assertEqual(sum(figures["sources"].values()), articles)
        self.assertEqual(sum(figures["languages"].values()), articles)
        self.assertEqual(sum(figures["bytes_by_file"].values()),
                         figures["bytes"])
        self.assertEqual(figures["dated"], articles)
        self.assertGreater(figures["words"], 20 * articles)
        self.assertLess(figures["first_date"], figures["last_date"])
        text = self.run_index("--stats").out
        self.assertIn(f"{articles:,}", text)
        for name in ("Kyodo", "Meridian Wire", "(none)", "postlist.glass", "en"):
            self.assertIn(name, text)

    def test_figures_move_no_cursor(self):
        self.write("a.jsonl", article(1, source="\x1b]0;owned\x07\u202eWire"))
        self.assertEqual(self.index_all().code, 0)
        text = self.run_index("--stats").out
        self.assertIn("Wire", text)
        for control in ("\x1b", "\x07", "\u202e"):
            self.assertNotIn(control, text)

    def test_what_does_not_go_together_is_refused(self):
        for arguments in (("--check", self.input), ("--check", "--merge"),
                          ("--stats", "--show"), ("--full", self.input),
                          ("--merge", "--dry-run"), ("--check", "--json")):
            result = self.run_index(*arguments)
            self.assertEqual(result.code, 2, arguments)


if __name__ == "__main__":
    unittest.main()
