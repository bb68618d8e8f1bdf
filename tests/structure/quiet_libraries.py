# Libraries never print, exit or read the environment: their callers do. And
# none of them depends on the locale of the moment.
import re

import tree

LIBRARIES = ("corpus/", "indexer/segment/", "searcher/query/",
             "searcher/match/", "searcher/search/")
FORBIDDEN = {
    r"#\s*include\s*<iostream>": "prints",
    r"\bstd::(?:cout|cerr|clog)\b": "prints",
    r"(?<![\w:])(?:std::)?(?:printf|puts|putchar|perror)\s*\(": "prints",
    r"\bstderr\b|\bstdout\b": "prints",
    r"(?<![\w:.])(?:std::|::)?(?:_?exit|quick_exit|abort)\s*\(": "exits",
    r"\b(?:secure_)?getenv\s*\(": "reads the environment",
    r"\bsetlocale\s*\(": "changes the locale",
}
COMMENT = re.compile(r"//[^\n]*")


def complaints(root):
    found = []
    for path in tree.files(root, ".h", ".cc"):
        if not path.as_posix().startswith(LIBRARIES):
            continue
        code = COMMENT.sub("", tree.text(root, path))
        for pattern, what in FORBIDDEN.items():
            match = re.search(pattern, code)
            if match:
                found.append(f"{path}: a library that {what}: {match[0]}")
    return found
