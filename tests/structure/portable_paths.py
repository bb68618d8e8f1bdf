# The project works wherever it is cloned: no file names a place that only one
# machine has.
import re

import tree

# Written so that this file does not complain about itself.
PLACES = "wor" + "k|roo" + "t|Use" + "rs|mn" + "t|farm"
HOMES = "|ho" + "me"
BEFORE = r"(?<![\w.~$}/-])/(?:"
MACHINE_PATH = re.compile(BEFORE + PLACES + HOMES + r")/[\w.-]+")
# Tests may speak of the homes of people who do not exist.
MACHINE_PATH_IN_TEST = re.compile(BEFORE + PLACES + r")/[\w.-]+")


def complaints(root):
    found = []
    for path in tree.files(root):
        wrong = MACHINE_PATH
        if path.name.endswith(("_test.cc", "_test.py")):
            wrong = MACHINE_PATH_IN_TEST
        for number, line in enumerate(tree.text(root, path).splitlines(), 1):
            match = wrong.search(line)
            if match:
                found.append(
                    f"{path}:{number}: {match[0]} is a path of one machine")
    return found
