#!/usr/bin/env python3
# What the indexer makes of the samples: headline, date, place, source, authors,
# captions and trailers of each, and that not a byte of a text file is lost.
#
#   samples_test.py BROADSHEET-INDEX [test names]
import json
import pathlib
import subprocess
import sys
import unittest

SAMPLES = pathlib.Path(__file__).resolve().parents[3] / "corpus" / "samples"
INDEXER = ""

# File: begin of the headline, date, place, source, authors, language, and how
# many paragraphs are captions and trailer.
TEXTS = {
    "central-bank-rates.txt": (
        "Veskaria's central bank", "2023-09-14", "TARNHOLM", "Northwire",
        ["Idris Calloway", "Mina R. Thorsby"], "en", 0, 0),
    "coast-guard-pact.txt": (
        "", None, "", "Northwire", [], "en", 1, 0),
    "court-rail-ruling.txt": (
        "Top court lets", None, "TARNHOLM, Veskaria", "Northwire", [], "en",
        0, 0),
    "cup-final-st-brannocs.txt": (
        "Goalkeeper's header", None, "SUNDGATE, Kelmar", "Meridian", [], "en",
        0, 4),
    "deich-niederwaldau.txt": (
        "Niederwaldau streitet", None, "NIEDERWALDAU", "nwd", [], "de", 0, 0),
    "firefly-survey.txt": (
        "ホタル3割減", "2024-06-27", "山瀬", "", [], "ja", 0, 1),
    "governor-race-northmark.txt": (
        "Recount leaves", None, "HOLLIN FALLS, Northmark", "Northwire", [],
        "en", 0, 0),
    "meridian-brackmoor-correction.txt": (
        "CORRECTION: Flood drives", "2023-10-16", "BRACKMOOR, Kelmar",
        "Meridian", ["Solveig Aarnes-Pike"], "en", 0, 1),
    "meridian-brackmoor-flood.txt": (
        "Flood drives thousands", None, "BRACKMOOR, Kelmar", "Meridian",
        ["Solveig Aarnes-Pike"], "en", 0, 1),
    "meridian-elmshaven-talks.txt": (
        "", "2023-05-08", "ELMSHAVEN, Veskaria", "", [], "en", 1, 0),
    "nachtzug-bibliothek.txt": (
        "Nachtzug wird Bibliothek", "2021-11-12", "ALTENBRÜCK", "nwd",
        ["Friederike Sommerfeld-Akın"], "de", 0, 1),
    "northwire-brackmoor-flood.txt": (
        "River Dunnet breaks", None, "BRACKMOOR, Kelmar", "Northwire", [],
        "en", 0, 3),
    "northwire-elmshaven-talks.txt": (
        "", None, "", "Northwire", [], "en", 1, 4),
    "port-ansel-pilots-1956.txt": (
        "HARBOR PILOTS END STRIKE; TELL US", "1956-11-03",
        "PORT ANSEL, Kelmar", "", [], "en", 0, 0),
    "rail-strike-talks.txt": (
        "Veskarian rail unions", None, "TARNHOLM, Veskaria", "Northwire", [],
        "en", 0, 4),
    "seven-leaders-tarnholm.txt": (
        "Veskaria and Kelmar leaders", None, "", "", [], "en", 0, 0),
    "shiranagi-bridge.txt": (
        "白凪大橋が全線再開", "2023-05-12", "白凪", "あけぼの通信", [], "ja",
        0, 1),
    "telescope-first-light.txt": (
        "Telescope on Mt. Corrie", "2024-02-20",
        "MT. CORRIE, Sorrel Islands", "", ["Zoë Límarová"], "en", 0, 0),
    "theatre-lost-play.txt": (
        "A lost comedy", "2019-03-29", "TARNHOLM", "",
        ["Leopold Arkwright-Senn"], "en", 0, 0),
}

# File: how many records, then what some of them are.
RECORDS = {
    "archive.jsonl": (7, {
        2: {"id": "kc-2017-0809", "date": "2017-08-09T14:20:00Z",
            "source": "Kelmar Courier", "topics": ["crime", "health"],
            "authors": ["Nerys Vaughan-Okoro", "Piet Larkin"]},
        3: {"place": "PORT ANSEL, Kelmar", "date": "2018-11-30",
            "topics": ["health"]},
        4: {"id": "20200317", "place": "CORRIE LANDING, Sorrel Islands"},
        5: {"section": "Environment"},
        7: {"headline": "Café on the border serves two countries, one soup",
            "authors": ["Théodora Mbeki-Lund"]}}),
    "trec-1994.sgml": (2, {
        1: {"id": "NMH940611-0042", "date": "1994-06-11",
            "place": "UPPER GARROW, Northmark"},
        2: {"headline": "Smugglers of Plum Brandy Used a Bishop's Hearse, "
                        "Police Say",
            "source": "NORTHMARK HERALD"}}),
    "wire-1987.sgm": (3, {
        1: {"id": "1", "date": "1987-02-26T15:01:01Z", "place": "PORT ANSEL",
            "topics": ["tin", "trade"], "authors": ["Crispin Hale"]},
        3: {"headline": "ALL 212 ON BOARD GROUNDED SORREL FERRY ARE SAFE - "
                        "COASTGUARD"}}),
}


def show(path):
    run = subprocess.run([INDEXER, "--show", "--json", path],
                         capture_output=True, check=True)
    return [json.loads(line) for line in run.stdout.splitlines()]


def paragraphs(article, zone):
    return {s["paragraph"] for s in article["sentences"] if s["zone"] == zone}


class Samples(unittest.TestCase):
    def test_the_tables_name_every_sample(self):
        self.assertEqual(set(TEXTS) | set(RECORDS),
                         {path.name for path in SAMPLES.iterdir()})

    def test_plain_texts_are_laid_out_as_a_reader_sees_them(self):
        for name, expected in TEXTS.items():
            with self.subTest(name):
                (article,) = show(SAMPLES / name)
                headline, *rest = expected
                if headline:
                    self.assertTrue(article["headline"].startswith(headline),
                                    article["headline"])
                else:
                    self.assertEqual(article["headline"], "")
                captions = {p for p in paragraphs(article, "caption")
                            if not self.is_byline(article, p)}
                self.assertEqual(
                    [article["date"] or None, article["place"],
                     article["source"], article["authors"],
                     article["language"], len(captions),
                     len(paragraphs(article, "trailer"))], rest)

    @staticmethod
    def is_byline(article, paragraph):
        text = next(s["text"] for s in article["sentences"]
                    if s["paragraph"] == paragraph)
        return text.startswith(("By ", "Von "))

    def test_nothing_of_a_text_is_lost(self):
        for name in TEXTS:
            with self.subTest(name):
                (article,) = show(SAMPLES / name)
                raw = (SAMPLES / name).read_bytes()
                self.assertEqual(article["text"].encode(), raw)
                gaps, end = [], 0
                for sentence in article["sentences"]:
                    self.assertEqual(
                        raw[sentence["begin"]:sentence["end"]].decode(),
                        sentence["text"])
                    gaps.append(raw[end:sentence["begin"]])
                    end = sentence["end"]
                gaps.append(raw[end:])
                # Between sentences is only white space, but for date lines.
                left = b"".join(gaps).decode().split()
                self.assertLessEqual(len(left), 3, left)

    def test_records_have_the_fields_they_declare(self):
        for name, (count, expected) in RECORDS.items():
            articles = show(SAMPLES / name)
            self.assertEqual(len(articles), count, name)
            for record, fields in expected.items():
                for field, value in fields.items():
                    with self.subTest(f"{name}, record {record}, {field}"):
                        self.assertEqual(articles[record - 1][field], value)

    def test_the_table_of_the_wire_is_no_sentence(self):
        article = show(SAMPLES / "wire-1987.sgm")[0]
        rows = [s["text"].split()[0] for s in article["sentences"]
                if s["text"].endswith(("14,900", "10,400", "3,600"))]
        self.assertEqual(rows, ["Dunmarrow", "Gorse", "Upper"])

    def test_no_sentence_ends_at_an_abbreviation(self):
        for path in sorted(SAMPLES.iterdir()):
            for article in show(path):
                if article["language"] != "en":
                    continue
                body = [s["text"] for s in article["sentences"]
                        if s["zone"] in ("lead", "body")]
                for before, after in zip(body, body[1:]):
                    last = before.split()[-1].strip("\"”’)")
                    self.assertNotIn(
                        last, ("Mr.", "Mrs.", "Dr.", "Gov.", "Sen.", "Rep.",
                               "Lt.", "Col.", "St.", "No.", "v.", "Capt.",
                               "Prof.", "Sgt.", "Rev.", "Jan.", "Nov."),
                        f"{before} | {after}")
                    self.assertFalse(after[:1].islower(),
                                     f"{before} | {after}")


if __name__ == "__main__":
    INDEXER = sys.argv.pop(1)
    unittest.main(verbosity=1)
