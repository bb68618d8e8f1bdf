# A stranger sees from the folder and the file's name where something lives, and
# from its first lines why: heads of files, and names that say nothing.
import re

import tree

EMPTY_WORDS = re.compile(
    r"(?:^|_|-)(utils?|helpers?|common|managers?|misc)(?:_|-|\.|$)")


def complaints(root):
    found = []
    for path in tree.files(root):
        for part in path.parts:
            word = EMPTY_WORDS.search(part.lower())
            if word:
                found.append(f'{path}: "{word[1]}" says nothing')
        wrong = None
        if not _mirrors_a_source(root, path):
            wrong = _wrong_head(path, tree.text(root, path))
        if wrong:
            found.append(f"{path}: {wrong}")
    return found


def _wrong_head(path, text):
    lines = text.splitlines()
    if path.suffix in (".h", ".cc"):
        if not lines or not (re.match(r"// \S+ \S+", lines[0]) or
                             _begins_with_its_header(path, lines[0])):
            return "its first line is not a comment that says why it exists"
        if path.suffix == ".h" and "#pragma once" not in lines:
            return 'has no "#pragma once"'
    elif lines and lines[0].startswith("#!"):
        if len(lines) < 2 or not re.match(r'(# |""")\S+ \S+', lines[1]):
            return "its second line is not a comment that says why it exists"
    elif path.suffix == ".py":
        if not lines or not re.match(r'(# |""")\S+ \S+', lines[0]):
            return "its first line is not a comment that says why it exists"
    return None


def _mirrors_a_source(root, path):
    """Whether `path` is tests/x/y_test.cc and x/y.cc or x/y.h is there."""
    if path.parts[0] != "tests" or not path.name.endswith("_test.cc"):
        return False
    source = root.joinpath(*path.parent.parts[1:],
                           path.name.removesuffix("_test.cc"))
    return any(source.with_suffix(end).exists() for end in (".cc", ".h"))


def _begins_with_its_header(path, line):
    """Whether `line` of a .cc includes the header that says why both exist."""
    return path.suffix == ".cc" and re.match(
        rf'#include "[\w/]+/{path.stem}\.h"$', line) is not None
