# What a merge leaves behind where two changes met is mended before it is
# committed: no file keeps the marks.
import re

import tree

MARK = re.compile(r"(<{7}|>{7}) \S|={7}$")


def complaints(root):
    found = []
    for path in tree.files(root):
        for number, line in enumerate(tree.text(root, path).splitlines(), 1):
            if MARK.match(line):
                found.append(f"{path}:{number}: a merge left its mark")
    return found
