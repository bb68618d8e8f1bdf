"""Reuters-21578, and as many articles as wanted made of its sentences, in the
forms that the engines take: one plain file an article, CSV and JSON Lines."""

import csv
import glob
import html
import json
import os
import random
import re

ARTICLE = re.compile(r"<REUTERS[^>]*NEWID=\"(\d+)\">(.*?)</REUTERS>", re.S)
SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"])")
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


def resampled(folder, count, seed=21578):
    """(id, title, body) of `count` articles of about 2,800 bytes, each of whose
    sentences is one of Reuters-21578: 50,000 of them are 140 MB. The same seed
    gives the same articles."""
    titles, sentences = [], []
    for _, title, body in reuters(folder):
        if title:
            titles.append(title)
        for sentence in SENTENCE_END.split(" ".join(body.split())):
            if 20 <= len(sentence) <= 400:
                sentences.append(sentence)
    chance = random.Random(seed)
    for number in range(1, count + 1):
        paragraphs, size = [], 0
        wanted = chance.randint(1250, 3780)
        while size < wanted:
            paragraph = " ".join(chance.choices(sentences,
                                                k=chance.randint(1, 4)))
            size += len(paragraph) + 2
            paragraphs.append(paragraph)
        yield str(number), chance.choice(titles), "\n\n".join(paragraphs)


def write_corpora(articles, folder, files=True):
    """Writes DIR/articles.csv, DIR/articles.jsonl and, if `files`,
    DIR/files/*.txt."""
    os.makedirs(os.path.join(folder, "files"), exist_ok=True)
    with open(os.path.join(folder, "articles.csv"), "w", newline="") as table, \
         open(os.path.join(folder, "articles.jsonl"), "w") as lines:
        rows = csv.writer(table)
        for number, title, body in articles:
            rows.writerow([number, title, body])
            json.dump({"id": number, "title": title, "body": body}, lines)
            lines.write("\n")
            if not files:
                continue
            bucket = os.path.join(folder, "files", f"{int(number) // 1000:03}")
            os.makedirs(bucket, exist_ok=True)
            with open(os.path.join(bucket, f"{number}.txt"), "w") as out:
                out.write(f"{title}\n\n{body}\n")
