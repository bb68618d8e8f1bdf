# Links between the Markdown pages lead somewhere: the file is there, and so is
# the heading after '#'. And every page of docs/ is linked from some other page,
# so that a reader finds it.
import re
import urllib.parse

import tree

FENCE = re.compile(r"^(```|~~~).*?^\1\s*$", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`[^`\n]*`")
LINK = re.compile(r"\[[^\]]*\]\(\s*<?([^)\s>]+)>?[^)]*\)")
HEADING = re.compile(r"^#{1,6}\s+(.+?)\s*#*\s*$", re.MULTILINE)


def complaints(root):
    found = []
    linked = set()
    pages = tree.files(root, ".md")
    for page in pages:
        prose = CODE.sub("", FENCE.sub("", tree.text(root, page)))
        for link in LINK.findall(prose):
            if re.match(r"[a-z][a-z0-9+.-]*:", link):
                continue  # Somewhere else in the world.
            name, _, heading = urllib.parse.unquote(link).partition("#")
            target = (root / page.parent / name).resolve() if name else (
                root / page).resolve()
            if not target.exists():
                found.append(f"{page}: the link {link} leads nowhere")
                continue
            if target != (root / page).resolve():
                linked.add(target)
            if heading and target.suffix == ".md":
                if heading not in _anchors(target.read_text("utf-8")):
                    found.append(f"{page}: no heading for the link {link}")
    for page in pages:
        if page.parts[0] == "docs" and (root / page).resolve() not in linked:
            found.append(f"{page}: no page links to it")
    return found


def _anchors(text):
    """The anchors that GitHub and others make of the headings of `text`."""
    anchors = set()
    for heading in HEADING.findall(FENCE.sub("", text)):
        plain = re.sub(r"[`*]", "", heading).lower()
        plain = re.sub(r"[^\w\- ]", "", plain).replace(" ", "-")
        name, number = plain, 0
        while name in anchors:
            number += 1
            name = f"{plain}-{number}"
        anchors.add(name)
    return anchors
