"""Seconds and peak memory of whole processes, and medians of several runs."""

import json
import os
import statistics
import subprocess
import tempfile
import time


class Run:
    """One finished process: wall seconds, seconds of all processors, and peak
    resident megabytes."""

    def __init__(self, seconds, processor, megabytes):
        self.seconds = seconds
        self.processor = processor
        self.megabytes = megabytes


def run(command, env=None, stdin=None):
    """Runs `command` (a list) to its end; raises if it fails."""
    started = time.monotonic()
    with open(os.devnull, "w") as nothing, tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(
            command, stdout=nothing, stderr=errors, stdin=stdin,
            env={**os.environ, **(env or {})})
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.monotonic() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            errors.seek(0)
            raise RuntimeError(f"{command} exited {process.returncode}: "
                               f"{errors.read().decode(errors='replace')}")
    return Run(seconds, usage.ru_utime + usage.ru_stime,
               usage.ru_maxrss / 1024)


def median_of(runs):
    return Run(statistics.median(r.seconds for r in runs),
               statistics.median(r.processor for r in runs),
               max(r.megabytes for r in runs))


def answer_times(commands, runs, env=None):
    """Median milliseconds of each shell command in `commands`, measured in one
    hyperfine call without a shell, so that they share the machine's mood."""
    with tempfile.NamedTemporaryFile(suffix=".json") as out:
        subprocess.run(
            ["hyperfine", "-N", "--style", "none", "--warmup", "3", "--runs",
             str(runs), "--ignore-failure", "--export-json", out.name,
             *commands],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            env={**os.environ, **(env or {})})
        results = json.load(open(out.name))["results"]
    return [result["median"] * 1000 for result in results]


def tree_megabytes(path):
    """Bytes of all files at or below `path`, in millions."""
    if os.path.isfile(path):
        return os.path.getsize(path) / 1e6
    total = 0
    for folder, _, names in os.walk(path):
        total += sum(os.path.getsize(os.path.join(folder, n)) for n in names)
    return total / 1e6
