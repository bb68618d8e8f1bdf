# Every header compiles alone: whoever includes it needs nothing before it.
#
# A header that its own .cc includes first has shown that in the build already;
# only the others are compiled here.
import concurrent.futures
import os
import re
import subprocess

import tree

FIRST_INCLUDE = re.compile(r'^\s*#\s*include\s+["<]([^">]+)[">]', re.MULTILINE)
CODE_BEFORE = re.compile(r"//[^\n]*|\s+")


def complaints(root, compiler):
    headers = [header for header in tree.files(root, ".h")
               if not shown_by_the_build(root, header)]

    def compile_one(header):
        # Named by -include, so that "#pragma once" is in an included file, as
        # it is meant to be.
        run = subprocess.run(
            [compiler, "-std=c++20", "-fsyntax-only", "-I", ".", "-include",
             str(header), "-x", "c++", "/dev/null", "-Wall", "-Wextra",
             "-Werror", "-DBROADSHEET_SOURCE_DIR=\".\""],
            cwd=root, capture_output=True, text=True, check=False)
        if run.returncode == 0:
            return None
        first = next((line for line in run.stderr.splitlines()
                      if "error" in line), run.stderr.strip())
        return f"{header} does not compile alone: {first}"

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        return [wrong for wrong in pool.map(compile_one, headers) if wrong]


def shown_by_the_build(root, header):
    """Whether a .cc of the build begins by including `header`."""
    source = header.with_suffix(".cc")
    lists = root / header.parent / "CMakeLists.txt"
    if not (root / source).exists() or not lists.exists():
        return False
    if not re.search(rf"\b{re.escape(source.name)}\b",
                     lists.read_text(encoding="utf-8")):
        return False
    text = tree.text(root, source)
    first = FIRST_INCLUDE.search(text)
    if first is None or first[1] != header.as_posix():
        return False
    return CODE_BEFORE.sub("", text[:first.start()]) == ""
