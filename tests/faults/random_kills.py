#!/usr/bin/env python3
"""Kills broadsheet-index at random moments of builds and updates of Reuters-21578
and looks each time whether the index is the old one or the new one, whole. The
tests that ctest runs kill at chosen calls, of small indexes; this one is for
hours when the machine has nothing else to do:

  tests/faults/random_kills.py build/release/indexer/broadsheet-index \\
      build/release/searcher/broadsheet-search --rounds 1000

An update gives one of the 22 files a new version. After each kill the articles
of that file must all be of one version, the new one if the run has said that it
was done; every other article must be there; --check must be content; and the
next run must lead to the new version and leave nothing else behind. One round
in --full-every looks at every article and runs --check --full as well. One in
--build-every kills a first build instead. Ends at the first fault, with the
index kept and the seed to repeat."""

import argparse
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)),
                                "..", "end_to_end"))
from index_programs import INDEX, shared_data  # noqa: E402

FIRST = 1
RECORD = re.compile(rb"</BODY>|</TEXT>")


class Fault(Exception):
    """The index is not what it should be."""


def require(holds, what):
    if not holds:
        raise Fault(what)


def marked(content, word):
    """`content` with `word` at the end of every article that has a text."""
    records = content.split(b"</REUTERS>")
    for i, record in enumerate(records):
        end = RECORD.search(record)
        if end is not None:
            records[i] = (record[:end.start()] + b"\n" + word.encode() +
                          b" harbour.\n" + record[end.start():])
    return b"</REUTERS>".join(records)


class Collection:
    """The files of the collection, each in some version."""

    def __init__(self, source, directory):
        self.directory = directory
        self.contents = {}
        for name in sorted(os.listdir(source)):
            if name.endswith(".sgm"):
                with open(os.path.join(source, name), "rb") as file:
                    self.contents[name] = file.read()
        self.names = list(self.contents)
        self.versions = {}
        os.mkdir(directory)
        for name in self.names:
            self.write(name, FIRST)

    def path(self, name):
        return os.path.join(self.directory, name)

    def word(self, name, version):
        return f"zq{self.names.index(name)}q{version}"

    def write(self, name, version):
        self.versions[name] = version
        with open(self.path(name), "wb") as file:
            file.write(marked(self.contents[name], self.word(name, version)))


class Index:
    """One index, and what the two programs say of it."""

    def __init__(self, path, searcher):
        self.path = path
        self.searcher = searcher

    def start(self, *arguments):
        return subprocess.Popen([INDEX, "--index", self.path, *arguments],
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                text=True, errors="replace")

    def run(self, *arguments):
        process = self.start(*arguments)
        out, err = process.communicate()
        require(process.returncode == 0,
                f"{arguments}: exit code {process.returncode}\n{out}{err}")

    def search(self, *arguments):
        process = subprocess.run(
            [self.searcher, "--index", self.path, *arguments], check=False,
            capture_output=True, text=True)
        require(process.returncode in (0, 1), process.stderr)
        return process.stdout

    def count(self, word):
        return int(self.search("--count", "--", word) or 0)

    def exists(self):
        return os.path.exists(os.path.join(self.path, "CURRENT"))

    def manifest(self):
        with open(os.path.join(self.path, "CURRENT"), encoding="ascii") as file:
            generation = file.read().split()[0]
        with open(os.path.join(self.path, generation),
                  encoding="utf-8") as file:
            return json.load(file)

    def ids(self):
        """The ids of all articles that have a marked text."""
        lines = self.search("--json", "--no-group", "--limit", "100000", "--",
                            "zq*").splitlines()
        found = [hit["id"] for hit in map(json.loads, lines) if "id" in hit]
        require(len(found) == len(set(found)), "an article is there twice")
        return frozenset(found)

    def require_nothing_else(self):
        manifest = self.manifest()
        expected = {"CURRENT", "lock",
                    f"generation-{manifest['generation']:06}",
                    *(segment["name"] for segment in manifest["segments"])}
        expected |= {manifest[kind]["name"]
                     for kind in ("dictionary", "stories") if kind in manifest}
        require(set(os.listdir(self.path)) == expected,
                f"left behind: {set(os.listdir(self.path)) ^ expected}")


class Kills:
    """The rounds, and what is known of the index before each of them."""

    def __init__(self, root, options):
        self.options = options
        self.random = random.Random(options.seed)
        self.files = Collection(options.corpus, os.path.join(root, "input"))
        self.index = Index(os.path.join(root, "index"), options.searcher)
        self.fresh = Index(os.path.join(root, "fresh"), options.searcher)
        begin = time.monotonic()
        self.index.run(self.files.directory)
        self.build_seconds = time.monotonic() - begin
        self.update_seconds = self.build_seconds / 8
        self.articles = self.index.manifest()["articles"]
        self.counts = {name: self.index.count(self.files.word(name, FIRST))
                       for name in self.files.names}
        self.ids = self.index.ids()
        require(len(self.ids) == sum(self.counts.values()),
                "the first build is not whole")
        self.killed = self.ended = self.new = self.full_checks = self.builds = 0

    def kill(self, index, path, seconds):
        """Starts a run and kills it; whether it has said that it was done."""
        process = index.start(path)
        time.sleep(self.random.uniform(0, seconds))
        process.kill()
        out, err = process.communicate()
        self.killed += process.returncode < 0
        self.ended += process.returncode == 0
        require(process.returncode in (0, -9),
                f"exit code {process.returncode}\n{out}{err}")
        return process.returncode == 0 or "indexed" in err

    def look(self, index, full):
        require(index.manifest()["articles"] == self.articles,
                "the number of articles has changed")
        index.run("--check", *(["--full"] if full else []))
        if full:
            self.full_checks += 1
            require(index.ids() == self.ids, "an article is lost")

    def update(self, full):
        name = self.random.choice(self.files.names)
        old = self.files.word(name, self.files.versions[name])
        self.files.write(name, self.files.versions[name] + 1)
        new = self.files.word(name, self.files.versions[name])
        path, whole = self.files.path(name), self.counts[name]
        said_so = self.kill(self.index, path, 1.1 * self.update_seconds)
        state = (self.index.count(old), self.index.count(new))
        require(state in ((whole, 0), (0, whole)), f"half an update: {state}")
        require(not said_so or state == (0, whole), "said so, and did not")
        self.new += state == (0, whole)
        self.look(self.index, full)
        begin = time.monotonic()
        self.index.run(path)
        if state == (whole, 0):
            taken = time.monotonic() - begin
            self.update_seconds += (taken - self.update_seconds) / 5
        require((self.index.count(old), self.index.count(new)) == (0, whole),
                "the next run does not lead to the new version")
        self.index.require_nothing_else()
        if full:
            self.look(self.index, full)

    def build(self, full):
        """A build in a new place, over what was left there by the last one;
        a full one is led to its end in the next run."""
        self.builds += 1
        said_so = self.kill(self.fresh, self.files.directory,
                            1.1 * self.build_seconds)
        require(not said_so or self.fresh.exists(), "said so, and did not")
        if not self.fresh.exists():
            if not full:
                return
            self.fresh.run(self.files.directory)
        self.look(self.fresh, full)
        for name in self.files.names:
            word = self.files.word(name, self.files.versions[name])
            require(self.fresh.count(word) == self.counts[name],
                    f"not all of {name}")
        self.fresh.run(self.files.directory)
        self.fresh.require_nothing_else()
        shutil.rmtree(self.fresh.path)

    def run(self):
        end = time.monotonic() + 60 * self.options.minutes
        for number in range(1, self.options.rounds + 1):
            full = number % self.options.full_every == 0
            if number % self.options.build_every == 0:
                self.build(self.builds % 4 == 3)
            else:
                self.update(full)
            if number % 20 == 0:
                print(f"{number} rounds: {self}", flush=True)
            if time.monotonic() > end:
                break
        print(f"{number} rounds, no fault: {self}")

    def __str__(self):
        return (f"{self.killed} killed, {self.ended} ended before, "
                f"{self.builds} of first builds, {self.new} updates had been "
                f"published, {self.full_checks} full checks")


def main():
    parser = argparse.ArgumentParser(description="kills at random moments")
    parser.add_argument("searcher", type=os.path.abspath)
    parser.add_argument("--rounds", type=int, default=1000)
    parser.add_argument("--minutes", type=float, default=24 * 60)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--full-every", type=int, default=25)
    parser.add_argument("--build-every", type=int, default=10)
    parser.add_argument("--corpus", default=shared_data("reuters21578"))
    options = parser.parse_args()
    if options.corpus is None:
        sys.exit("Reuters-21578 is not there: name its folder with --corpus")
    root = tempfile.mkdtemp(prefix="broadsheet-kills-")
    print(f"seed {options.seed}, in {root}", flush=True)
    try:
        Kills(root, options).run()
    except Fault as fault:
        sys.exit(f"FAULT (seed {options.seed}, kept in {root}): {fault}")
    shutil.rmtree(root)


if __name__ == "__main__":
    main()
