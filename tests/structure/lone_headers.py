# Every header compiles alone: whoever includes it needs nothing before it.
import concurrent.futures
import os
import subprocess

import tree


def complaints(root, compiler):
    headers = tree.files(root, ".h")

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
