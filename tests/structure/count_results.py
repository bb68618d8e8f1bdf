#!/usr/bin/env python3
# Counts what ctest ran, test case by test case: a test program of ours tells in
# its last lines how many cases passed and failed.
#
#   count_results.py JUNIT-FILE NAME
#
# Prints a line for each program that failed, then "PASSED FAILED".
import re
import sys
import xml.etree.ElementTree as xml

DOCTEST = re.compile(
    r"\[doctest\] test cases:\s*\d+\s*\|\s*(\d+) passed\s*\|\s*(\d+) failed")
UNITTEST = re.compile(r"^Ran (\d+) tests? in ", re.MULTILINE)
UNITTEST_FAILED = re.compile(r"^FAILED \(([^)]*)\)", re.MULTILINE)


def cases(output):
    """The (passed, failed) cases that a program's output tells of."""
    passed = failed = 0
    for match in DOCTEST.finditer(output):
        passed += int(match[1])
        failed += int(match[2])
    ran = UNITTEST.search(output)
    if ran:
        told = UNITTEST_FAILED.search(output)
        wrong = sum(int(number) for kind, number in
                    re.findall(r"(failures|errors)=(\d+)", told[1])
                    ) if told else 0
        skipped = re.search(r"skipped=(\d+)", output)
        passed += int(ran[1]) - wrong - (int(skipped[1]) if skipped else 0)
        failed += wrong
    return passed, failed


def count(junit, name):
    """Lines for people, then the two numbers."""
    lines, passed, failed = [], 0, 0
    for test in xml.parse(junit).getroot().iter("testcase"):
        output = test.findtext("system-out") or ""
        good, bad = cases(output)
        if test.get("status") == "run":
            # A program that tells no cases is one; one that says all is well
            # and could not have is believed by its exit code, which is zero.
            passed += good or 1
            failed += bad
        elif test.get("status") == "disabled":
            continue
        else:
            passed += good
            failed += bad or 1
            lines.append(f"FAILED: {test.get('name')} ({name})")
            lines += ["    " + line for line in output.splitlines()[-30:]]
    return lines, passed, failed


if __name__ == "__main__":
    report, good_cases, bad_cases = count(sys.argv[1], sys.argv[2])
    print("\n".join(report + [f"{good_cases} {bad_cases}"]))
