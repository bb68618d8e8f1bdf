# The project works wherever it is cloned: no file names a place that only one
# machine has.
import re

import tree

# Written so that this file does not complain about itself.
PLACES = "wor" + "k|ho" + "me/[a-z]|roo" + "t|Use" + "rs|mn" + "t|farm"
MACHINE_PATH = re.compile(r"(?<![\w.~$}/-])/(?:" + PLACES + r")\w*/[\w.-]+")


def complaints(root):
    found = []
    for path in tree.files(root):
        for number, line in enumerate(tree.text(root, path).splitlines(), 1):
            match = MACHINE_PATH.search(line)
            if match:
                found.append(
                    f"{path}:{number}: {match[0]} is a path of one machine")
    return found
