#!/usr/bin/env python3
"""Runs that end before their time: signals, SIGKILL, a full disk, two writers.
Whatever happens, the index is the old one or the new one, whole."""

import os
import random
import resource
import shutil
import signal
import subprocess
import time
import unittest

from index_programs import INDEX, World, article


def start(index, *paths, **options):
    return subprocess.Popen([INDEX, "--index", index, *paths],
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                            text=True, **options)


class Interrupted(World):
    def write_many(self, version, count=6000):
        body = " ".join(f"word{i % 97} ferry" for i in range(150))
        self.write("many.jsonl", "".join(
            article(i, body=f"Version {version}. {body}.")
            for i in range(count)))

    def assert_whole(self, generations):
        """The live generation is one of `generations`, and nothing is left of
        others once the next run has looked."""
        manifest = self.manifest()
        self.assertIn(manifest["generation"], generations)
        self.check_segments()
        return manifest["generation"]

    def test_a_signal_leaves_the_old_generation_and_no_leftovers(self):
        self.write("first.jsonl", article("first"))
        self.assertEqual(self.index_all().code, 0)
        before = self.names_in_index()
        self.write_many(1)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            process = start(self.index, self.input)
            # Once the private directory is there, the run is under way.
            for _ in range(2000):
                if any(n.startswith("tmp-") for n in os.listdir(self.index)):
                    break
                time.sleep(0.005)
            process.send_signal(number)
            _, err = process.communicate(timeout=120)
            self.assertEqual(process.returncode, 130, err)
            self.assertIn("interrupted", err)
            self.assertEqual(self.names_in_index(), before)
            self.assertEqual(self.manifest()["generation"], 1)
        self.assertEqual(self.index_all().code, 0)
        self.assertEqual(self.manifest()["articles"], 6001)

    def test_an_ignored_signal_stays_ignored(self):
        self.write_many(1, 500)
        process = subprocess.Popen(
            ["nohup", INDEX, "--index", self.index, self.input],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            stdin=subprocess.DEVNULL)
        for _ in range(2000):
            if os.path.isdir(self.index):
                break
            time.sleep(0.005)
        process.send_signal(signal.SIGHUP)
        self.assertEqual(process.wait(timeout=120), 0)

    def test_sigkill_at_any_time_leaves_one_generation_whole(self):
        seed = int(time.time())
        random.seed(seed)
        self.write_many(0, 1500)
        begin = time.monotonic()
        self.assertEqual(self.index_all().code, 0)
        duration = time.monotonic() - begin
        generation = 1
        for round_number in range(1, 9):
            self.write_many(round_number, 1500)
            process = start(self.index, self.input)
            time.sleep(random.uniform(0, 1.3 * duration))
            process.kill()
            process.communicate()
            with self.subTest(seed=seed, round=round_number):
                generation = self.assert_whole(
                    (generation, generation + 1))
        result = self.index_all()
        self.assertEqual(result.code, 0, result.err)
        manifest = self.manifest()
        self.assertEqual(manifest["articles"], 1500)
        expected = (["CURRENT", "lock",
                     f"generation-{manifest['generation']:06}"] +
                    [s["name"] for s in manifest["segments"]] +
                    [manifest[kind]["name"] for kind in ("dictionary", "stories")
                     if kind in manifest])
        self.assertEqual(self.names_in_index(), sorted(expected))

    def test_a_full_disk_is_told_and_the_old_index_stays(self):
        self.write("first.jsonl", article("first"))
        self.assertEqual(self.index_all().code, 0)
        before = self.names_in_index()
        self.write_many(1, 3000)

        for limit in (1, 100_000, 1_000_000, 3_000_000):
            def no_big_files(limit=limit):
                # As with a disk quota, a write fails: EFBIG instead of ENOSPC.
                resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

            result = self.run_index(self.input, preexec_fn=no_big_files)
            self.assertEqual(result.code, 4, result.err)
            self.assertIn(self.index, result.err)
            self.assertEqual(self.names_in_index(), before)
            self.assertEqual(self.manifest()["generation"], 1)
            self.check_segments()

    @unittest.skipUnless(os.geteuid() == 0 and shutil.which("mount"),
                         "mounting a small disk takes root")
    def test_a_really_full_disk_too(self):
        disk = os.path.join(self.root, "disk")
        os.mkdir(disk)
        mounted = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", disk],
            check=False, capture_output=True)
        if mounted.returncode != 0:
            self.skipTest("no right to mount here")
        try:
            self.index = os.path.join(disk, "index")
            first = self.write("first.jsonl", article("first"))
            self.assertEqual(self.run_index(first).code, 0)
            self.write_many(1)
            result = self.run_index(self.input)
            self.assertEqual(result.code, 4, result.err)
            self.assertIn("No space left", result.err)
            self.assertEqual(self.manifest()["generation"], 1)
            self.check_segments()
            self.assertFalse([n for n in self.names_in_index()
                              if n.startswith("tmp-")])
        finally:
            subprocess.run(["umount", disk], check=False)

    def test_of_many_writers_at_once_one_wins_and_the_others_name_it(self):
        self.write_many(1, 1500)
        processes = [start(self.index, self.input) for _ in range(8)]
        results = [(p, *p.communicate(timeout=240)) for p in processes]
        codes = sorted(p.returncode for p, _, _ in results)
        self.assertEqual(codes.count(0) + codes.count(5), 8, results)
        self.assertGreaterEqual(codes.count(0), 1)
        winners = {str(p.pid) for p, _, _ in results if p.returncode == 0}
        for process, _, err in results:
            if process.returncode == 5:
                self.assertIn("pid ", err)
                named = err.split("pid ")[1].split(")")[0]
                self.assertIn(named, winners | {"unknown"})
        self.assertEqual(self.manifest()["articles"], 1500)
        self.check_segments()


if __name__ == "__main__":
    unittest.main()
