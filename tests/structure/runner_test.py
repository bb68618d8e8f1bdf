#!/usr/bin/env python3
# Claims about what runs the project: install-packages asks for what is missing
# and nothing else, and count_results.py counts every test case once.
import os
import pathlib
import subprocess
import tempfile
import unittest

import count_results

ROOT = pathlib.Path(__file__).resolve().parents[2]
INSTALL = ROOT / "corpus" / "install-packages"
# What install-packages calls and this test does not imitate.
BORROWED = ["bash", "env", "grep", "cat"]


class InstallPackages(unittest.TestCase):
    """Runs it among imitations of dpkg-query, apt-get, id and sudo."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="install-")
        self.addCleanup(folder.cleanup)
        self.bin = pathlib.Path(folder.name)
        self.log = self.bin / "calls"
        for name in BORROWED:
            found = subprocess.run(["which", name], capture_output=True,
                                   text=True, check=True).stdout.strip()
            (self.bin / name).symlink_to(os.path.realpath(found))
        self.imitate("apt-get", f'echo "apt-get $DEBIAN_FRONTEND $*" >>'
                                f' "{self.log}"')

    def imitate(self, name, body):
        path = self.bin / name
        path.write_text(f"#!{self.bin}/bash\n{body}\n")
        path.chmod(0o755)

    def system(self, missing, user):
        """dpkg-query knows all packages but `missing`; id says `user`."""
        self.imitate("dpkg-query", "shift 2; for p; do case $p in "
                     + "".join(f"{name}) echo \"unknown $p\";; "
                               for name in missing)
                     + '*) echo "installed $p";; esac; done')
        self.imitate("id", f"echo {user}")

    def run_it(self, *arguments):
        run = subprocess.run([INSTALL, *arguments], capture_output=True,
                             text=True, stdin=subprocess.DEVNULL, check=False,
                             env={"PATH": str(self.bin)})
        calls = self.log.read_text() if self.log.exists() else ""
        return run.returncode, run.stdout, run.stderr, calls

    def test_says_and_does_nothing_when_all_are_there(self):
        self.system([], 1000)
        self.assertEqual(self.run_it(), (0, "", "", ""))

    def test_root_installs_what_is_missing_and_only_that(self):
        self.system(["scdoc", "doctest-dev"], 0)
        code, said, _, calls = self.run_it()
        self.assertEqual(code, 0)
        self.assertIn("scdoc doctest-dev", said)
        self.assertIn("apt-get noninteractive -qq -o Dpkg::Use-Pty=0 install "
                      "-y --no-install-recommends scdoc doctest-dev\n", calls)

    def test_building_alone_needs_nothing_of_the_tests(self):
        self.system(["doctest-dev", "clang-14"], 0)
        self.assertEqual(self.run_it("build"), (0, "", "", ""))

    def test_a_user_with_sudo_installs_through_it(self):
        self.system(["scdoc"], 1000)
        self.imitate("sudo", f'echo "sudo $*" >> "{self.log}"\n'
                             '[ "$1" = -n ] && shift\n"$@"')
        self.imitate("true", "exit 0")
        code, _, _, calls = self.run_it()
        self.assertEqual(code, 0)
        self.assertIn("sudo env DEBIAN_FRONTEND=noninteractive apt-get", calls)
        self.assertIn("--no-install-recommends scdoc\n", calls)

    def test_a_user_without_sudo_is_told_what_to_have_installed(self):
        self.system(["scdoc", "clang-14"], 1000)
        code, _, said, calls = self.run_it()
        self.assertEqual((code, calls), (1, ""))
        self.assertIn("apt-get install scdoc clang-14\n", said)

    def test_a_failing_apt_is_not_passed_over(self):
        self.system(["scdoc"], 0)
        self.imitate("apt-get", 'echo "E: no network" >&2; exit 100')
        code, _, said, _ = self.run_it()
        self.assertEqual(code, 1)
        self.assertIn("E: no network", said)
        self.assertIn("scdoc", said)

    def test_a_misspelt_set_is_refused(self):
        self.system([], 0)
        self.assertEqual(self.run_it("tset")[0], 2)


class CountResults(unittest.TestCase):
    def count(self, *tests):
        with tempfile.NamedTemporaryFile("w", suffix=".xml") as file:
            file.write("<testsuite>")
            for status, output in tests:
                file.write(f'<testcase name="t" status="{status}"><system-out>'
                           f"{output}</system-out></testcase>")
            file.write("</testsuite>")
            file.flush()
            _, passed, failed = count_results.count(file.name, "release")
            return passed, failed

    def test_cases_are_counted_not_programs(self):
        self.assertEqual(self.count(
            ("run", "[doctest] test cases:  12 |  12 passed | 0 failed |"),
            ("run", "Ran 7 tests in 0.1s\n\nOK"),
            ("run", "a program that tells nothing")), (20, 0))

    def test_failures_are_counted_wherever_they_are_told(self):
        self.assertEqual(self.count(
            ("fail", "[doctest] test cases:  5 | 3 passed | 2 failed |"),
            ("fail", "Ran 7 tests in 0.1s\n\nFAILED (failures=1, errors=2)"),
            ("fail", "Segmentation fault"),
            ("notrun", "")), (7, 7))

    def test_a_sanitizer_that_stops_a_program_after_its_cases_counts(self):
        self.assertEqual(self.count(
            ("fail", "[doctest] test cases: 5 | 5 passed | 0 failed |\n"
                     "ERROR: LeakSanitizer")), (5, 1))

    def test_skipped_cases_are_neither(self):
        self.assertEqual(self.count(
            ("run", "Ran 7 tests in 0.1s\n\nOK (skipped=2)")), (5, 0))


if __name__ == "__main__":
    unittest.main(verbosity=1)
