"""Reuters-21578 in the forms that the engines take: its own SGML, one plain
file an article, CSV and JSON Lines."""

import csv
import glob
import html
import json
import os
import re

ARTICLE = re.compile(r"<REUTERS[^>]*NEWID=\"(\d+)\">(.*?)</REUTERS>", re.S)
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def element(name, text):
    found = re.search(rf"<{name}[^>]*>(.*?)</{name}>", text, re.S)
    return CONTROL.sub("", html.unescape(found.group(1))).strip() if found else ""


def reuters(folder):
    """(id, title, body) of every article, in order."""
    for path in sorted(glob.glob(os.path.join(folder, "*.sgm"))):
        text = open(path, encoding="latin-1").read()
        for found in ARTICLE.finditer(text):
            inner = found.group(2)
            body = element("BODY", inner)
            if not body:  # Unprocessed articles have text and no elements.
                body = re.sub(r"<[^>]*>", " ", element("TEXT", inner))
            yield found.group(1), element("TITLE", inner), body


def write_corpora(articles, folder):
    """Writes DIR/files/*.txt, DIR/articles.csv and DIR/articles.jsonl."""
    os.makedirs(os.path.join(folder, "files"), exist_ok=True)
    with open(os.path.join(folder, "articles.csv"), "w", newline="") as table, \
         open(os.path.join(folder, "articles.jsonl"), "w") as lines:
        rows = csv.writer(table)
        for number, title, body in articles:
            rows.writerow([number, title, body])
            json.dump({"id": number, "title": title, "body": body}, lines)
            lines.write("\n")
            bucket = os.path.join(folder, "files", f"{int(number) // 1000:03}")
            os.makedirs(bucket, exist_ok=True)
            with open(os.path.join(bucket, f"{number}.txt"), "w") as out:
                out.write(f"{title}\n\n{body}\n")
