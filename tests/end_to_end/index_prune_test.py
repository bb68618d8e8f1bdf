#!/usr/bin/env python3
"""Claims about --prune: what has vanished from the paths of a run goes from the
index, what could not be looked at stays, and without it nothing goes."""

import os
import subprocess
import sys
import unittest
import zipfile

sys.path.insert(0, os.path.dirname(__file__))
SEARCH = os.path.abspath(sys.argv.pop(2))
from index_programs import World, article, as_nobody


class Pruning(World):
    def articles(self):
        return self.manifest()["articles"]

    def found(self, query):
        """What the search prints."""
        process = subprocess.run(
            [SEARCH, "--index", self.index, "--json", "--limit", "0", query],
            capture_output=True, text=True)
        self.assertIn(process.returncode, (0, 1), process.stderr)
        return process.stdout

    def write_all(self):
        self.write("a.jsonl", article(1) + article(2))
        self.write("old/b.jsonl", article(3))
        self.write("old/c.txt", "The ferry sank.\n\nIt was late.\n")
        self.write("new/d.jsonl", article(4))
        self.index_all()
        self.assertEqual(self.articles(), 5)

    def test_nothing_goes_unless_it_is_asked_for(self):
        self.write_all()
        os.remove(os.path.join(self.input, "old/b.jsonl"))
        result = self.index_all()
        self.assertNotIn("removed", result.err)
        self.assertEqual(self.articles(), 5)

    def test_files_records_and_folders_that_are_gone_go(self):
        self.write_all()
        subprocess.run(["rm", "-r", os.path.join(self.input, "old")],
                       check=True)
        self.write("a.jsonl", article(2))
        result = self.index_all("--prune")
        self.assertEqual(result.code, 0)
        self.assertIn("; removed 3\n", result.err)
        self.assertEqual(self.articles(), 2)
        self.assertNotIn("sank", self.found("ferry"))
        self.assertIn('"a4"', self.found("ferry"))
        self.assertIn("nothing changed", self.index_all("--prune").err)
        self.check_segments()

    def test_a_dry_run_only_counts_them(self):
        self.write_all()
        os.remove(os.path.join(self.input, "old/c.txt"))
        self.assertIn("; removed 1\n",
                      self.index_all("--prune", "--dry-run").err)
        self.assertEqual(self.articles(), 5)

    def test_what_moved_is_not_lost(self):
        self.write_all()
        os.rename(os.path.join(self.input, "old"),
                  os.path.join(self.input, "older"))
        self.index_all("--prune")
        self.assertEqual(self.articles(), 5)
        self.assertIn("older/c.txt", self.found("sank"))

    def test_other_paths_are_left_alone(self):
        self.write_all()
        for name in ("a.jsonl", "old/b.jsonl"):
            os.remove(os.path.join(self.input, name))
        result = self.run_index("--prune", os.path.join(self.input, "old/"))
        self.assertIn("; removed 1\n", result.err)
        self.assertEqual(self.articles(), 4)
        # A name that only begins alike is another.
        result = self.run_index("--prune", os.path.join(self.input, "new"))
        self.assertNotIn("removed", result.err)

    def test_members_of_an_archive_go_too(self):
        path = os.path.join(self.input, "all.zip")
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("x/1.jsonl", article(1))
            archive.writestr("x/2.jsonl", article(2))
        self.index_all()
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("x/2.jsonl", article(2))
        self.assertIn("; removed 1\n", self.index_all("--prune").err)
        self.assertEqual(self.articles(), 1)

    def test_what_could_not_be_read_stays(self):
        self.write_all()
        self.write("a.jsonl", "{ broken\n")
        self.write("old/c.txt", b"\x00\x01\x02\x03" * 100)
        result = self.index_all("--prune")
        self.assertEqual(result.accounts["skipped"], 2, result.err)
        self.assertEqual(self.articles(), 5)

    def test_a_folder_that_cannot_be_opened_stays(self):
        self.write_all()
        os.chmod(self.root, 0o777)
        subprocess.run(["chmod", "-R", "a+rwX", self.root], check=True)
        os.chmod(os.path.join(self.input, "old"), 0)
        self.run_index("--prune", self.input, preexec_fn=as_nobody)
        self.assertEqual(self.articles(), 5)

    def test_a_path_that_is_not_there_removes_nothing(self):
        self.write_all()
        os.rename(self.input, self.input + "-away")
        self.run_index("--prune", self.input)
        self.assertEqual(self.articles(), 5)
        os.mkdir(self.input)  # An empty place for a disk that is not there.
        result = self.run_index("--prune", self.input)
        self.assertEqual(result.code, 4)
        self.assertEqual(self.articles(), 5)

    def test_many_that_go_take_their_segment_along(self):
        self.write("many.jsonl", "".join(article(n) for n in range(100)))
        self.write("rest.jsonl", article(1000))
        self.index_all()
        os.remove(os.path.join(self.input, "many.jsonl"))
        self.assertIn("; removed 100\n", self.index_all("--prune").err)
        self.assertEqual(self.articles(), 1)
        self.assertNotIn("removed", self.manifest()["segments"][0])
        self.check_segments()

    def test_it_goes_with_indexing_only(self):
        result = self.run_index("--prune", "--stats")
        self.assertEqual(result.code, 2)
        self.assertIn("--prune goes with indexing only", result.err)


if __name__ == "__main__":
    unittest.main()
