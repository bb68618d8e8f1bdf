#!/usr/bin/env python3
# The documentation says what the programs do: every option, every error code
# and every member of the JSON output is described, and nothing that is not
# there.
#
#   documentation_test.py BROADSHEET-INDEX BROADSHEET-SEARCH [test names]
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

import tree

ROOT = pathlib.Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "corpus" / "samples"
INDEXER = SEARCHER = ""


def run(*command):
    return subprocess.run(command, capture_output=True, text=True,
                          stdin=subprocess.DEVNULL, check=False)


def read(name):
    return (ROOT / name).read_text(encoding="utf-8")


def options_in(text):
    return set(re.findall(r"(?<![\w-])--?[a-z0-9][a-z-]*", text))


def help_options(program):
    """The options that the table of --help lists, not its examples."""
    lines = run(program, "--help").stdout.splitlines()
    names = set()
    for line in lines:
        found = re.match(r"\s+((?:-\w,\s*)?--?[a-z0-9][\w-]*)", line)
        if found:
            names |= options_in(found[1])
    return names


def manual_options(name):
    section = read(f"docs/man/{name}.1.scd").partition("# OPTIONS")[2]
    section = re.split(r"^# ", section, flags=re.MULTILINE)[0]
    heads = re.findall(r"^\*-.*$", section, flags=re.MULTILINE)
    return options_in(" ".join(heads).replace("*", " "))


class Documentation(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="documentation-")
        cls.index = cls.folder.name + "/index"
        made = run(INDEXER, "--index", cls.index, str(SAMPLES))
        assert made.returncode == 0, made.stderr

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def search(self, *arguments):
        return run(SEARCHER, "--index", self.index, *arguments)

    def test_manual_pages_list_the_options_that_there_are(self):
        for program, name in ((INDEXER, "broadsheet-index"),
                              (SEARCHER, "broadsheet-search")):
            listed = help_options(program)
            self.assertIn("--index", listed)
            self.assertEqual(listed, manual_options(name), name)

    def test_manual_pages_name_the_exit_codes_of_the_help(self):
        for program, name in ((INDEXER, "broadsheet-index"),
                              (SEARCHER, "broadsheet-search")):
            told = run(program, "--help").stdout.partition("Exit status:")[2]
            codes = set(re.findall(r"\b\d+\b", told.partition("Without")[0]))
            page = read(f"docs/man/{name}.1.scd").partition("# EXIT STATUS")[2]
            page = re.split(r"^# ", page, flags=re.MULTILINE)[0]
            self.assertLessEqual(
                codes, set(re.findall(r"^\*(\d+)\*", page, re.MULTILINE)))
            self.assertIn("2", codes)

    def test_every_error_code_is_described_and_no_other(self):
        codes = set()
        for path in tree.files(ROOT / "searcher", ".cc"):
            text = tree.text(ROOT / "searcher", path)
            for value in re.findall(r"[.]code = ([^;]*?)(?:,\n|;)", text):
                codes |= set(re.findall(r'"([a-z-]+)"', value))
        section = read("docs/query-language.md").partition("## Errors")[2]
        described = set()
        for row in re.findall(r"^\| (`[^|]*) \|", section, re.MULTILINE):
            described |= set(re.findall(r"`([a-z-]+)`", row))
        self.assertIn("unclosed-quote", codes)
        self.assertEqual(codes, described)

    def test_every_member_of_the_json_output_is_described(self):
        answer = self.search("--json", "--context", "1", "flood")
        self.assertEqual(answer.returncode, 0, answer.stderr)
        records = [json.loads(line) for line in answer.stdout.splitlines()]
        self.assertGreater(len(records), 2)
        self.assertEqual(set(records[0]), self.described("The answer"))
        for hit in records[1:]:
            self.assertEqual(set(hit), self.described("A hit"))
            self.assertTrue(hit["sentences"])
            for sentence in hit["sentences"]:
                self.assertEqual(set(sentence), self.described("A hit", 1))

    def test_every_member_of_an_error_is_described(self):
        error = self.search("--json", "auther:silva")
        self.assertEqual((error.returncode, error.stdout), (2, ""))
        self.assertEqual(set(json.loads(error.stderr)),
                         self.described("Errors"))

    def test_every_member_of_the_info_is_described(self):
        info = self.search("--json", "--info")
        self.assertEqual(info.returncode, 0, info.stderr)
        section = self.section("The index")
        described = set(re.findall(r"`([a-z_]+)`", section))
        self.assertEqual(set(json.loads(info.stdout)), described)

    def test_examples_of_the_query_language_are_understood(self):
        block = read("docs/query-language.md").split("```")[1]
        queries = [line.split("   ")[0].strip() for line in
                   block.strip().splitlines()]
        self.assertGreater(len(queries), 8)
        for query in queries:
            done = self.search("--count", "--", query)
            self.assertIn(done.returncode, (0, 1), query + done.stderr)

    def test_queries_of_the_manual_page_are_understood(self):
        page = read("docs/man/broadsheet-query.7.scd")
        heads = re.findall(r"^_.*_$", page, re.MULTILINE)
        queries = [query.replace("\\", "") for head in heads
                   for query in re.findall(r"_((?:\\.|[^_])+)_", head)]
        self.assertGreater(len(queries), 40)
        for query in queries:
            done = self.search("--count", "--", query)
            self.assertIn(done.returncode, (0, 1), query + done.stderr)

    def test_what_the_tables_say_is_found_is_found(self):
        """Of the table "written, also finds": the samples hold the forms."""
        for query, sample in (
                ('"U.S. Secretary"', "meridian-elmshaven-talks.txt"),
                ("G-7", "seven-leaders-tarnholm.txt"),
                ("G7", "northwire-elmshaven-talks.txt"),
                ("O'Brien", "archive.jsonl"),
                ("rules based", "northwire-elmshaven-talks.txt"),
                ("limarova", "telescope-first-light.txt")):
            found = self.search("--files", query).stdout
            self.assertIn(sample, found, query)
        never = self.search("--files", "US").stdout
        self.assertNotIn("governor-race", never)

    @staticmethod
    def section(heading):
        text = read("docs/output-format.md").partition(f"\n## {heading}\n")[2]
        return text.partition("\n## ")[0]

    def described(self, heading, table=0):
        """The members in the first column of a table of a section."""
        tables = re.findall(r"(?:^\|.*\n)+", self.section(heading),
                            re.MULTILINE)
        names = set()
        for row in tables[table].splitlines()[2:]:
            names |= set(re.findall(r"`([a-z_]+)`", row.split("|")[1]))
        self.assertTrue(names)
        return names


if __name__ == "__main__":
    INDEXER, SEARCHER = sys.argv.pop(1), sys.argv.pop(1)
    unittest.main(verbosity=1)
