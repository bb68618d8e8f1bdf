"""The two programs as a user runs them, for the end-to-end tests of search.

Every run gets an environment of its own, so that no test depends on who runs
it: no colour, no index and no home but those it names.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

# The programs' paths are the arguments of the test script.
INDEXER, SEARCHER = (os.path.abspath(path) for path in sys.argv[1:3])

SOURCE = pathlib.Path(__file__).resolve().parents[2]
SAMPLES = SOURCE / "corpus" / "samples"


def shared_data(name):
    """The path of `name` in the shared test collections, or None."""
    root = os.environ.get("BROADSHEET_SHARED_DATA")
    root = pathlib.Path(root) if root else SOURCE / ".." / "shared" / "data"
    path = (root / name).resolve()
    return path if path.exists() else None


def environment(home, **more):
    """What a run sees: the sanitizers' options, and nothing else of ours."""
    kept = {name: value for name, value in os.environ.items()
            if name in ("PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS",
                        "TSAN_OPTIONS", "LD_LIBRARY_PATH")}
    return {**kept, "HOME": str(home), "LC_ALL": "C.UTF-8", **more}


class Answer:
    """What one run of broadsheet-search said."""

    def __init__(self, run):
        self.code = run.returncode
        self.out = run.stdout.decode("utf-8")
        self.err = run.stderr.decode("utf-8")

    @property
    def records(self):
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def hits(self):
        return self.records[1:]


class World:
    """A directory with a home and an index, gone when the test ends."""

    def __init__(self):
        self._directory = tempfile.TemporaryDirectory(prefix="broadsheet-")
        self.path = pathlib.Path(self._directory.name)
        self.index = self.path / "index"
        self.environment = environment(self.path)

    def close(self):
        self._directory.cleanup()

    def write(self, name, content):
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, str):
            content = content.encode("utf-8")
        path.write_bytes(content)
        return path

    def run_indexer(self, *arguments, **more):
        return subprocess.run([INDEXER, *map(str, arguments)],
                              env={**self.environment, **more},
                              cwd=self.path, capture_output=True, timeout=600)

    def build(self, *paths):
        run = self.run_indexer("--index", self.index, *paths)
        assert run.returncode == 0, run.stderr.decode("utf-8", "replace")

    def show(self, *paths):
        """The indexer's own account of articles: one object each."""
        run = self.run_indexer("--show", "--json", *paths)
        assert run.returncode == 0, run.stderr.decode("utf-8", "replace")
        return [json.loads(line) for line in run.stdout.splitlines()]

    def run(self, *arguments, cwd=None, **more):
        """broadsheet-search with exactly these arguments."""
        return Answer(subprocess.run(
            [SEARCHER, *map(str, arguments)],
            env={**self.environment, **more}, cwd=cwd or self.path,
            stdin=subprocess.DEVNULL, capture_output=True, timeout=600))

    def search(self, *arguments, **more):
        """broadsheet-search in this world's index."""
        return self.run("--index", self.index, *arguments, **more)

    def hits(self, *arguments):
        """Every article by itself."""
        return self.stories("--no-group", *arguments)

    def stories(self, *arguments):
        """One hit a story."""
        answer = self.search("--json", *arguments)
        assert answer.code in (0, 1), answer.err
        return answer.hits


def name_of(hit):
    """The file name of a hit's article."""
    return os.path.basename(hit["path"])
