"""broadsheet-index as it is run: a scratch world of files and an index, runs of
the real program, and what they print, taken apart."""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

INDEX = os.path.abspath(sys.argv.pop(1)) if len(sys.argv) > 1 else None

ACCOUNTS = re.compile(
    r"indexed (\d+) \+ updated (\d+) \+ unchanged (\d+) \+ duplicate (\d+) "
    r"\+ skipped (\d+) = seen (\d+)")
NOBODY = 65534


class Result:
    """One run: exit code, streams, and the accounts as a dictionary."""

    def __init__(self, process):
        self.code = process.returncode
        self.out = process.stdout
        self.err = process.stderr
        found = ACCOUNTS.search(self.err)
        names = ("indexed", "updated", "unchanged", "duplicate", "skipped",
                 "seen")
        self.accounts = (dict(zip(names, map(int, found.groups())))
                         if found else None)


def shared_data(name):
    """The path of `name` in the shared data, or None if it is not there."""
    root = os.environ.get("BROADSHEET_SHARED_DATA") or os.path.join(
        os.path.dirname(os.path.abspath(__file__)), "../../../shared/data")
    path = os.path.realpath(os.path.join(root, name))
    return path if os.path.exists(path) else None


def article(number, **fields):
    """One line of JSON Lines."""
    values = {"id": f"a{number}", "title": f"Report {number}",
              "body": f"The ferry to Port Ansel carried {number} crates."}
    values.update(fields)
    return json.dumps(values) + "\n"


class World(unittest.TestCase):
    """A directory of files for each test, and an index beside them."""

    def setUp(self):
        self.root = tempfile.mkdtemp(prefix="broadsheet-")
        os.chmod(self.root, 0o755)
        self.index = os.path.join(self.root, "index")
        self.input = os.path.join(self.root, "input")
        os.mkdir(self.input)

    def tearDown(self):
        subprocess.run(["chmod", "-R", "u+rwX", self.root], check=False)
        # Not shutil.rmtree, which takes a Python call for each level of a tree.
        subprocess.run(["rm", "-rf", self.root], check=False)

    def write(self, name, content):
        path = os.path.join(self.input, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        mode = "wb" if isinstance(content, bytes) else "w"
        with open(path, mode) as file:
            file.write(content)
        return path

    def run_index(self, *arguments, **options):
        """A run into the world's index; more options as of subprocess.run."""
        process = subprocess.run(
            [INDEX, "--index", self.index, *arguments], check=False,
            capture_output=True, text=True, errors="replace", **options)
        result = Result(process)
        self.assertNotIn("terminate called", result.err)
        self.assertGreaterEqual(result.code, 0, "ended by a signal")
        if result.accounts:
            *parts, seen = result.accounts.values()
            self.assertEqual(sum(parts), seen, result.err)
        return result

    def index_all(self, *arguments, **options):
        """A run over the whole input, with all its findings."""
        report = os.path.join(self.root, "report.tsv")
        result = self.run_index("--report", report, *arguments, self.input,
                                **options)
        result.findings = []
        if os.path.exists(report):
            with open(report, encoding="utf-8") as file:
                for line in file:
                    kind, path, record, byte, reason = line.rstrip(
                        "\n").split("\t")
                    result.findings.append(
                        (kind, os.path.relpath(path, self.input), int(record),
                         int(byte), reason))
        return result

    def manifest(self):
        with open(os.path.join(self.index, "CURRENT"),
                  encoding="ascii") as file:
            generation = file.read().split()[0]
        with open(os.path.join(self.index, generation),
                  encoding="utf-8") as file:
            return json.load(file)

    def names_in_index(self):
        return sorted(os.listdir(self.index))

    def check_segments(self):
        """xapian-check finds every live segment clean, if it is installed."""
        if shutil.which("xapian-check") is None:
            return
        for segment in self.manifest()["segments"]:
            path = os.path.join(self.index, segment["name"])
            check = subprocess.run(["xapian-check", path], check=False,
                                   capture_output=True, text=True)
            self.assertEqual(check.returncode, 0, check.stdout + check.stderr)
            self.assertIn("No errors found", check.stdout)


def as_nobody():
    """Gives root's rights up, so that file modes mean something."""
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
