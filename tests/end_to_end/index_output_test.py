#!/usr/bin/env python3
"""What the indexer prints: --show for people and programs, progress on a
terminal and nowhere else, a closing summary whose figures add up."""

import json
import os
import pathlib
import pty
import select
import subprocess
import unittest

from effort import EFFORT
from index_programs import INDEX, World, article, shared_data

STORY = """Lighthouse keeper retires after 41 years

date: 2024-03-02

PORT ANSEL, Norland - Mr. Odo Fenn, keeper of the U.S. light at Cape Sorrow,
put out his lamp on Friday. "I counted 1,204 ships," he said. "Then I stopped."

The light is automatic now.
"""


def show(*arguments):
    return subprocess.run([INDEX, "--show", *arguments], check=False,
                          capture_output=True, text=True)


class Show(World):
    def objects(self, *paths):
        process = show("--json", *paths)
        self.assertEqual(process.returncode, 0, process.stderr)
        return [json.loads(line) for line in process.stdout.splitlines()]

    def check_object(self, shown):
        text = shown["text"].encode()
        last = 0
        for sentence in shown["sentences"]:
            begin, end = sentence["begin"], sentence["end"]
            self.assertLess(begin, end)
            self.assertLessEqual(last, begin)
            self.assertEqual(text[begin:end].decode(), sentence["text"])
            self.assertIn(sentence["zone"],
                          ("headline", "lead", "body", "caption", "trailer"))
            last = end
        paragraphs = [s["paragraph"] for s in shown["sentences"]]
        self.assertEqual(paragraphs, sorted(paragraphs))
        terms = [t["term"] for t in shown["terms"]]
        self.assertEqual(len(terms), len(set(terms)))

    def test_sentences_are_bytes_of_the_text(self):
        (shown,) = self.objects(self.write("story.txt", STORY))
        self.check_object(shown)
        self.assertEqual(shown["headline"],
                         "Lighthouse keeper retires after 41 years")
        texts = [s["text"] for s in shown["sentences"]]
        self.assertIn("The light is automatic now.", texts)

    def test_each_record_is_one_line(self):
        path = self.write("two.jsonl", article(1) + "{bad\n" +
                          article(2, title="Zwei \u2028 Zeilen\n\n"))
        process = show("--json", path)
        self.assertEqual(process.returncode, 0)
        lines = process.stdout.split("\n")
        self.assertEqual(len(lines), 3)
        self.assertIn("skipped: ", process.stderr)
        for line in lines[:2]:
            self.check_object(json.loads(line))
        self.assertEqual(json.loads(lines[1])["record"], 3)

    def test_people_see_fields_sentences_and_terms(self):
        process = show(self.write("story.txt", STORY))
        self.assertEqual(process.returncode, 0)
        for expected in ("headline", "Lighthouse keeper retires", "2024-03-02",
                         "paragraph ", "    1  ", "terms\n", "Zship"):
            self.assertIn(expected, process.stdout)

    def test_a_hostile_article_moves_no_cursor(self):
        path = self.write("evil.jsonl", article(
            1, title="\x1b]0;owned\x07 \u202e title",
            body="Clear \x1b[2J screen.", author="\x9bA"))
        process = show(path)
        self.assertEqual(process.returncode, 0)
        for control in ("\x1b", "\x07", "\u202e", "\x9b"):
            self.assertNotIn(control, process.stdout + process.stderr)

    def test_a_reader_that_goes_away_is_no_error(self):
        path = self.write("many.jsonl",
                          "".join(article(i) for i in range(2000)))
        process = subprocess.Popen([INDEX, "--show", path],
                                   stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE)
        process.stdout.readline()
        process.stdout.close()
        self.assertEqual(process.stderr.read(), b"")
        self.assertEqual(process.wait(timeout=60), 0)
        process.stderr.close()

    def test_a_full_disk_behind_standard_output_is_an_error(self):
        path = self.write("story.txt", STORY)
        with open("/dev/full", "w") as full:
            process = subprocess.run([INDEX, "--show", path], check=False,
                                     stdout=full, stderr=subprocess.PIPE,
                                     text=True)
        self.assertEqual(process.returncode, 4)
        self.assertIn("standard output", process.stderr)

    def test_nothing_is_written_and_no_index_needed(self):
        path = self.write("story.txt", STORY)
        before = sorted(os.listdir(self.root))
        environment = {k: v for k, v in os.environ.items() if k != "HOME"}
        process = subprocess.run([INDEX, "--show", path], check=False,
                                 capture_output=True, env=environment)
        self.assertEqual(process.returncode, 0)
        self.assertEqual(sorted(os.listdir(self.root)), before)

    @unittest.skipUnless(shared_data("seed-articles"), "no shared data here")
    def test_the_seed_articles_keep_their_sentences(self):
        directory = shared_data("seed-articles")
        shown = self.objects(directory)
        self.assertEqual(len(shown), len(os.listdir(directory)))
        for one in shown:
            self.check_object(one)
            for sentence in one["sentences"]:
                self.assertFalse(sentence["text"].endswith("U.S. Secretary"))


class Progress(World):
    def on_terminal(self, *arguments, term="xterm"):
        """What the indexer writes to a terminal."""
        leader, follower = pty.openpty()
        environment = dict(os.environ, TERM=term)
        process = subprocess.Popen([INDEX, "--index", self.index, *arguments],
                                   stdout=follower, stderr=follower,
                                   env=environment)
        os.close(follower)
        written = b""
        while True:
            ready, _, _ = select.select([leader], [], [], 120)
            self.assertTrue(ready, "no end")
            try:
                piece = os.read(leader, 65536)
            except OSError:
                break
            if not piece:
                break
            written += piece
        os.close(leader)
        self.assertEqual(process.wait(timeout=120), 0, written)
        return written.decode(errors="replace")

    def write_many(self):
        self.write("many.jsonl", "".join(
            article(i, body="A ferry came in. " * 60) for i in range(6000)))

    def test_a_terminal_sees_one_line_rewritten_and_erased(self):
        self.write_many()
        written = self.on_terminal(self.input)
        self.assertIn("\r\x1b[K", written)
        self.assertIn(" articles, ", written)
        # What stays on the screen is the summary alone.
        self.assertNotIn("articles, ", written.split("\r\x1b[K")[-1]
                         .split("seen")[0])

    def test_a_dumb_terminal_and_quiet_see_no_progress(self):
        self.write_many()
        self.assertNotIn("\x1b", self.on_terminal(self.input, term="dumb"))
        self.assertEqual(self.on_terminal("--quiet", self.input), "")

    def test_a_pipe_sees_the_summary_only(self):
        self.write_many()
        result = self.index_all()
        self.assertEqual(result.out, "")
        self.assertEqual(len(result.err.splitlines()), 2, result.err)
        self.assertEqual(result.accounts["indexed"], 6000)
        again = self.index_all()
        self.assertEqual(again.accounts["unchanged"], 6000)
        self.assertIn("nothing changed", again.err)

    def test_many_problems_are_listed_in_part_and_wholly_in_the_report(self):
        self.write("bad.jsonl", "{bad\n" * 50 + article(1))
        result = self.index_all()
        self.assertEqual(len(result.findings), 50)
        self.assertEqual(result.err.count("skipped: "), 20)
        self.assertIn("30 more", result.err)


class Reuters(World):
    @unittest.skipUnless(shared_data("reuters21578"), "no shared data here")
    def test_all_21578_articles_are_accounted_for(self):
        files = sorted(
            pathlib.Path(shared_data("reuters21578")).glob("*.sgm"))
        files = files[:max(1, len(files) * min(EFFORT, 100) // 100)]
        articles = sum(f.read_bytes().count(b"<REUTERS ") for f in files)
        if EFFORT >= 100:
            self.assertEqual(articles, 21578)
        first = self.run_index(*files)
        self.assertEqual(first.code, 0, first.err)
        self.assertEqual(first.accounts["seen"], articles)
        self.assertGreaterEqual(first.accounts["indexed"], articles - 1)
        self.check_segments()
        again = self.run_index(*files)
        self.assertEqual(again.accounts["unchanged"],
                         first.accounts["indexed"])
        self.assertEqual(self.manifest()["generation"], 1)


if __name__ == "__main__":
    unittest.main()
