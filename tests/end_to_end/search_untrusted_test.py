#!/usr/bin/env python3
"""Hostile articles, hostile indexes and broken channels: what comes from
outside never steers the terminal, and every failure has its exit code and a
message a person can act on."""

import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import unittest

sys.path.insert(0, os.path.dirname(__file__))
import search_programs as programs
from search_programs import World

# Set the title, write the clipboard, clear the screen, ring, overstrike, turn
# the line around, hide: each as an article or a file name could carry it.
CANARIES = ("\x1b]0;canary\x07", "\x1b]52;c;Y2FuYXJ5\x07", "\x1b[2J\x1b[H",
            "\x9b2J", "\x90q\x9c", "canary\rc\x08\x08", "\x7f", "\u202eyranac",
            "\u2066\u200b\ufeff", "\U000e0063\U000e0061")
# Enough ordinary text that a file of it is not taken for a binary.
PROSE = "Ferries ran every ten minutes, and nobody was late for work. " * 20
FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f"
                       "\u202a-\u202e\u2060-\u206f\ufeff"
                       "\U000e0000-\U000e0fff]")


class Canaries(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.world = World()
        lines = []
        for number, canary in enumerate(CANARIES):
            text = f"harbour {canary} bridge"
            cls.world.write(f"in/{number}{canary}.txt",
                            f"{text}\n\nThe {text} closed. It {canary}.\n\n"
                            + PROSE)
            lines.append(json.dumps({
                "id": f"id{canary}", "title": text, "text": f"The {text}.",
                "author": text, "source": text, "place": text,
                "url": f"https://example.org/{canary}", "topics": [text]}))
        cls.world.write("in/all.jsonl", "\n".join(lines) + "\n")
        os.makedirs(os.fsencode(cls.world.path / "in") + b"/\xff\xfe")
        with open(os.fsencode(cls.world.path / "in") + b"/\xff\xfe/x.txt",
                  "wb") as file:
            file.write(b"The harbour bridge closed.\n")
        cls.world.build(cls.world.path / "in")

    @classmethod
    def tearDownClass(cls):
        cls.world.close()

    def assert_clean(self, text):
        found = FORBIDDEN.search(text)
        self.assertIsNone(found, found and text[found.start() - 30:][:60])

    def test_all_of_them_are_found(self):
        self.assertEqual(f"{2 * len(CANARIES) + 1}\n",
                         self.world.search("--count", "harbour").out)

    def test_no_form_of_output_carries_one(self):
        for form in ([], ["--json"], ["--files"], ["--marks", "[,]"],
                     ["--context", "3", "--sentences", "0"]):
            with self.subTest(form):
                answer = self.world.search(*form, "--limit", 0,
                                           "harbour bridge")
                self.assertEqual(0, answer.code)
                self.assert_clean(answer.out)
                self.assert_clean(answer.err)

    def test_colour_is_the_only_sequence(self):
        answer = self.world.search("--color", "always", "--limit", 0,
                                   "harbour bridge")
        self.assert_clean(re.sub("\x1b\\[[0-9;]*m", "", answer.out))

    def test_json_gives_the_strings_back(self):
        titles = {hit["headline"]["text"] for hit in
                  self.world.hits("--limit", 0, "harbour bridge")
                  if hit["record_number"] > 0}
        for canary in CANARIES:
            # Readers make NUL and line ends of titles blanks; all else stays.
            self.assertTrue(any(canary.strip() in title for title in titles) or
                            "\r" in canary, repr(canary))

    def test_a_query_is_not_trusted_either(self):
        for canary in CANARIES:
            for query in (canary + "zyzzyva quagga", '"' + canary,
                          f"auther:{canary}", f"date:{canary}",
                          f"harbour w/5 {canary}"):
                answer = self.world.search(query)
                self.assert_clean(answer.out)
                self.assert_clean(answer.err)
        for argument in ("--limit", "--sort", "--color", "--index"):
            answer = self.world.search(argument, CANARIES[0], "harbour")
            self.assert_clean(answer.err)
        self.assert_clean(self.world.search("--x" + CANARIES[0], "a").err)

    def test_a_query_of_any_bytes_is_answered_or_refused(self):
        for query in (b"\xff\xfe harbour", b"\xed\xa0\x80", b"harbour\xc3",
                      b'"\xf0\x9f', b"(" * 5000, b"a " * 20000,
                      b"-" * 3000, b'"' * 3001, b"a OR " * 2000 + b"b"):
            run = subprocess.run(
                [programs.SEARCHER, "--index", self.world.index, "--", query],
                env=self.world.environment, capture_output=True, timeout=60)
            self.assertIn(run.returncode, (0, 1, 2), run.stderr[:200])
            self.assert_clean(run.stdout.decode("utf-8"))
            self.assert_clean(run.stderr.decode("utf-8"))

    def test_raw_names_are_for_programs(self):
        run = subprocess.run(
            [programs.SEARCHER, "--index", self.world.index, "--files", "-0",
             "harbour"], env=self.world.environment, capture_output=True)
        for name in run.stdout.split(b"\0")[:-1]:
            self.assertTrue(os.path.exists(name), name)


class Channels(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.world = World()
        cls.world.build(programs.SAMPLES)

    @classmethod
    def tearDownClass(cls):
        cls.world.close()

    def command(self, *arguments):
        return [programs.SEARCHER, "--index", str(self.world.index),
                *map(str, arguments)]

    def test_a_full_disk_is_an_error(self):
        for arguments in (["the"], ["--json", "the"], ["--count", "the"],
                          ["--files", "the"], ["--info"], ["--help"],
                          ["--version"]):
            with self.subTest(arguments), open("/dev/full", "wb") as full:
                run = subprocess.run(self.command(*arguments), stdout=full,
                                     stderr=subprocess.PIPE, timeout=60,
                                     env=self.world.environment)
                self.assertEqual(4, run.returncode)
                self.assertIn(b"standard output", run.stderr)

    def test_a_closed_output_is_an_error(self):
        run = subprocess.run(["sh", "-c", 'exec "$@" >&-', "sh",
                              *self.command("the")],
                             stderr=subprocess.PIPE, timeout=60,
                             env=self.world.environment)
        self.assertEqual(4, run.returncode)

    def test_a_reader_that_goes_away_is_not(self):
        for restore in (True, False):
            read, write = os.pipe()
            os.close(read)
            run = subprocess.run(
                self.command("--limit", 0, "--sentences", 0, "the"),
                stdout=write, stderr=subprocess.PIPE, timeout=60,
                restore_signals=restore, env=self.world.environment)
            os.close(write)
            self.assertIn(run.returncode, (0, -signal.SIGPIPE))
            self.assertEqual(b"", run.stderr)

    def test_a_closed_standard_error_is_survived(self):
        run = subprocess.run(["sh", "-c", 'exec "$@" 2>&-', "sh",
                              *self.command("flood OR strike rail")],
                             stdout=subprocess.PIPE, timeout=60,
                             env=self.world.environment)
        self.assertEqual(0, run.returncode)
        self.assertNotIn(b"read as", run.stdout)

    def test_any_locale_gives_the_same_bytes(self):
        outputs = set()
        for locale in ("C", "POSIX", "C.UTF-8", "de_DE.ISO-8859-1", ""):
            run = subprocess.run(
                self.command("--json", "--limit", 0, "the OR 橋 OR für"),
                env={**self.world.environment, "LC_ALL": locale},
                capture_output=True, timeout=60)
            self.assertEqual(0, run.returncode)
            outputs.add(run.stdout)
        self.assertEqual(1, len(outputs))


class BadIndexes(unittest.TestCase):
    def setUp(self):
        self.world = World()
        self.addCleanup(self.world.close)

    def build(self):
        self.world.build(programs.SAMPLES)
        segments = list(self.world.index.glob("segment-*"))
        self.assertEqual(1, len(segments))
        return segments[0]

    def assert_refused(self, *parts, index=None):
        answer = self.world.run("--index", index or self.world.index, "the")
        self.assertEqual(3, answer.code, answer.err)
        self.assertEqual("", answer.out)
        for part in parts:
            self.assertIn(part, answer.err)
        self.assertEqual(1, len(answer.err.splitlines()), answer.err)
        error = json.loads(self.world.run(
            "--json", "--index", index or self.world.index, "the").err)
        self.assertEqual(3, error["exit"])

    def test_what_is_no_index_is_named(self):
        self.assert_refused("does not exist", index=self.world.path / "none")
        file = self.world.write("article.txt", "Rain.")
        self.assert_refused("is a file", index=file)
        self.world.write("empty/x", "")
        self.assert_refused("holds no index", index=self.world.path / "empty")

    def test_a_plain_xapian_database_is_told_from_an_index(self):
        segment = self.build()
        self.assert_refused("Xapian database of another", index=segment)

    def test_a_stub_file_is_never_followed(self):
        canary = self.world.path / "canary"
        stub = f"remote :/usr/bin/touch {canary}\n"
        self.world.write("stub/XAPIANDB", stub)
        self.assert_refused(index=self.world.path / "stub")
        segment = self.build()
        for victim in (segment / "XAPIANDB", segment / "iamglass"):
            victim.write_text(stub)
            self.world.run("--index", self.world.index, "the")
        shutil.rmtree(segment)
        segment.write_text(stub)
        self.assert_refused()
        self.assertFalse(canary.exists())

    def test_every_missing_file_is_noticed(self):
        segment = self.build()
        for path in [*segment.iterdir(), self.world.index / "CURRENT",
                     *self.world.index.glob("generation-*")]:
            with self.subTest(path.name):
                aside = self.world.path / "aside"
                path.rename(aside)
                self.assert_refused()
                aside.rename(path)
        self.assertEqual(0, self.world.search("the").code)

    def test_every_truncated_file_is_noticed(self):
        segment = self.build()
        for path in [*segment.iterdir(), self.world.index / "CURRENT",
                     *self.world.index.glob("generation-*")]:
            content = path.read_bytes()
            for size in {0, len(content) // 2, len(content) - 1}:
                if size == len(content):
                    continue
                with self.subTest(path.name, size=size):
                    path.write_bytes(content[:size])
                    self.assert_refused()
            path.write_bytes(content)
        self.assertEqual(0, self.world.search("the").code)

    def test_zeroed_tables_end_in_a_message(self):
        segment = self.build()
        for path in segment.iterdir():
            content = path.read_bytes()
            with self.subTest(path.name):
                path.write_bytes(bytes(len(content)))
                answer = self.world.search("the")
                # Whatever a query does not read, it cannot miss.
                self.assertIn(answer.code, (0, 1, 3), answer.err)
                if answer.code == 3:
                    self.assertIn("damaged", answer.err)
            path.write_bytes(content)

    def test_an_index_of_another_version_is_refused_by_both_numbers(self):
        self.build()
        import hashlib  # noqa: F401  (the manifest's hash is checked first)
        generation = next(self.world.index.glob("generation-*"))
        content = generation.read_text()
        generation.write_text(content.replace('"analysis"', '"analysos"'))
        self.assert_refused()

    def test_an_unreadable_index_is_told(self):
        if os.geteuid() == 0:
            self.skipTest("root reads everything")
        self.build()
        self.world.index.chmod(0)
        answer = self.world.search("the")
        self.world.index.chmod(0o755)
        self.assertIn(answer.code, (3, 4))
        self.assertIn("Permission denied", answer.err)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
