# Dependencies point one way (docs/architecture.md, "Layout"): which folder may
# include which, and which libraries stay behind one file.
import re

import tree

CORE = ["corpus/base", "corpus/article", "corpus/text", "corpus/schema"]
QUERY = CORE + ["searcher/query"]
MATCH = QUERY + ["searcher/match"]
SEARCH = MATCH + ["searcher/search"]

# Folder: the folders it may include, its own aside.
MAY_INCLUDE = {
    "corpus/base": [],
    "corpus/article": ["corpus/base"],
    "corpus/text": ["corpus/base"],
    "corpus/read": ["corpus/base", "corpus/article"],
    "corpus/schema": ["corpus/base", "corpus/article", "corpus/text"],
    "corpus/glass": ["corpus/base"],
    "indexer/segment": CORE + ["corpus/glass"],
    "indexer": CORE + ["corpus/read", "indexer/segment"],
    "searcher/query": CORE,
    "searcher/match": QUERY,
    "searcher/search": MATCH + ["corpus/glass"],
    "searcher/render": SEARCH,
    "searcher": SEARCH + ["searcher/render"],
}

OURS = re.compile(r'^\s*#\s*include\s+"([^"]+)"', re.MULTILINE)
THEIRS = re.compile(r"^\s*#\s*include\s+<([^>]+)>", re.MULTILINE)


def complaints(root):
    found = []
    for path in tree.files(root, ".h", ".cc"):
        folder = path.parent.as_posix()
        text = tree.text(root, path)
        for included in OURS.findall(text):
            wrong = _wrong_include(folder, included)
            if wrong:
                found.append(f"{path}: {wrong}")
        if "CLI/CLI.hpp" in THEIRS.findall(text):
            if not path.name.startswith("options"):
                found.append(f"{path}: only options.cc may know CLI11")
    return found


def _wrong_include(folder, included):
    if included.startswith(".") or "/" not in included:
        return f'"{included}" is not named from the root of the project'
    target = included.rpartition("/")[0]
    if folder.startswith("tests"):
        mirrored = folder.removeprefix("tests/")
        if mirrored.startswith("corpus/") and not target.startswith(
            ("corpus/", "tests/")
        ):
            return f'the tests of corpus must not include "{included}"'
        return None
    if folder not in MAY_INCLUDE:
        return "is in a folder that include_directions.py does not know"
    if target != folder and target not in MAY_INCLUDE[folder]:
        return f'{folder} must not include "{included}"'
    return None
