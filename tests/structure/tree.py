# The project's files, as every check of its structure walks them: all below a
# root but what is built, hidden or not ours.
import os
import pathlib

# A second working tree has a file named .git where the first has a folder.
NOT_OURS = {".git", "build", "LICENSE"}


def files(root, *suffixes):
    """Paths below `root`, relative and sorted; those ending in `suffixes`."""
    found = []
    for folder, subfolders, names in os.walk(root):
        subfolders[:] = sorted(
            name
            for name in subfolders
            if name == ".ci"
            or (not name.startswith(".") and name not in NOT_OURS)
            and name != "__pycache__"
        )
        for name in names:
            path = pathlib.Path(folder, name).relative_to(root)
            if name in NOT_OURS or (suffixes and path.suffix not in suffixes):
                continue
            found.append(path)
    return sorted(found)


def text(root, path):
    """The text of `path`; bytes that are not UTF-8 do not stop a check."""
    return pathlib.Path(root, path).read_text(encoding="utf-8",
                                              errors="replace")
