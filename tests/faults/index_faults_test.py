#!/usr/bin/env python3
"""Something goes wrong at the Nth call by which broadsheet-index reads, changes
or saves its index, for every N: the process is killed, the power fails, the disk
is full, an input/output error, a short write, a signal. The index must then hold
all of the state before or all of the state after, never less than what the
program has said was done; and the next run must put everything in order.

BROADSHEET_LONG_TESTS=1 tries every call; else it is a sample, from a seed that
a failure prints and BROADSHEET_TEST_SEED repeats."""

import json
import os
import random
import shutil
import subprocess
import sys
import threading
import time
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)),
                                "..", "end_to_end"))
from index_programs import INDEX, World, article  # noqa: E402

SEARCH = os.path.abspath(sys.argv.pop(1))
SHIM = os.path.abspath(sys.argv.pop(1))
LONG = bool(os.environ.get("BROADSHEET_LONG_TESTS"))
SEED = int(os.environ.get("BROADSHEET_TEST_SEED") or time.time())
SAMPLE = 19  # One call in so many, of each kind of fault.
ENDED = 77  # The exit code of a process that the shim has ended.


def version(number, version_number):
    return article(f"a{number}", title=f"Report {number}",
                   body=f"Tide table {version_number} of harbour {number}. "
                        f"The ferry came at {number % 12}.")


class FaultWorld(World):
    def environment(self, kind="", at=0, and_on=False, seed=None):
        kept = os.path.join(self.root, "kept")
        shutil.rmtree(kept, ignore_errors=True)
        os.mkdir(kept)
        added = {"LD_PRELOAD": SHIM, "BROADSHEET_FAULT_ROOT": self.index,
                 "BROADSHEET_FAULT_KIND": kind, "BROADSHEET_FAULT_AT": str(at),
                 "BROADSHEET_FAULT_AND_ON": "1" if and_on else "",
                 "BROADSHEET_FAULT_KEPT": kept,
                 "BROADSHEET_FAULT_LOG": os.path.join(self.root, "calls")}
        if seed is not None:
            added["BROADSHEET_FAULT_SEED"] = str(seed)
        return {**os.environ, **added}

    def calls(self):
        """How many calls the last run of the shim has counted to its end."""
        with open(os.path.join(self.root, "calls"), encoding="ascii") as file:
            return int(file.read())

    def write_versions(self, versions):
        """One file of articles, each in the version that the map gives it."""
        return self.write("a.jsonl", "".join(
            version(number, versions[number]) for number in sorted(versions)))

    def state(self):
        """Every article as the searcher shows it; None if there is no index."""
        if not os.path.exists(os.path.join(self.index, "CURRENT")):
            return None
        process = subprocess.run(
            [SEARCH, "--index", self.index, "--json", "--no-group",
             "--limit", "10000", "--",
             "tide"], check=False, capture_output=True, text=True)
        self.assertEqual(process.returncode, 0, process.stderr)
        hits = [json.loads(line) for line in process.stdout.splitlines()]
        return sorted((hit["id"], json.dumps(hit.get("sentences")))
                      for hit in hits if "id" in hit)

    def assert_in_order(self):
        """Nothing but the live generation is there, and it is sound."""
        manifest = self.manifest()
        expected = ["CURRENT", "lock", f"generation-{manifest['generation']:06}",
                    *(s["name"] for s in manifest["segments"])]
        for kind in ("dictionary", "stories"):
            if kind in manifest:
                expected.append(manifest[kind]["name"])
        self.assertEqual(self.names_in_index(), sorted(expected))
        check = self.run_index("--check", "--full")
        self.assertEqual(check.code, 0, check.out + check.err)


class Faults(FaultWorld):
    def reset(self, base):
        shutil.rmtree(self.index, ignore_errors=True)
        if base is not None:
            shutil.copytree(base, self.index)

    def try_all(self, arguments, base):
        """`arguments` is a run that leads from the index at `base` to another
        state, tried with everything that can go wrong."""
        self.reset(base)
        before = self.state()
        result = self.run_index(*arguments, env=self.environment())
        self.assertEqual(result.code, 0, result.err)
        calls = self.calls()
        self.assertGreater(calls, 20)
        after = self.state()
        self.assertIsNotNone(after)
        chance = random.Random(SEED)
        faults = [("kill", {}), ("cut", {}), ("cut", {"seed": SEED}),
                  ("enospc", {}), ("enospc", {"and_on": True}), ("eio", {}),
                  ("eio", {"and_on": True}), ("short", {}), ("eintr", {})]
        for kind, more in faults:
            step = 1 if LONG else SAMPLE
            for at in range(1 + chance.randrange(step), calls + 1, step):
                with self.subTest(chance=SEED, kind=kind, at=at, **more):
                    self.try_one(arguments, base, before, after, kind, at, more)

    def try_one(self, arguments, base, before, after, kind, at, more):
        self.reset(base)
        result = self.run_index(*arguments,
                                env=self.environment(kind, at, **more))
        said = result.out + result.err
        state = self.state()
        self.assertIn(state, (before, after), said)
        if kind in ("kill", "cut") and result.code == 0:
            # Each thread that comes to compare stored texts opens them: a run
            # may have some calls fewer than the one that was counted.
            self.assertLess(self.calls(), at, said)
        elif kind in ("kill", "cut"):
            self.assertEqual(result.code, ENDED, said)
        elif kind in ("short", "eintr"):
            self.assertEqual(result.code, 0, said)
        else:
            self.assertIn(result.code, (0, 3, 4), said)
        if result.code == 0 or "indexed" in result.err:
            self.assertEqual(state, after, said)  # It has said so.
        elif result.code != ENDED and before != after and state == after:
            self.assertIn("may not outlast", said)
        # The next run, of the same input, leads there whatever happened.
        again = self.run_index(*arguments)
        if state is None and arguments == ("--merge",):
            return
        self.assertEqual(again.code, 0, again.out + again.err)
        self.assertEqual(self.state(), after)
        self.assert_in_order()

    def test_a_first_build(self):
        path = self.write_versions({number: 1 for number in range(40)})
        self.try_all((path,), None)

    def build_in_parts(self):
        for numbers in (range(0, 40), range(40, 53), range(53, 57)):
            path = self.write_versions({number: 1 for number in numbers})
            self.assertEqual(self.run_index(path).code, 0)
        self.assertEqual(len(self.manifest()["segments"]), 3)
        base = os.path.join(self.root, "base")
        shutil.copytree(self.index, base)
        return base

    def test_an_update_that_replaces_and_adds(self):
        base = self.build_in_parts()
        path = self.write_versions({3: 2, 17: 2, 45: 2, 54: 2, 80: 1, 81: 1})
        self.try_all((path,), base)

    def test_a_merge(self):
        self.try_all(("--merge",), self.build_in_parts())

    def test_a_power_cut_after_the_end_loses_nothing(self):
        """What was acknowledged was synced: a cut at the very last call, which
        is already clearing up, undoes nothing."""
        path = self.write_versions({number: 1 for number in range(9)})
        self.assertEqual(self.run_index(path).code, 0)
        base = os.path.join(self.root, "base")
        shutil.copytree(self.index, base)
        path = self.write_versions({number: 2 for number in range(9)})
        self.run_index(path, env=self.environment())
        after = self.state()
        calls = self.calls()
        self.reset(base)
        result = self.run_index(path, env=self.environment("cut", calls))
        self.assertEqual(result.code, ENDED)
        self.assertEqual(self.state(), after)

    def test_the_shim_does_what_it_says(self):
        """Or all of the above would hold for nothing: without a sync, a cut
        leaves nothing of a file."""
        target = os.path.join(self.index, "file")
        os.mkdir(self.index)
        for sync, expected in (("", 0), ("os.fsync(f.fileno());", 3)):
            program = ("import os; f = open(%r, 'wb', 0); f.write(b'abc');"
                       "%s d = os.open(%r, os.O_RDONLY); os.fsync(d);"
                       "f.write(b'defg')") % (target, sync, self.index)
            environment = self.environment("cut", 5 if sync else 4)
            process = subprocess.run([sys.executable, "-c", program],
                                     check=False, env=environment)
            self.assertEqual(process.returncode, ENDED)
            self.assertEqual(os.path.getsize(target), expected)
            os.unlink(target)


class Readers(FaultWorld):
    def test_readers_see_one_state_while_it_is_replaced_again_and_again(self):
        rounds = 500 if LONG else 40
        path = self.write_versions({number: 0 for number in range(30)})
        self.assertEqual(self.run_index(path).code, 0)
        faults = []
        answers = [0]
        done = threading.Event()

        def read():
            while not done.is_set():
                process = subprocess.run(
                    [SEARCH, "--index", self.index, "--json", "--no-group",
                     "--limit", "100",
                     "--", "tide"], check=False, capture_output=True, text=True)
                if process.returncode != 0:
                    faults.append((process.returncode, process.stderr))
                    continue
                hits = [json.loads(line)
                        for line in process.stdout.splitlines()]
                seen = {str(hit["sentences"]).split("Tide table ")[1].split()[0]
                        for hit in hits if "id" in hit}
                count = sum("id" in hit for hit in hits)
                if len(seen) != 1 or count != 30:
                    faults.append((count, seen))
                answers[0] += 1

        readers = [threading.Thread(target=read) for _ in range(4)]
        for reader in readers:
            reader.start()
        try:
            for number in range(1, rounds + 1):
                self.write_versions({each: number for each in range(30)})
                result = self.run_index(path)
                self.assertEqual(result.code, 0, result.err)
        finally:
            done.set()
            for reader in readers:
                reader.join()
        self.assertEqual(faults, [])
        self.assertGreater(answers[0], rounds)
        self.assertEqual(self.run_index(path).code, 0)
        self.assert_in_order()


if __name__ == "__main__":
    unittest.main()
